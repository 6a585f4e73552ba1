"""Belarusian adjectives: telling them from nouns without a dictionary, and their endings.

Hard (новы), velar (беларускі), soft (сярэдні) and possessive ones (бацькаў); a stressed ending has ``о`` (маладога).
Feminine, neuter and plural forms are led back to the masculine first: a phrase gives them as they agree.
"""

from __future__ import annotations

from xlate.glossary.concept import Form, Gender, Number, Paradigm
from xlate.glossary.inflection.be_adjective_words import (
    HARD_PLURAL_ENDINGS,
    KNOWN_ADJECTIVES,
    MASCULINE_ENDINGS,
    NOUNS_LIKE_ADJECTIVES,
    PLACE_POSSESSIVES,
    POSSESSIVES,
    SOFT_PLURAL_ENDINGS,
    STRESSED_ADJECTIVES,
)
from xlate.glossary.inflection.be_declensions import Cells, cells
from xlate.glossary.inflection.be_sounds import VELARS, VOWELS, Stem, like, open_consonant


def masculine_of(word: str) -> str | None:
    """The dictionary form of an adjective in any nominative (Вялікабрытанская, Чорнае, Аб'яднаныя); None for a noun.

    A plural in -ія, -ыя looks like a feminine noun (Індыя, партыя, but маладыя); it counts where nouns do not end so or
    its masculine form is known.
    """
    low = word.lower()
    if low in NOUNS_LIKE_ADJECTIVES or len(low) < 4:
        return None
    stem, ending = word[:-2], low[-2:]
    soft_or_velar = stem[-1:].lower() in VELARS
    if ending in ("ая", "ае", "ое") and stem[-1:].lower() not in VOWELS and len(low) > 4:
        return stem + ("і" if soft_or_velar else "ы")
    if ending in ("яя", "яе"):
        return stem + "і"
    if ending == "ыя" and (low.endswith(HARD_PLURAL_ENDINGS) or low[:-1] in KNOWN_ADJECTIVES):
        return stem + "ы"
    if ending == "ія" and (low.endswith(SOFT_PLURAL_ENDINGS) or low[:-1] in KNOWN_ADJECTIVES):
        return stem + "і"
    hard_n = low.endswith("ны") and low[-3] not in VOWELS
    return word if low in KNOWN_ADJECTIVES or hard_n or low.endswith(MASCULINE_ENDINGS) else None


def possessive_stem(word: str) -> str | None:
    """The stem of бацькаў, мамін in any nominative; only known words, for магазін and востраў are nouns."""
    low = word.lower()
    for known in POSSESSIVES | PLACE_POSSESSIVES:
        stem = open_consonant(known)
        if low == known or (low.startswith(stem) and low[len(stem) :] in ("а", "ы")):
            return like(stem, word)
    return None


def full_cells(
    masculine: str, gender: Gender, number: Number, *, animate: bool | None = None, stressed: bool = False
) -> Cells:
    """One gender, or the plural, of the adjective whose dictionary form is given.

    ``animate`` chooses the accusative of the masculine and of the plural; None gives both, inanimate first.
    ``stressed``: the endings are known to bear the stress (Баравы, Баравога).
    """
    stem = Stem(masculine[:-1], soft=masculine.endswith("і") and masculine[-2].lower() not in VELARS)
    o = "о" if stressed or stem.text.lower() in STRESSED_ADJECTIVES else "а"
    if number is Number.PLURAL:
        nominative, oblique = stem + "ыя", stem + "ых"
        accusative = _accusative(nominative, oblique, animate)
        return cells(nominative, oblique, stem + "ым", accusative, stem + "ымі", oblique)
    if gender is Gender.FEMININE:
        oblique = stem + (o + "й")
        return cells(stem + "ая", oblique, oblique, stem + "ую", (oblique, stem + (o + "ю")), oblique)
    genitive, dative, instrumental = stem + (o + "га"), stem + (o + "му"), stem + "ым"
    if gender is Gender.NEUTER:
        nominative = stem + (o + "е")
        return cells(nominative, genitive, dative, nominative, instrumental, instrumental)
    return cells(masculine, genitive, dative, _accusative(masculine, genitive, animate), instrumental, instrumental)


def possessive_cells(stem: str, word: str, gender: Gender, number: Number, *, animate: bool | None = None) -> Cells:
    """Possessives, and surnames in -оў, -ін beside their masculine: бацькава, бацькавай; Калеснікава, Калеснікавай."""
    s = Stem(stem)
    if number is Number.PLURAL:
        nominative, oblique = s + "ы", s + "ых"
        return cells(nominative, oblique, s + "ым", _accusative(nominative, oblique, animate), s + "ымі", oblique)
    if gender is Gender.FEMININE:
        return cells(s + "а", s + "ай", s + "ай", s + "у", (s + "ай", s + "аю"), s + "ай")
    short = word.lower() in PLACE_POSSESSIVES
    genitive = (s + "а", s + "ага") if short else (s + "ага",)
    dative = (s + "у", s + "аму") if short else (s + "аму",)
    nominative = s + "а" if gender is Gender.NEUTER else word
    accusative = (nominative,) if gender is Gender.NEUTER else _accusative(word, s + "ага", animate)
    return cells(nominative, genitive, dative, accusative, s + "ым", s + "ым")


def _accusative(inanimate: str, animate_form: str, animate: bool | None) -> tuple[str, ...]:
    if animate is None:
        return (inanimate, animate_form)
    return (animate_form,) if animate else (inanimate,)


def adjective_paradigm(word: str) -> Paradigm:
    """Three genders and the plural; empty for a noun."""
    made: dict[Form, tuple[str, ...]] = {}
    stem = possessive_stem(word)
    masculine = None if stem else masculine_of(word)
    if not stem and not masculine:
        return made
    for gender in (Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER, Gender.UNKNOWN):
        number = Number.PLURAL if gender is Gender.UNKNOWN else Number.SINGULAR
        row = full_cells(masculine, gender, number) if masculine else {}
        if stem:
            nominative = stem[:-1] + "ў" if stem.endswith("в") else stem
            row = possessive_cells(stem, nominative, gender, number)
        made |= {Form(case, number, gender): spellings for case, spellings in row.items()}
    return made
