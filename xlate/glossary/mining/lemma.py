"""The dictionary form behind the forms of a name that texts show.

Every form seen, and every stem with the endings that names have, is tried as the nominative; the one whose paradigm
makes most of what was seen wins.  So the languages' own inflection decides, and no table of endings is read backwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Term
from xlate.glossary.inflection import inflector, paradigm
from xlate.similarity import likeness

_ENDINGS = {
    "ru": r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ою|ею|ый|ий|ая|яя|ое|ее|ую|юю|ом|ем|ём|ым|им|ах|ях|ам|ям"
    r"|[аеиоуыюяьй])$",
    "uk": r"(?:ого|ому|ими|ами|ями|ові|еві|єві|ою|ею|єю|ій|ий|ої|ом|ем|єм|им|ім|ах|ях|ам|ям|[аеиіїоуєюяьй])$",
    "be": r"(?:ага|яга|аму|яму|ымі|імі|амі|ямі|аю|яю|ай|яй|ой|ей|ая|яя|ую|юю|ое|ам|ем|ом|ым|ім|ах|ях"
    r"|[аеэіоуыюяьй])$",
}
_NOMINATIVES = {
    "ru": ("", "а", "я", "о", "е", "ь", "й", "ия", "ий", "ый", "ой", "ая", "ы", "и"),
    "uk": ("", "а", "я", "о", "е", "ь", "й", "ія", "ий", "ій", "а", "и", "і"),
    "be": ("", "а", "я", "о", "е", "ь", "й", "ія", "ы", "і", "ая"),
}
_SG, _PL = Number.SINGULAR, Number.PLURAL
_READINGS = (
    (Kind.PERSON, Gender.MASCULINE, _SG), (Kind.PLACE, Gender.MASCULINE, _SG), (Kind.PLACE, Gender.FEMININE, _SG),
    (Kind.PERSON, Gender.FEMININE, _SG), (Kind.PLACE, Gender.UNKNOWN, _PL), (Kind.PLACE, Gender.NEUTER, _SG),
)  # fmt: skip
_RARE = {Gender.NEUTER: 0.3, Gender.UNKNOWN: 0.1}
"""Taken off for a reading: neuter names are rare, and in Belarusian *Віцебска would explain all of Віцебск. Guessed."""
MAX_TRIED = 3  # forms whose stems are tried: the frequent ones
_SEEN_BONUS = (0.1, 0.1, 20)  # for a form that was seen, more if the name was seen 20 times without another; guessed
_LIKENESS_WEIGHT = 0.2  # of likeness to ``hint``, against the share of forms explained; guessed
_END_WEIGHT = 0.15  # Vitebsk ends in a consonant, so «Віцебска» is no nominative; guessed
_GENITIVE_BONUS = 0.2  # the commonest case of a name: Віцебска was seen, *Віцебскі of *Віцебска was not; guessed
_ENOUGH = 0.99
_VOWELS = "аеёиіїоуэыюяєaeiouy"


def stem(name: str, language: str) -> str:
    """What the forms of a name have in common, roughly: each word lower-case without its ending."""
    return " ".join(_alternated(_stem(word, language), language) for word in name.lower().split())


def lemma_of(seen: Mapping[str, int], language: str, hint: str = "", kind: Kind | None = None) -> str:
    """The likeliest nominative of the forms seen (form: how often).  ``hint`` is what it should look like."""
    common = Counter(seen)
    most = common.most_common(1)[0][0]
    if inflector(language) is None or any(len(word) > 1 and word.isupper() for word in most.split()):
        return most
    wordwise = len({len(form.split()) for form in seen}) == 1 and len(most.split()) > 1
    readings = [reading for reading in _READINGS if kind in (None, reading[0])] or list(_READINGS)
    best, best_score = most, -1.0
    least, growing, enough = _SEEN_BONUS
    seen_bonus = least + growing * min(1.0, common.total() / enough)
    for number, lemma in enumerate(dict.fromkeys(_tried(common, language, wordwise))):
        explained, genitive = max(
            (share - _RARE.get(reading[1], 0.0), genitive)
            for reading in readings
            for share, genitive in [_explained(common, *_forms(lemma, language, *reading))]
        )
        score = (
            explained
            + _GENITIVE_BONUS * genitive
            + seen_bonus * (lemma in common)
            - number / 10_000
            + _likely(lemma, hint)
        )
        if explained > 0 and score > best_score:
            best, best_score = lemma, score
            if hint and explained >= _ENOUGH and lemma in common and _likely(lemma, hint) > _END_WEIGHT:
                break
    return best


def _explained(seen: Counter[str], made: set[str], genitive: set[str]) -> tuple[float, bool]:
    """The mean of two shares, of all that was seen and of the different forms: one Минском rules out *Минска, even
    where Минска was seen a hundred times.  And whether the genitive is among them."""
    among = [n for form, n in seen.items() if form in made]
    return (sum(among) / seen.total() + len(among) / len(seen)) / 2, not genitive.isdisjoint(seen)


def _likely(lemma: str, hint: str) -> float:
    if not hint:
        return 0.0
    same_end = (lemma[-1].lower() in _VOWELS) == (hint[-1].lower() in _VOWELS)
    return _LIKENESS_WEIGHT * likeness(lemma.lower(), hint.lower()) + _END_WEIGHT * same_end


def _tried(seen: Counter[str], language: str, wordwise: bool) -> Iterator[str]:
    frequent = [form for form, _ in seen.most_common(MAX_TRIED)]
    yield from sorted(frequent, key=len)
    if wordwise:
        for form in frequent[:3]:  # Аляксандрам Лукашэнкам: the last word is tried with the endings of the first
            words = form.split()
            options = [[w, *_nominatives(w, language)] for w in words]
            yield from (" ".join([*words[:-1], last]) for last in options[-1])
            if len(words) == 2:
                yield from (f"{first} {last}" for first in options[0] for last in options[1])
        return
    for form in frequent:
        yield from _nominatives(form, language)


def _closed(match: re.Match[str]) -> str:
    """Львов-: Львів, Києв-: Київ."""
    return "ів" if match[0] == "ов" else "їв"


def _nominatives(word: str, language: str) -> list[str]:
    stems = {_stem(word, language), word, re.sub(r"[аеэёиіїоуыюяєьй]$", "", word)}
    stems |= {re.sub("в$", "ў", cut) for cut in stems} if language == "be" else set()
    stems |= {re.sub("[оє]в$", _closed, cut) for cut in stems} if language == "uk" else set()
    return [
        cut + ending
        for cut in sorted(stems, key=len)
        if len(cut) > 1
        for ending in _NOMINATIVES[language]
        if (ending == "й") == (ending != "" and cut[-1].lower() in _VOWELS and ending not in ("я", "е", "о"))
        and not (ending == "й" and cut[-1] in "иіы")  # -ія is a country far oftener than -ій is a name
    ]


def _stem(word: str, language: str) -> str:
    if language not in _ENDINGS:
        return word
    cut = re.sub(_ENDINGS[language], "", word)
    return cut if len(cut) > 2 else word


def _alternated(cut: str, language: str) -> str:
    """One stem for Кіеў and Кіева, Львів and Львова, Навагрудак and Навагрудка."""
    if language in _ENDINGS:
        cut = re.sub(r"(?<=[^аеёиіїоуэыюяє])[аоеёє](?=[кц]$)", "", cut)
    if language == "be":
        return re.sub("ў$", "в", cut)
    return re.sub("їв$", "єв", re.sub("ів$", "ов", cut)) if language == "uk" else cut


@lru_cache(maxsize=50_000)
def _forms(lemma: str, language: str, kind: Kind, gender: Gender, number: Number) -> tuple[set[str], set[str]]:
    """All forms, and those of the genitive."""
    concept = Concept(kind, {language: Term(language, lemma)}, gender, number, kind is Kind.PERSON)
    cells = paradigm(concept, language)
    return {s for spellings in cells.values() for s in spellings}, set(cells.get(Form(Case.GENITIVE, number), ()))
