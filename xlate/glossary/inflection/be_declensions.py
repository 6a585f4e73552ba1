"""The Belarusian declensions as pure tables of endings: a stem in, the cells of one number out.

Which declension a word has is decided elsewhere (``be_nouns``, ``be_surnames``); here are only the endings.
"""

from __future__ import annotations

from xlate.glossary.concept import Case
from xlate.glossary.inflection.be_sounds import DOUBLING, HARDENED, VELARS, VOWELS, Stem

Cells = dict[Case, tuple[str, ...]]
"""Spellings by case, of one number and gender."""

CASES = (Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)


def cells(*spellings: str | tuple[str, ...]) -> Cells:
    """Cells in the order nominative, genitive, dative, accusative, instrumental, locative; repetitions are dropped."""
    rows = [(given,) if isinstance(given, str) else tuple(dict.fromkeys(given)) for given in spellings]
    return dict(zip(CASES, rows, strict=True))


def unchanged(word: str) -> Cells:
    """An indeclinable word: Нэтаньяху, Осла, ААН."""
    return cells(*[word] * 6)


def _instrumental(stem: Stem) -> str:
    if stem.soft:
        return stem.text + ("ём" if stem.stressed else "ем")
    return stem + ("ом" if stem.stressed else "ам")


def masculine(word: str, stem: Stem, *, animate: bool, person: bool, in_u: bool) -> Cells:
    """Second declension.  ``in_u``: genitive -у (фронту).

    Locative of persons: -у after velar, hardened and soft stems (аб Рыгору, аб Андрэю), -е beside -у after others; of
    places and things -у after velars, -ы, -і after hardened and soft stems (у Мінску, у Парыжы, у Гомелі), else -е."""
    genitive = stem + ("у" if in_u else "а")
    if person:
        locative = (stem + "у",) if stem.soft or stem.last in VELARS + HARDENED else (stem.with_e(), stem + "у")
    elif stem.soft or stem.last in HARDENED:
        locative = (stem + "ы",)
    elif stem.last in VELARS:
        locative = (stem + "у",) if stem.last == "к" else (stem + "у", stem.with_e())
        if stem.last == "г" and word[:1].islower():  # на беразе; but у Страсбургу
            locative = locative[::-1]
    else:
        locative = (stem.with_e(),)
    return cells(word, genitive, stem + "у", stem + "а" if animate else word, _instrumental(stem), locative)


def neuter(word: str, stem: Stem) -> Cells:
    """Neuters: Гродна -> у Гродне, Сянно -> Сянном, мора -> у моры, войска -> у войску, пагадненне -> у пагадненні."""
    locative = stem + "у" if stem.last in VELARS and not stem.soft else stem.with_e()
    return cells(word, stem + "а", stem + "у", word, _instrumental(stem), locative)


def feminine(word: str, stem: Stem) -> Cells:
    """First declension: Рыга -> Рызе, Масква -> Масквой, Вільня -> Вільняй; the longer instrumental is bookish."""
    ending = ("ой", "ою") if stem.stressed else ("ай", "аю")
    instrumental = tuple(stem + each for each in ending)
    return cells(word, stem + "ы", stem.with_e(), stem + "у", instrumental, stem.with_e())


def masculine_in_a(word: str, stem: Stem, *, name: bool) -> Cells:
    """Men's names and words in -а, -я, between two declensions.

    With the stress on the stem the endings are a man's: dative -у (Лукашэнку, Купалу, старасту), instrumental -ам (з
    Лукашэнкам), and a locative in -у after velar, hardened and soft stems (аб Гаркушу), -е beside -у after others (аб
    Купале).  Stressed endings are those of feminine nouns (суддзёй), and so are those in -ія, -ыя (Берыяй)."""
    genitive, accusative = stem + "ы", stem + "у"
    masculine_form, feminine_form = _instrumental(stem), stem + ("ой" if stem.stressed else "ай")
    if stem.stressed:
        both = (feminine_form, masculine_form)
        return cells(word, genitive, stem.with_e(), accusative, both, stem.with_e())
    if stem.soft and stem.last in VOWELS:
        both = (feminine_form, masculine_form)
        return cells(word, genitive, (stem.with_e(), accusative), accusative, both, stem.with_e())
    if stem.last in VELARS:
        return cells(word, genitive, accusative, accusative, masculine_form, accusative)
    if stem.soft or stem.last in HARDENED:
        spellings = (masculine_form, feminine_form) if name else (masculine_form,)
        return cells(word, genitive, accusative, accusative, spellings, (accusative, stem.with_e()))
    both = (masculine_form, feminine_form)
    return cells(word, genitive, (accusative, stem.with_e()), accusative, both, (stem.with_e(), accusative))


def feminine_in_consonant(word: str, stem: Stem, *, apostrophe: str = "'") -> Cells:
    """Third declension: Смаргонь -> Смаргонню, Нарач -> Нараччу, Сібір -> Сібір'ю, вобласць -> вобласцю.

    ``stem`` is without ь; a single consonant after a vowel doubles (дз as ддз), labials and р are kept apart."""
    text, last = stem.text, stem.last
    if text.endswith("дз"):
        instrumental = text[:-2] + "ддзю"
    elif last in DOUBLING:
        doubled = last if text[-2:-1].lower() in VOWELS else ""
        instrumental = text + doubled + ("ю" if stem.soft else "у")
    elif last == "ў":
        instrumental = text + "ю"
    else:
        instrumental = text + apostrophe + "ю"
    open_text = text[:-1] + "в" if last == "ў" else text
    oblique = open_text + ("ы" if last in HARDENED and not stem.soft else "і")
    return cells(word, oblique, oblique, word, instrumental, oblique)


def plural(word: str, stem: Stem, genitive: str | tuple[str, ...], *, animate: bool) -> Cells:
    """Any plural: only the genitive has endings of its own in each declension."""
    first = (genitive,) if isinstance(genitive, str) else genitive
    return cells(word, first, stem + "ам", first if animate else word, stem + "амі", stem + "ах")
