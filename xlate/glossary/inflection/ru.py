"""Russian: the dictionary of pymorphy3, the surname rules of pytrovich, and rules where both go wrong.

Two things make names hard for a dictionary. The first parse is often the wrong word: Песков is "of sands",
Пригожин the woman "Пригожина" in the genitive; the parse is therefore chosen by tag (Surn, Name, Patr, Geox,
Orgn), gender and number. And a form follows from the kind of name: Пушкиным but Чаплином, Львовым (prince Lvov)
but Львовом (the city).

The dictionary's data is OpenCorpora's (CC BY-SA 3.0), installed beside xlate and not part of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from xlate.glossary.concept import Case, Form, Gender, Kind, Number, Paradigm
from xlate.glossary.inflection import ru_data as data
from xlate.glossary.inflection import ru_endings, ru_surnames
from xlate.glossary.inflection.endings import CASES, as_written, decline, syllables, unchanged
from xlate.once import once

TAGS = {
    Kind.PLACE: ("Geox",),
    Kind.ORGANISATION: ("Orgn", "Trad"),
    Kind.OUTLET: ("Orgn", "Trad"),
}
LIFELESS = (Kind.PLACE, Kind.ORGANISATION, Kind.OUTLET, Kind.EVENT)
GENDERS = {Gender.MASCULINE: "masc", Gender.FEMININE: "femn", Gender.NEUTER: "neut"}
CASE_TAGS = ("nomn", "gent", "datv", "accs", "ablt", "loct")
RARE = ("V-oy", "V-ey", "V-be", "Arch", "Erro", "Infr", "Dist", "Slng")
"""Tags of spellings that come after the ordinary one (Москвою) or not at all."""


class RussianInflector:
    """The Russian :class:`~xlate.glossary.inflection.Inflector`."""

    language = "ru"

    def noun(self, word: str, kind: Kind, gender: Gender, number: Number, *, animate: bool, part: str) -> Paradigm:
        """Forms of a noun or name; surnames and titles in both numbers."""
        return _noun(word, kind, gender, number, animate, part)

    def adjective(self, word: str) -> Paradigm:
        """Forms of an adjective, participle or ordinal in any nominative."""
        return _adjective(word)

    def is_adjective(self, word: str) -> bool:
        """Whether a word in the nominative is an adjective (Верховный, Соединённые, Первая)."""
        return _is_adjective(word)


@once
def analyzer() -> Any:
    """The dictionary, and what it makes of words that it does not have."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


@once
def _petrovich() -> Any:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


@lru_cache(maxsize=8192)
def _noun(word: str, kind: Kind, gender: Gender, number: Number, animate: bool, part: str) -> Paradigm:
    if part == "surname":
        return _surname(word, gender or _natural_gender(word))
    if part == "first":
        return _first_name(word, gender or _natural_gender(word))
    if part == "patronymic":
        return _patronymic(word, gender or _natural_gender(word))
    if kind is Kind.PLACE and not word[0].islower() and (found := _place(word, gender, number)):
        return found
    animate = animate or kind is Kind.TITLE
    known = _dictionary(word, TAGS.get(kind, ()), gender, number, animate=animate) if word[-1] != "ъ" else None
    if known is None or (not known and word[0].isupper()):  # Претория is also a form of "преторий"
        found = _unknown(word, kind, gender, number, animate=animate)
    else:
        found = known
    if kind is Kind.PLACE and word[-1].lower() not in ru_endings.VOWELS and set(found.values()) == {(word,)}:
        found = ru_endings.noun(word, gender)  # the dictionary has Несвиж as indeclinable
    if kind in LIFELESS and not animate:
        found = _lifeless(found, number)
    if kind is Kind.TITLE and number is Number.SINGULAR and found:
        return {**(_title_plural(word, gender) or {}), **found}
    return found


def _natural_gender(word: str) -> Gender:
    feminine = word.lower().endswith(("ова", "ева", "ёва", "ина", "ына", "ая", "вна", "ична"))
    return Gender.FEMININE if feminine else Gender.MASCULINE


# --- persons


def _surname(word: str, gender: Gender) -> Paradigm:
    both = tuple(Number)
    if ru_surnames.is_indeclinable(word, gender):
        if gender is not Gender.FEMININE or ru_surnames.is_indeclinable(word, Gender.MASCULINE):
            return unchanged(word, "ru", both)
        return {**unchanged(word, "ru"), **ru_surnames.plural(word, _man(word))}
    man = word if gender is Gender.MASCULINE else ru_surnames.masculine_of(word)
    singular = _man(word) if gender is Gender.MASCULINE else ru_surnames.by_rule(word, gender)
    return {**singular, **ru_surnames.plural(man, _man(man))}


def _man(word: str) -> Paradigm:
    """Singular of a man's surname that declines."""
    low = word.lower()
    if low in data.FLEETING_SURNAMES:  # before the rule for -ев, which would take Лев for Лебедев
        return ru_endings.masculine_noun(word, animate=True, stem=as_written(word, data.FLEETING_SURNAMES[low]))
    if found := ru_surnames.by_rule(word, Gender.MASCULINE):
        return found
    if low.endswith(("ёнок", "енок", "чонок", "шонок", "жонок")):  # Ковалёнка
        return ru_endings.masculine_noun(word, animate=True, stem=word[:-2] + "к")
    if low.endswith("ец") and syllables(low) > 1 and low[-3] not in ru_endings.VOWELS:
        return _with_both_stems(word, word[:-2] + ("ьц" if low[-3] == "л" else "ц"))
    if (
        low.endswith("ий")
        or syllables(low) == 1
        or low
        in data.FOREIGN_IN_OV_IN | data.NOUN_SURNAMES_IN_IJ | data.NOUN_SURNAMES_IN_OJ | data.STRESSED_INSTRUMENTAL
    ):
        return ru_endings.masculine_noun(word, animate=True)
    known = _dictionary(word, ("Surn",), Gender.MASCULINE, Number.SINGULAR, animate=True, only_tagged=True)
    return known or _by_pytrovich(word, "LASTNAME") or ru_endings.masculine_noun(word, animate=True)


def _with_both_stems(word: str, short: str) -> Paradigm:
    """Кравца, and as some families have it Кравеца."""
    first = ru_endings.masculine_noun(word, animate=True, stem=short)
    second = ru_endings.masculine_noun(word, animate=True)
    return {form: tuple(dict.fromkeys(first[form] + second[form])) for form in first}


def _by_pytrovich(word: str, name_part: str, gender: Gender = Gender.MASCULINE) -> Paradigm:
    """pytrovich's forms, or none where it has no rule (it then answers the word itself)."""
    from pytrovich.enums import Case as PetrovichCase
    from pytrovich.enums import Gender as PetrovichGender
    from pytrovich.enums import NamePart

    cases = dict(
        zip(
            CASES["ru"],
            ("NOMINATIVE", "GENITIVE", "DATIVE", "ACCUSATIVE", "INSTRUMENTAL", "PREPOSITIONAL"),
            strict=True,
        )
    )
    sex = PetrovichGender.FEMALE if gender is Gender.FEMININE else PetrovichGender.MALE
    made = {
        Form(case): (
            word if case is Case.NOMINATIVE else _petrovich().make(NamePart[name_part], sex, PetrovichCase[tag], word),
        )
        for case, tag in cases.items()
    }
    return {} if len(set(made.values())) == 1 else made


def _first_name(word: str, gender: Gender) -> Paradigm:
    low = word.lower()
    if low in data.SLAVIC_NAMES_IN_O:
        return decline(word[:-1], "о а у а ом е")
    if low[-1] in "оеиуюыэё" or low[-2:] in ("уа", "оа"):
        return unchanged(word, "ru")
    if found := _dictionary(word, ("Name",), gender, Number.SINGULAR, animate=True, only_tagged=True):
        return found
    if low[-1] in "ая":
        return ru_endings.noun_in_a(word)
    if gender is Gender.FEMININE:
        if low in data.WOMENS_NAMES_IN_SOFT_SIGN:
            return ru_endings.noun(word, gender)
        return unchanged(word, "ru")
    return ru_endings.masculine_noun(word, animate=True)


def _patronymic(word: str, gender: Gender) -> Paradigm:
    """Григорьевич, Григорьевичем; Ильич, Ильичом; Ивановна, Ивановне; Turkic -оглы, -кызы stay."""
    low = word.lower()
    if low.endswith("на"):
        return ru_endings.noun_in_a(word)
    if low.endswith("ич"):
        return _by_pytrovich(word, "MIDDLENAME", gender) or ru_endings.masculine_noun(word, animate=True)
    return unchanged(word, "ru")


# --- places


def _place(word: str, gender: Gender, number: Number) -> Paradigm:
    """Rules for places that go over the dictionary; empty where it should be asked."""
    low = word.lower()
    if low in data.PLACE_STEMS or (low.endswith("ец") and syllables(low) > 1):  # Островца
        stem = data.PLACE_STEMS.get(low) or low[:-2] + ("ьц" if low[-3] == "л" else "ц")
        return ru_endings.masculine_noun(word, stem=as_written(word, stem))
    if low[-1] == "ь" and gender:  # the termbase knows better: Ирпень is a man's word, Лодзь a woman's
        return ru_endings.noun(word, gender)
    if low == "ханой":  # a noun, though two syllables end in -ой as in "Луговой"
        return ru_endings.masculine_noun(word)
    if low in data.INDECLINABLE_PLACES:
        return unchanged(word, "ru", (number,))
    if number is Number.PLURAL:
        return ru_endings.plural_noun(word) if low in data.PLURAL_GENITIVES else {}
    if low[-1] == "о":
        return _place_in_o(word)
    if low.endswith(("ский", "цкий", "ый", "ой")) and ru_surnames.is_adjectival(low) and gender is not Gender.FEMININE:
        stem, endings = ru_endings.adjective_stem(word)
        return decline(stem, endings.masculine(word))
    if low.endswith("ое"):  # Глубокое
        stem, endings = ru_endings.adjective_stem(word)
        return decline(stem, endings.neuter)
    if low.endswith(("ская", "цкая")):
        stem, endings = ru_endings.adjective_stem(word)
        return decline(stem, endings.feminine)
    if low.endswith(("ов", "ев", "ёв", "ин", "ын")):  # Львовом, Киевом, Берлином, never -ым
        return ru_endings.masculine_noun(word)
    return {}


def _place_in_o(word: str) -> Paradigm:
    """Slavic -ово, -ево, -ино, -ыно decline (в Косове), with the unchanged form as the second spelling; -но as in
    Гродно the other way round; everything else (Осло, Марокко) keeps its form."""
    low = word.lower()
    declined = decline(word[:-1], "о а у о ом е")
    if low.endswith("ство"):  # Соединённого Королевства
        return declined
    if low in data.HALF_INDECLINABLE_PLACES:
        return {form: tuple(dict.fromkeys((word, *found))) for form, found in declined.items()}
    if low.endswith(("ово", "ево", "ёво", "ино", "ыно")) and low not in data.FOREIGN_PLACES_IN_O:
        return {form: tuple(dict.fromkeys((*found, word))) for form, found in declined.items()}
    return unchanged(word, "ru")


def _lifeless(paradigm: Paradigm, number: Number) -> Paradigm:
    """A place or body named by a word for the living: в Буэнос-Айрес (a surname too), not "в Буэнос-Айреса"."""
    nominative, genitive, accusative = (
        Form(case, number) for case in (Case.NOMINATIVE, Case.GENITIVE, Case.ACCUSATIVE)
    )
    if nominative in paradigm and paradigm.get(accusative) == paradigm.get(genitive):
        return {**paradigm, accusative: paradigm[nominative]}
    return paradigm


# --- the dictionary


def _dictionary(
    word: str,
    tags: Iterable[str],
    gender: Gender,
    number: Number,
    *,
    animate: bool,
    only_tagged: bool = False,
) -> Paradigm | None:
    """Forms of the best parse of ``word`` as a noun in the nominative.

    None when the dictionary does not know the word; empty when it knows it, but not as a noun in this number.
    """
    if not analyzer().word_is_known(word.lower()):
        return None
    parses = [parse for parse in analyzer().parse(word.lower()) if parse.is_known]
    number_tag = "plur" if number is Number.PLURAL else "sing"
    nouns = [p for p in parses if "NOUN" in p.tag and ({"nomn", number_tag} <= set(p.tag.grammemes) or "Fixd" in p.tag)]
    tagged = [p for p in nouns if any(tag in p.tag for tag in tags)]
    if only_tagged:
        nouns = [p for p in tagged if not gender or GENDERS[gender] in p.tag or "ms-f" in p.tag]
    if not nouns:
        return {}

    def rank(parse: Any) -> tuple[bool, bool, bool, bool, float]:
        tag = parse.tag
        return (
            parse in tagged,
            not any(other in tag for other in ("Surn", "Name", "Patr", "Abbr", "Init")),
            bool(gender) and GENDERS[gender] in tag,
            ("anim" in tag) == animate,
            parse.score,
        )

    best = max(nouns, key=rank)
    if "Fixd" in best.tag or best.tag.number != number_tag:
        return unchanged(word, "ru", (number,))
    return _forms(word, best, number)


def _forms(word: str, parse: Any, number: Number, gender: Gender = Gender.UNKNOWN) -> Paradigm:
    """The cells of one number (and gender) of a lexeme, ordinary spellings first."""
    cells: dict[Form, list[tuple[bool, str]]] = {}
    for other in parse.lexeme:
        tag = other.tag
        if tag.number != ("plur" if number is Number.PLURAL else "sing") or tag.case not in CASE_TAGS:
            continue
        if any(mark in tag for mark in RARE[3:]) or (
            ("Surn" in tag or "Name" in tag) and tag.gender != parse.tag.gender
        ):
            continue
        form = Form(CASES["ru"][CASE_TAGS.index(tag.case)], number, gender)
        cells.setdefault(form, []).append((any(mark in tag for mark in RARE), _spelt(word, other.word)))
    found = {
        form: tuple(dict.fromkeys(text for _, text in sorted(cell, key=lambda c: c[0]))) for form, cell in cells.items()
    }
    nominative = Form(Case.NOMINATIVE, number, gender)
    accusative = Form(Case.ACCUSATIVE, number, gender)
    if found.get(accusative) == found.get(nominative):
        found[accusative] = (word,)
    locative = data.SECOND_LOCATIVE.get(word.lower())
    if locative:
        place = Form(Case.LOCATIVE, number, gender)
        found[place] = (as_written(word, locative), *found[place])
    return {**found, nominative: (word,)}


def _spelt(word: str, form: str) -> str:
    """With the word's own habit of ё: Королев has none in any form."""
    return as_written(word, form if "ё" in word.lower() else form.replace("ё", "е"))


def _unknown(word: str, kind: Kind, gender: Gender, number: Number, *, animate: bool) -> Paradigm:
    """A noun that no dictionary knows, by its ending: Роснефть, Лоев, Смиловичи, «Коммерсантъ»."""
    if number is Number.PLURAL:
        return ru_endings.plural_noun(word, animate=animate) or unchanged(word, "ru", (number,))
    if word.endswith("ъ"):
        made = ru_endings.masculine_noun(word[:-1], animate=animate)
        return {form: (word,) if found == (word[:-1],) else found for form, found in made.items()}
    last = word[-1].lower()
    if last == "о" and kind is Kind.PLACE:
        return unchanged(word, "ru")
    if not gender and last in "ое":
        gender = Gender.NEUTER
    return ru_endings.noun(word, gender, animate=animate) or unchanged(word, "ru")


def _title_plural(word: str, gender: Gender) -> Paradigm | None:
    """президенты, министров: a title names many."""
    nouns = [
        p for p in analyzer().parse(word.lower()) if p.is_known and {"NOUN", "nomn", "sing"} <= set(p.tag.grammemes)
    ]
    if not nouns:
        return None
    best = max(nouns, key=lambda p: (bool(gender) and GENDERS[gender] in p.tag, "anim" in p.tag, p.score))
    many = best.inflect({"nomn", "plur"})
    return _forms(_spelt(word, many.word), best, Number.PLURAL) if many else None


# --- adjectives


@lru_cache(maxsize=4096)
def _is_adjective(word: str) -> bool:
    low = word.lower()
    if word.isupper() and len(word) > 1:
        return False
    if _place_possessive(word):
        return True
    parses = [p for p in analyzer().parse(low) if p.is_known]
    if not parses:
        return len(low) > 4 and low.endswith(("ский", "цкий", "ный", "ая", "ое", "ые", "ские", "цкие"))
    nouns = [p for p in parses if "NOUN" in p.tag and "nomn" in p.tag and not {"Surn", "Name"} & set(p.tag.grammemes)]
    full = [p for p in parses if p.tag.POS in ("ADJF", "PRTF") and "nomn" in p.tag]
    return bool(full) and max(p.score for p in full) >= max((p.score for p in nouns), default=0) / 4


@lru_cache(maxsize=4096)
def _adjective(word: str) -> Paradigm:
    low = word.lower()
    if stem := _place_possessive(word):
        return ru_endings.possessive_adjective(stem)
    known = [p for p in analyzer().parse(low) if p.is_known and p.tag.POS in ("ADJF", "PRTF") and "nomn" in p.tag]
    known.sort(key=lambda p: "Supr" in p.tag or "Cmp2" in p.tag or p.normal_form == "больший")  # большая is of большой
    endings = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
    if not low.endswith(endings) or (known and "Apro" in known[0].tag):
        return _irregular(word, known[0]) if known else {}
    if known and low[-2:] in ("ий", "ая", "ое", "ее", "ые", "ие", "яя") and _is_possessive(known[0]):
        return _irregular(word, known[0])
    return ru_endings.full_adjective(_masculine(word, known))


def _place_possessive(word: str) -> str:
    """The stem of a possessive in the name of a place, in any nominative (Часов, Марьина, Карловы); else empty."""
    low = word.lower()
    if low in data.PLACE_POSSESSIVES:
        return word
    return word[:-1] if low[-1:] in "аоы" and low[:-1] in data.PLACE_POSSESSIVES else ""


def _is_possessive(parse: Any) -> bool:
    """рыбий, третий: their feminine is рыбья, третья."""
    woman = parse.inflect({"femn", "nomn", "sing"})
    return bool(woman) and woman.word.endswith("ья")


def _masculine(word: str, known: list[Any]) -> str:
    """The dictionary form: Большая -> Большой, Российская -> Российский."""
    low, stem = word.lower(), word[:-2]
    if low.endswith(("ый", "ий", "ой")):
        return word
    if known and (man := known[0].inflect({"masc", "nomn", "sing"})):
        return stem + str(man.word)[-2:]
    return stem + ("ий" if low.endswith(("яя", "ее")) or stem[-1].lower() in "кгхжчшщ" else "ый")


def _irregular(word: str, parse: Any) -> Paradigm:
    """Наш, весь, третий, from the dictionary's own forms."""
    cells: dict[Form, list[str]] = {}
    genders = {tag: gender for gender, tag in GENDERS.items()}
    for other in parse.lexeme:
        tag = other.tag
        if tag.POS != parse.tag.POS or tag.case not in CASE_TAGS or any(mark in tag for mark in RARE[3:]):
            continue
        case = CASES["ru"][CASE_TAGS.index(tag.case)]
        number = Number.PLURAL if tag.number == "plur" else Number.SINGULAR
        form = Form(case, number, genders.get(tag.gender, Gender.UNKNOWN))
        cells.setdefault(form, []).append(_spelt(word, other.word))
        if tag.case == "accs" and "inan" in tag:
            cells[form].insert(0, cells[form].pop())
    return {form: tuple(dict.fromkeys(spellings)) for form, spellings in cells.items()}
