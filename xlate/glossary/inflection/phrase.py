"""Names of several words: which of them inflect, and with what they agree.

    person          every part: Александра Григорьевича Лукашенко; initials, particles, numerals stay (Карла III)
    anything else   the head and the adjectives that agree with it: Министерства обороны, Европейского союза
    "X and Y"       both sides of a place: Боснии и Герцеговины

What follows the head stays: a genitive (обороны Российской Федерации), a quoted name (газеты «Известия»), a
phrase with a preposition. Abbreviations and names in another script stay (ООН, НАТО, Microsoft).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Paradigm
from xlate.glossary.inflection import Inflector
from xlate.glossary.inflection.endings import syllables, unchanged

Cells = Mapping[Form, tuple[str, ...]]

_WORD = re.compile(r"^([«\"“„(]*)(.*?)([»\"”“),.;:]*)$")
_INITIAL = re.compile(r"^\w{1,2}\.(-?\w\.)*$")
_ROMAN = re.compile(r"^[IVXLCM]+$")
_CYRILLIC = re.compile(r"[а-яёіїєґўА-ЯЁІЇЄҐЎ]")
_PATRONYMIC = re.compile(r"(ич|вна|ична|инична|івна|ївна|аўна|еўна|ёўна|ічна)$")

PARTICLES = frozenset(
    "кара де ди да дю ду дель делла дос ван вон фон цу цум ла ле лос аль эль ель бен бин бін ибн ібн тер дер ден "
    "ап ал ас оглы оглу кызы заде сен сент ст д о мак сан".split()
)
"""Parts of surnames that never inflect: Урсулы фон дер Ляйен, Усамы бен Ладена."""

EAST_ASIAN_SURNAMES = frozenset(
    "ким кім пак мун юн чон чхве дэн ден мао чжан чжоу цзян цзянь ван вань нгуен нгуєн хо чан лю тан сунь кан пэн "
    "чжу цай линь лін фам буй динь дінь".split()
)
"""Before a given name these stay: only the last part inflects in Дэн Сяопина, Ким Чен Ына."""

RANKS = frozenset("папа патриарх патріарх король королева каралева принц принцесса принцеса князь імператор".split())
"""Ranks that may be written with a capital; what follows one is a first name (Папу Льва XIV)."""

LETTER_NAMES = frozenset("джей джэй ди ді дзі эм эр ей эй кей кэй си сі ти ті би бі".split())
"""English letters as they are called: Джей Ди Вэнса, not "Джея Ди"; two of them before a surname are initials."""

SINGULARS = ("балтика", "балтыка", "пиада", "піада", "піяда", "балтия", "балтія", "балтыя")
"""Ends of names in the singular that stand for one in the plural: Прибалтика for страны Балтии, Олимпиада."""

PLURALS = ("нікі", "ники")
"""Ends of towns in the plural that stand for one in the singular: Друскенікі for Друскінінкай."""

RIVER_PREPOSITIONS = frozenset("на над под при у пад в".split())
"""Inside a hyphenated place the part before one of these inflects: Ростова-на-Дону."""

FRENCH_PARTICLES = frozenset("де ла ле ля дю сюр ан лез".split())
"""A hyphenated place with one of these inside keeps its form: Иль-де-Франс, Па-де-Кале."""

BOTH_PARTS = frozenset(
    "город місто горад страна країна краіна государство держава дзяржава член министр міністр міністар москва "
    "ученый".split()
)
"""First parts of compounds that inflect with the second: города-героя, государства-члена; others stay
(премьер-министра)."""

CONJUNCTIONS = frozenset(("и", "і", "й", "та", "—", "–"))


def inflect_phrase(concept: Concept, language: str, inflector: Inflector | None) -> Paradigm:
    """Every form of the concept's term in ``language``; the nominative alone where nothing can be known."""
    text = concept.terms[language].text
    number = _number(text, concept.number_in(language), concept.kind)
    if inflector is None:
        return {Form(Case.NOMINATIVE, number): (text,)}
    if concept.indeclinable_in(language) or not _CYRILLIC.search(text):
        return unchanged(text, language, (number,))
    words = text.split()
    gender = concept.gender_in(language) if number is concept.number_in(language) else Gender.UNKNOWN
    if concept.kind is Kind.ADJECTIVE:
        return _adjective(text, inflector) or unchanged(text, language)
    if concept.kind is Kind.PERSON:
        made = _person(words, gender, number, inflector)
    else:
        made = _named(words, concept, gender, number, inflector)
    if not made:
        return unchanged(text, language, (number,))
    shown = number if any(form.number is number for form in made) else next(iter(made)).number
    return {**made, Form(Case.NOMINATIVE, shown): (text,)}


def _number(text: str, number: Number, kind: Kind) -> Number:
    """The number of a name of one word, which may be an alias in another number than the row's."""
    low = text.lower()
    if number is Number.PLURAL and low.endswith(SINGULARS):
        return Number.SINGULAR
    return Number.PLURAL if kind is Kind.PLACE and " " not in low and low.endswith(PLURALS) else number


def _adjective(text: str, inflector: Inflector) -> Paradigm:
    """The last word and the last part of a compound inflect: северно-корейский, ирано-иракского."""
    head, separator, last = _split_last(text)
    return {form: tuple(head + separator + s for s in found) for form, found in inflector.adjective(last).items()}


def _split_last(text: str) -> tuple[str, str, str]:
    found = re.match(r"^(.*)([ -])([^ -]+)$", text)
    return (found[1], found[2], found[3]) if found else ("", "", text)


# --- persons


def _person(words: Sequence[str], gender: Gender, number: Number, inflector: Inflector) -> Paradigm:
    parts = _person_parts(words, inflector)
    cells = [_person_word(word, part, gender, number, inflector) for word, part in zip(words, parts, strict=True)]
    return _join(words, cells, numbers=tuple(Number) if len(words) == 1 else (number,))


def _person_parts(words: Sequence[str], inflector: Inflector) -> list[str]:
    """The part each word plays: first, patronymic, surname, "see" for the adjective of a bishop's see, "" for a common
    noun, "stay" for what keeps its form."""
    parts = ["stay" if _stays_in_a_person(word) else "first" for word in words]
    if len(words) > 2 and all(word.lower() in LETTER_NAMES for word in words[:2]):
        parts[:2] = "stay", "stay"
    names = [i for i, part in enumerate(parts) if part != "stay"]
    if not names:
        return parts
    if len(names) > 1 and words[names[0]].lower() in EAST_ASIAN_SURNAMES:
        for i in names[:-1]:
            parts[i] = "stay"
        parts[names[-1]] = "surname"
        return parts
    patronymic = next((i for i in names[1:] if _PATRONYMIC.search(words[i].lower()) and len(names) > 2), None)
    if patronymic is not None:
        parts[patronymic] = "patronymic"
    reversed_order = patronymic is not None and patronymic == names[-1]  # Лукашенко Александр Григорьевич
    ranks = [i for i in names[:-1] if words[i][0].islower() or words[i].lower() in RANKS]
    for i in ranks:
        parts[i] = ""  # королева Елизавета, Папа Франциск
        if i + 1 in names[:-1] and inflector.is_adjective(words[i + 1]):
            parts[i + 1] = "see"  # патриарх Московский и всея Руси Кирилл
    if not ranks or len(ranks) < len(names) - 1:
        parts[names[0] if reversed_order else names[-1]] = "surname"
    return parts


def _stays_in_a_person(word: str) -> bool:
    bare = word.strip('«»"(),')
    return (
        bool(_INITIAL.match(bare) or _ROMAN.match(bare))
        or not _CYRILLIC.search(bare)
        or bare.lower() in PARTICLES
        or (bare.isupper() and len(bare) == 1)
    )


def _person_word(word: str, part: str, gender: Gender, number: Number, inflector: Inflector) -> Cells:
    if part == "stay":
        return {}
    if part == "see":
        return _as_noun(_adjective(word, inflector), gender, number, True)
    before, core, after = _bare(word)
    pieces = core.split("-")
    cells = [
        {}
        if i < len(pieces) - 1 and (syllables(piece) < 2 or piece.lower() in PARTICLES)
        else _piece(piece, part, gender, number, inflector)
        for i, piece in enumerate(pieces)
    ]
    return _join(
        [before + core + after], [_join(pieces, cells, tuple(Number), "-")], tuple(Number), wrap=(before, after)
    )


def _piece(word: str, part: str, gender: Gender, number: Number, inflector: Inflector) -> Cells:
    if len(word) < 2:
        return {}
    return inflector.noun(word, Kind.PERSON, gender, number, animate=True, part=part)


# --- everything else


def _named(words: Sequence[str], concept: Concept, gender: Gender, number: Number, inflector: Inflector) -> Paradigm:
    conjunction = next((i for i, word in enumerate(words) if 0 < i < len(words) - 1 and word in CONJUNCTIONS), None)
    pair = conjunction == 1 and len(words) == 3  # «Право и справедливость», but not "Министерство труда и ..."
    if conjunction is not None and (pair or concept.kind is Kind.PLACE):
        left = _headed(words[:conjunction], concept, Gender.UNKNOWN, number, inflector)
        right = _headed(words[conjunction + 1 :], concept, Gender.UNKNOWN, number, inflector)
        sides = [" ".join(words[:conjunction]), words[conjunction], " ".join(words[conjunction + 1 :])]
        return _join(sides, [left, {}, right], (number,))
    return _headed(words, concept, gender, number, inflector)


def _headed(words: Sequence[str], concept: Concept, gender: Gender, number: Number, inflector: Inflector) -> Paradigm:
    """Leading adjectives and the head inflect. Where the word after the adjectives is no head (исполняющий
    обязанности), the last adjective is itself the noun."""
    cores = [_bare(word)[1] for word in words]
    first = 0
    while first < len(words) - 1 and _leads(cores, first, inflector):
        first += 1
    adjectives = [_adjective(core, inflector) for core in cores[:first]]
    agreed_gender, agreed_number = _agreement(cores[:first], adjectives, gender, number)
    head = _head(cores[first], concept, agreed_gender, agreed_number, inflector)
    if not head and adjectives:
        first -= 1
        head = _as_noun(adjectives.pop(), agreed_gender, agreed_number, _names_people(concept))
    elif not head and concept.kind is Kind.TITLE:  # уполномоченный
        alone = _adjective(cores[first], inflector)
        head = _as_noun(alone, agreed_gender, Number.PLURAL, True) | _as_noun(alone, agreed_gender, number, True)
    after = _trailing_adjective(cores, first, agreed_gender, agreed_number, inflector)
    if after and not first:
        agreed_gender, agreed_number = _agreement(cores[-1:], [after], agreed_gender, agreed_number)
    agreeing = [*adjectives, head, *([after] if after else [])]
    cells: list[Cells] = [
        part if part is head else _agree(part, head, agreed_gender, _names_people(concept)) for part in agreeing
    ]
    cells += [{}] * (len(words) - len(cells))
    wrapped = [
        {form: tuple(b + s + a for s in found) for form, found in cell.items()}
        for cell, (b, _, a) in zip(cells, map(_bare, words), strict=True)
    ]
    numbers = sorted({form.number for form in head}, key=[*Number].index)
    return _join(words, wrapped, numbers) if head else {}


def _leads(cores: Sequence[str], index: int, inflector: Inflector) -> bool:
    """Whether a word is an adjective before its noun; not after a quotation mark has opened inside the name."""
    core = cores[index]
    return bool(core) and bool(_CYRILLIC.search(core)) and inflector.is_adjective(_split_last(core)[2])


def _agreement(
    cores: Sequence[str], adjectives: Sequence[Paradigm], gender: Gender, number: Number
) -> tuple[Gender, Number]:
    """Gender and number of the head, as its adjectives show them: Верховная -> feminine singular."""
    for core, paradigm in zip(cores, adjectives, strict=True):
        shown = [form for form, found in paradigm.items() if form.case is Case.NOMINATIVE and core in found]
        fitting = [form for form in shown if form.number is number] or shown
        if fitting and fitting[0].number is Number.PLURAL:  # which shows no gender: keep the termbase's
            return gender, Number.PLURAL
        if fitting:
            genders = {form.gender for form in fitting}
            return (gender if gender in genders else fitting[0].gender), fitting[0].number
    return gender, number


def _head(core: str, concept: Concept, gender: Gender, number: Number, inflector: Inflector) -> Paradigm:
    """The head noun's forms; a word in capitals or another script in every form the same."""
    if not _CYRILLIC.search(core) or _is_abbreviation(core):
        return unchanged(core, inflector.language, (number,))

    def noun(word: str) -> Paradigm:
        if len(word) < 2:  # a letter or the empty end of "Нью-"
            return unchanged(word, inflector.language, (number,))
        return inflector.noun(word, concept.kind, gender, number, animate=_names_people(concept), part="")

    pieces = core.split("-")
    if len(pieces) == 1:
        return noun(core)
    lower = [piece.lower() for piece in pieces]
    if len(pieces) > 2 and RIVER_PREPOSITIONS & set(lower[1:-1]):
        kept = "-" + "-".join(pieces[1:])
        return {form: tuple(spelling + kept for spelling in found) for form, found in noun(pieces[0]).items()}
    if not _CYRILLIC.search(pieces[-1]):  # Хартия-97
        kept = "-" + "-".join(pieces[1:])
        return {form: tuple(spelling + kept for spelling in found) for form, found in noun(pieces[0]).items()}
    if len(pieces) > 2 and FRENCH_PARTICLES & set(lower[1:-1]):
        return unchanged(core, inflector.language, (number,))
    last = noun(pieces[-1]) or inflector.adjective(pieces[-1])
    firsts: list[Cells] = [{} for _ in pieces[:-1]]
    adjectival = inflector.is_adjective(pieces[-1]) and len(pieces) == 2
    if len(pieces) == 2 and (lower[0] in BOTH_PARTS or (adjectival and concept.kind is Kind.PLACE)):
        firsts = [noun(pieces[0])]  # Каменца-Подольского, города-героя
    return _join(pieces, [*firsts, last], sorted({form.number for form in last}, key=[*Number].index), "-")


def _is_abbreviation(core: str) -> bool:
    """ООН, МИД, БелТА: more than one capital, and the last letter is one."""
    return len(core) > 1 and core[-1].isupper() and sum(letter.isupper() for letter in core) > 1


def _as_noun(adjective: Paradigm, gender: Gender, number: Number, animate: bool) -> dict[Form, tuple[str, ...]]:
    """A substantivised adjective or participle as a head: исполняющий (обязанности), заведующий (кафедрой)."""
    made: dict[Form, tuple[str, ...]] = {}
    for form, found in adjective.items():
        wanted = Gender.UNKNOWN if number is Number.PLURAL else (gender or Gender.MASCULINE)
        if form.number is number and form.gender == wanted:
            made[Form(form.case, number)] = found[::-1][:1] if animate and form.case is Case.ACCUSATIVE else found[:1]
    return made


def _trailing_adjective(
    cores: Sequence[str], head: int, gender: Gender, number: Number, inflector: Inflector
) -> Paradigm:
    """An adjective that ends the name and agrees with the head before it: Речь Посполитая."""
    if head + 2 != len(cores) or not inflector.is_adjective(cores[head + 1]):
        return {}
    paradigm = inflector.adjective(cores[head + 1])
    shown = {f for f, found in paradigm.items() if f.case is Case.NOMINATIVE and cores[head + 1] in found}
    agrees = any(f.number is number and (number is Number.PLURAL or not gender or f.gender is gender) for f in shown)
    return paradigm if agrees else {}


def _names_people(concept: Concept) -> bool:
    return concept.animate or concept.kind in (Kind.TITLE, Kind.PERSON)


def _agree(adjective: Paradigm, head: Paradigm, gender: Gender, animate: bool) -> Cells:
    """The adjective's forms beside each form of the head, keyed like the head's."""
    made: dict[Form, tuple[str, ...]] = {}
    for form in head:
        wanted = Gender.UNKNOWN if form.number is Number.PLURAL else (gender or Gender.MASCULINE)
        found = adjective.get(Form(form.case, form.number, wanted)) or adjective.get(
            Form(Case.NOMINATIVE, form.number, wanted), ()
        )
        if form.case is Case.ACCUSATIVE and len(found) > 1:
            found = found[1:] if animate or _is_animate(head, form.number, wanted) else found[:1]
        if found:
            made[form] = found
    return made


def _is_animate(head: Paradigm, number: Number, gender: Gender) -> bool:
    """Whether the accusative is the genitive: министра, but город."""
    if gender is Gender.FEMININE:
        return False
    cells = [head.get(Form(case, number)) for case in (Case.NOMINATIVE, Case.GENITIVE, Case.ACCUSATIVE)]
    nominative, genitive, accusative = (cell[0] if cell else "" for cell in cells)
    return accusative == genitive and accusative != nominative


# --- joining


def _bare(word: str) -> tuple[str, str, str]:
    """A word without the quotation marks and punctuation around it."""
    found = _WORD.match(word)
    return (found[1], found[2], found[3]) if found else ("", word, "")


def _join(
    words: Sequence[str],
    cells: Sequence[Cells],
    numbers: Iterable[Number],
    separator: str = " ",
    wrap: tuple[str, str] = ("", ""),
) -> Paradigm:
    """Words side by side in each form that all inflecting ones have; one without forms of its own stays as written.

    The first spelling of each goes together; other spellings vary one word at a time from the right, at most four.
    """
    before, after = wrap
    inflecting = [cell for cell in cells if cell]
    forms = [form for form in dict.fromkeys(f for cell in inflecting for f in cell) if form.number in set(numbers)]
    made: dict[Form, tuple[str, ...]] = {}
    for form in forms:
        if not all(form in cell or Form(Case.NOMINATIVE, form.number) in cell for cell in inflecting):
            continue
        options = [
            cell.get(form, cell.get(Form(Case.NOMINATIVE, form.number), (word,))) if cell else (word,)
            for word, cell in zip(words, cells, strict=True)
        ]
        spellings = [before + separator.join(choice) + after for choice in product(*options)]
        made[form] = tuple(dict.fromkeys(spellings))[:8]
    return made
