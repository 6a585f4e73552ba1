"""Ukrainian declensions of nouns by ending, group (hard, mixed, soft) and alternation.

After the orthography of 2019 (§§ 80-107). Spellings come preferred first: in the dative and locative of persons
-у, -ю (Лукашенку), then -ові, -еві (Лукашенкові).
"""

from __future__ import annotations

from xlate.glossary.concept import Case, Form, Number, Paradigm
from xlate.glossary.inflection import uk_data as data
from xlate.glossary.inflection.endings import as_written, decline, syllables

VOWELS = "аеєиіїоуюя"
HUSHING = "жчшщ"
SOFTENED = {"г": "з", "к": "ц", "х": "с"}
"""Before -і: Прага -> Празі, Америка -> Америці."""
APOSTROPHES = "'’ʼ"


def softened(stem: str) -> str:
    """The stem before -і of dative and locative: Риг -> Риз, Іраку stays because its ending is -у."""
    return stem[:-1] + SOFTENED[stem[-1]] if stem[-1] in SOFTENED else stem


def first(word: str) -> Paradigm:
    """Feminines and men's names in -а, -я: Рига, Ризі; Площа, площею; Марія, Марії, Марією."""
    stem, last = word[:-1], word[-2].lower()
    if word[-1] == "а":
        if last in HUSHING:
            return decline(stem, "а і і у ею і е")
        made = decline(stem, "а и _ у ою _ о")
        dative = (softened(stem) + "і",)
        return {**made, Form(Case.DATIVE): dative, Form(Case.LOCATIVE): dative}
    if last in VOWELS + APOSTROPHES + "й":  # Марія, Прокоп'я, Гойя
        return decline(stem, "я ї ї ю єю ї є")
    return decline(stem, "я і і ю ею і е")


def third(word: str) -> Paradigm:
    """Feminines on a consonant: Білорусь, Білоруссю; область, областю; Прип'ять, Прип'яттю; Лодзь, Лоддзю; Керч, Керчю;
    Об, Об'ю; Твер, Твер'ю."""
    stem = word[:-1] if word[-1] == "ь" else word
    last, before, low = stem[-1].lower(), stem[-2:-1].lower(), word.lower()
    if last in "бпвмфр":
        instrumental = stem + "’ю"
    elif low.endswith("дзь"):
        instrumental = stem[:-2] + "ддзю"
    elif before in VOWELS:
        instrumental = stem + last + "ю"
    else:
        instrumental = stem + "ю"
    if low in data.THIRD_DECLENSION_STEMS:
        stem = as_written(word, data.THIRD_DECLENSION_STEMS[low])
    elif low.endswith("ість"):
        stem = stem[:-3] + "ост"
    oblique = stem + "і"
    cells = (word, oblique, oblique, word, instrumental, oblique, stem + "е")
    made: dict[Form, tuple[str, ...]] = {Form(case): (cell,) for case, cell in zip(Case, cells, strict=True)}
    if low.endswith("дзь"):  # Лоддзю, also Лодззю
        made[Form(Case.INSTRUMENTAL)] = (instrumental, stem + "зю")
    if "’" in instrumental:  # both apostrophes are written
        made[Form(Case.INSTRUMENTAL)] = (instrumental, instrumental.replace("’", "'"))
    return made


def neuter(word: str) -> Paradigm:
    """Міністерство, поле, сховище, Запоріжжя.  Empty for another ending."""
    stem, last = word[:-1], word[-1].lower()
    if last == "о":
        return decline(stem, f"о а у о ом {'у' if stem[-1] in 'кгх' else 'і'} о")
    if last == "е":
        if stem[-1].lower() in HUSHING:
            return decline(stem, "е а у е ем і е")
        return decline(stem, "е я ю е ем і/ю е")
    if last == "я":
        return decline(stem, "я я ю я ям ї я" if stem[-1] in APOSTROPHES else "я я ю я ям і я")
    return {}


def oblique_stem(word: str) -> str:
    """The stem after which endings come: Львів -> Львов, Кравець -> Кравц, Тернопіль -> Тернопол, Коваль -> Ковал."""
    low = word.lower()
    if low in data.OBLIQUE_STEMS:
        return as_written(word, data.OBLIQUE_STEMS[low])
    if low.endswith(("ець", "єць")) and syllables(low) > 1:
        stem = word[:-3]
        if low[-3] == "є":
            return stem + "йц"
        return stem + ("ьц" if stem[-1] == "л" else "ц")
    if low.endswith("піль"):
        return word[:-3] + "ол"
    for part, stem in data.SECOND_PARTS.items():
        if low.endswith(part) and len(low) > len(part) + 1:
            return word[: -len(part)] + stem
    if word.islower() and low.endswith("ень") and syllables(low) > 1 and low not in data.KEEPS_EN:
        return word[:-3] + "н"
    if low[-1] in "ьй" or (low[-1] == "о" and len(low) > 2):
        return word[:-1]
    return word


def place_in_iv(word: str) -> str:
    """Stem of a town in -ів: Харків -> Харков, Київ -> Києв, Бердичів -> Бердичев; Тель-Авів keeps its vowel."""
    low = word.lower()
    if low in data.OBLIQUE_STEMS or low in data.KEEPS_IV or syllables(low) < 2:
        return oblique_stem(word) if low not in ("львів",) else word[:-2] + "ов"
    if low.endswith("їв"):
        return word[:-2] + "єв"
    return word[:-2] + ("ев" if low[-3] in HUSHING else "ов")


def group(word: str, *, person: bool = False) -> str:
    """hard, mixed or soft: Іван; Ткач; Коваль, Андрій, Кобзар; ``person``: шахтар, but базар."""
    low = word.lower()
    if person and word.islower() and low.endswith("ар") and low not in data.HARD_PERSONS_IN_AR:
        return "soft"
    if low[-1] in "ьй" or low in data.MIXED_SOFT_R or low.endswith("секретар"):
        return "soft"
    return "mixed" if low[-1] in HUSHING else "hard"


def masculine(word: str, stem: str, *, animate: bool, person: bool, genitive_in_u: bool) -> Paradigm:
    """Second declension.  Persons take -у and -ові in dative and locative; things -у, and -і or -у in the locative."""
    kind, low = group(word, person=person), word.lower()
    iotated = low[-1] == "й" and stem[-1].lower() in VOWELS + APOSTROPHES
    if kind == "soft":
        a, u, ovi, om, i = ("я", "ю", "єві", "єм", "ї") if iotated else ("я", "ю", "еві", "ем", "і")
    elif kind == "mixed":
        a, u, ovi, om, i = "а", "у", "еві", "ем", "і"
    else:
        a, u, ovi, om, i = "а", "у", "ові", "ом", "і"
    genitive = stem + (u if genitive_in_u else a)
    dative = (stem + u, stem + ovi) if animate else (stem + u,)
    accusative = genitive if animate else word
    cells = {
        Case.NOMINATIVE: (word,),
        Case.GENITIVE: (genitive,),
        Case.DATIVE: dative,
        Case.ACCUSATIVE: (accusative,),
        Case.INSTRUMENTAL: (stem + om,),
        Case.LOCATIVE: _locative(stem, kind, (u, ovi, i), animate=animate),
        Case.VOCATIVE: (vocative(word, stem, kind, person=person),),
    }
    return {Form(case): found for case, found in cells.items()}


def _locative(stem: str, kind: str, endings: tuple[str, str, str], *, animate: bool) -> tuple[str, ...]:
    u, ovi, i = endings
    last = stem[-1].lower()
    if animate:
        return (stem + ovi, stem + u) if last in "кгхц" or kind != "hard" else (stem + ovi, stem + u, stem + i)
    if stem.lower().endswith(data.LOCATIVE_IN_CI):
        return (softened(stem) + i, stem + u)
    if last == "к" or stem.lower() in data.LOCATIVE_IN_U:
        return (stem + u,)
    if last == "х":
        return (stem + u, softened(stem) + i)
    return (softened(stem) + i,)


def vocative(word: str, stem: str, kind: str, *, person: bool) -> str:
    """Іване, Олеже, Марку, Ткачу, Андрію, Ковалю, Кравцю (surname), хлопче."""
    low, last = word.lower(), stem[-1].lower()
    if kind == "soft":
        return stem + "ю"
    if kind == "mixed":
        return stem + ("у" if person or last in "чщ" else "е")
    if last == "г" and (low == "олег" or not person):
        return stem[:-1] + "же"
    return stem + ("у" if last in "кхг" else "е")


def plural(stem: str, *, soft: bool, mixed: bool) -> Paradigm:
    """Plural of a masculine person: Кіми, Кімів; Ковалі, Ковалів; Андрії, Андріїв."""
    if soft and stem[-1].lower() in VOWELS + APOSTROPHES:
        row = "ї їв ям їв ями ях ї"
    elif soft:
        row = "і ів ям ів ями ях і"
    elif mixed:
        row = "і ів ам ів ами ах і"
    else:
        row = "и ів ам ів ами ах и"
    return decline(stem, row, Number.PLURAL)


def plural_in_a(word: str, *, animate: bool = True) -> Paradigm:
    """Plural of a first-declension noun: Обами, Обам; голови, голів is beyond the rules and needs explicit forms."""
    stem, last = word[:-1], word[-2].lower()
    if word[-1] == "я":
        iotated = last in VOWELS or last in APOSTROPHES
        row = "ї й ям = ями ях ї" if iotated else "і ь ям = ями ях і"
    else:
        row = f"{'і' if last in HUSHING else 'и'} _ ам = ами ах {'і' if last in HUSHING else 'и'}"
    made = decline(stem, row, Number.PLURAL, animate=animate)
    zero = data.ZERO_GENITIVES.get(word.lower(), "")
    if word.lower().endswith("ка") and last == "к" and stem[-2:-1].lower() not in VOWELS:
        zero = stem[:-1] + "ок"
    if zero:
        made = {**made, Form(Case.GENITIVE, Number.PLURAL): (zero,)}
        if animate:
            made = {**made, Form(Case.ACCUSATIVE, Number.PLURAL): (zero,)}
    return made


def plural_only(word: str, *, feminine: bool = False, animate: bool = False) -> Paradigm:
    """Суми, Сум; Чернівці, Чернівців; Штати, Штатів; Об'єднані Нації, Націй.  Empty for another ending."""
    low, stem, last = word.lower(), word[:-1], word[-1].lower()
    if last not in "иіїа" or len(low) < 3:
        return {}
    before = low[-2]
    soft = last == "ї" or (last == "і" and before not in HUSHING)
    if low in data.PLURAL_GENITIVES:
        genitive = as_written(word, data.PLURAL_GENITIVES[low])
    elif low.endswith("ії"):
        genitive = stem + "й"
    elif low.endswith("ості"):
        genitive = stem + "ей"
    elif last == "ї":
        genitive = stem + "їв"
    elif last == "і" or (last == "и" and before in "тд" and not feminine) or low.endswith("ники"):  # Хойників
        genitive = stem + "ів"
    else:
        genitive = stem
    a = "я" if soft else "а"
    cells = (word, genitive, stem + a + "м", genitive if animate else word, stem + a + "ми", stem + a + "х", word)
    return {Form(case, Number.PLURAL): (cell,) for case, cell in zip(Case, cells, strict=True)}
