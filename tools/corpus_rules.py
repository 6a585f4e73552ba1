"""Rules on one line of the news corpus, each a pure function from the four texts to what is wrong with them.

A rule says only what can be told from the line alone and for certain; the norms of a single language (ў, soft sign,
apostrophe) are in corpus_norms.py, names in corpus_names.py, doubles in corpus_doubles.py.  Thresholds were measured on
23,325 lines of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from tools.corpus_names import names
from tools.corpus_norms import misspellings
from tools.corpus_numbers import disagreements
from xlate.checks.quotes import quotations, without_titles
from xlate.detection.alphabets import ALPHABETS
from xlate.languages import FOUR

Texts = dict[str, str]
Rule = Callable[[Texts], Iterator[str]]

CYRILLIC = FOUR[1:]

WORDS = (4, 40)
"""English words of a sentence; a headline, a label of a web page or a sign ("Wet floor") may have fewer."""

SHORTEST, LONGEST = 0.45, 1.8
"""Characters of a translation per character of the English, and of each other, for texts of LONG characters or more."""

LONG = 40
"""Characters from which lengths are compared."""

TITLE = 6
"""Words; a quotation up to this may be a foreign title: газета «Українська правда»."""

BORROWED = frozenset({"cookie", "The"})
"""Latin words that the Cyrillic languages write so where English has another ("Times" - The Times), besides those in
capitals that all three have (IKEA, BNS, IT)."""

LOOKALIKES = frozenset("ABCEHIKMOPTXYaceiopxysSJj")
"""Latin letters with a Cyrillic twin."""

_LATIN, _CYRILLIC = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ", "Ѐ-ӿ"
_LATIN_WORD = re.compile(f"[{_LATIN}]+")
_CYRILLIC_WORD = re.compile(f"[{_CYRILLIC}]+")
_MIXED = re.compile(f"[{_LATIN}{_CYRILLIC}]*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])[{_LATIN}{_CYRILLIC}]*")
_LONE_LETTER = re.compile(r"\b[ХТМНРЕ]\b(?!-)")  # capitals that are no words; Т-34 has a Cyrillic one
_LATIN_TWIN = str.maketrans("ХТМНРЕ", "XTMHPE")
_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_SPACE = re.compile(
    r"^\s|\s$|\s\s|[^\S ]|[\u00ad\u200b-\u200f\u2060\ufeff]| [,.;:!?»)](?!\.\.|\w)|[«(] |[,;!?»)][^\W\d]|\w[«(]"
)
_APOSTROPHE = re.compile("[’ʼ`´‘′ˈ]")
_DASH = re.compile(r" [-–] | [‒―] |--|\S—|—\S")
_REPEATED = re.compile(r"(?<![\w'-])([^\W\d]\w*) \1(?![\w'-])", re.IGNORECASE)
_END = re.compile(r"([.!?…:;,]*)[»\"”)]*([.!?…:;,]*)$")


def spaces(texts: Texts) -> Iterator[str]:
    """Stray white space: at an edge, doubled, of another kind, before a stop, within quotation marks; or none."""
    for code, text in texts.items():
        yield from (f"{code}: {_around(text, match)}" for match in _SPACE.finditer(text))


def letters(texts: Texts) -> Iterator[str]:
    """Letters that the language does not have, outside short titles in quotation marks."""
    for code, text in texts.items():
        plain = without_titles(text, TITLE)
        if code == "en":
            yield from (f"en: {word}" for word in _CYRILLIC_WORD.findall(plain))
            continue
        if any(character.isalpha() for character in set(plain.lower()) - ALPHABETS[code]):
            yield from (f"{code}: {word}" for word in _foreign(plain, texts, code))


def _foreign(text: str, texts: Texts, code: str) -> Iterator[str]:
    """Cyrillic words with other letters, and Latin ones that are neither Roman numerals nor in the English."""
    yield from (word for word in _CYRILLIC_WORD.findall(text) if not ALPHABETS[code].issuperset(word.lower()))
    known = {*_LATIN_WORD.findall(texts["en"]), *BORROWED}
    known |= set.intersection(*({w for w in _LATIN_WORD.findall(texts[c]) if w.isupper()} for c in CYRILLIC))
    for word in _LATIN_WORD.findall(text):
        if word not in known and not _ROMAN.fullmatch(word):
            yield f"{word} is not in the English"


def lookalikes(texts: Texts) -> Iterator[str]:
    """Latin and Cyrillic letters in one word, or a Latin word of twins that one Cyrillic column has alone."""
    for code, text in texts.items():
        if (_CYRILLIC_WORD if code == "en" else _LATIN_WORD).search(text):
            yield from (f"{code}: {match[0]}" for match in _MIXED.finditer(text))
    alike = {code: _twins(texts[code]) for code in CYRILLIC}
    common = alike["ru"] & alike["uk"] & alike["be"]
    for code in CYRILLIC:
        yield from (f"{code}: {word} is Latin here alone" for word in alike[code] - common)
        for letter in _LONE_LETTER.findall(texts[code]):  # соцсеть X, spelt with a Cyrillic one
            if re.search(rf"\b{letter.translate(_LATIN_TWIN)}\b", texts["en"]):
                yield f"{code}: {letter} is Cyrillic"


def _twins(text: str) -> Counter[str]:
    return Counter(word for word in _LATIN_WORD.findall(text) if LOOKALIKES.issuperset(word))


def apostrophes(texts: Texts) -> Iterator[str]:
    """Any apostrophe but the straight one."""
    for code, text in texts.items():
        yield from (f"{code}: {_around(text, match)}" for match in _APOSTROPHE.finditer(text))


def dashes(texts: Texts) -> Iterator[str]:
    """A hyphen in place of a dash, a dash without its spaces, or a dash of another kind."""
    for code in CYRILLIC:
        yield from (f"{code}: {_around(texts[code], match)}" for match in _DASH.finditer(texts[code]))


def numbers(texts: Texts) -> Iterator[str]:
    """Numbers that do not agree by value: every Cyrillic column against the English."""
    for code in CYRILLIC:
        yield from (f"{code}: {message}" for message in disagreements(texts["en"], texts[code], code))


def norms(texts: Texts) -> Iterator[str]:
    """Words that break a norm of their language; titles in quotation marks may be foreign."""
    for code in CYRILLIC:
        yield from (f"{code}: {found}" for found in misspellings(without_titles(texts[code], TITLE), code))


def quotes(texts: Texts) -> Iterator[str]:
    """Marks without a partner, of a kind that the language does not use, or more quotations than in a neighbour."""
    for code, text in texts.items():
        found = quotations(text)
        if found.opened or found.closed:
            yield f"{code}: unbalanced"
        if wrong := set(text) & set("«»„“”‟" if code == "en" else '"”‟'):
            yield f"{code}: {' '.join(sorted(wrong))}"
        if code != "en" and not found.nested and "„" in text:
            yield f"{code}: „“ without «»"
    sizes = {code: [len(span.of(text).split()) for span in quotations(text).spans] for code, text in texts.items()}
    for (
        code
    ) in CYRILLIC:  # a name has its marks in one language and none in another, what somebody said has them in all
        n_sayings = sum(size > TITLE for size in sizes[code])
        yield from (f"{other}: fewer than in {code}" for other in CYRILLIC if len(sizes[other]) < n_sayings)


def lengths(texts: Texts) -> Iterator[str]:
    """Too few or too many words, or a translation that must have lost or gained something."""
    n_words = len(texts["en"].split())
    sentence = texts["en"][-1:] in ".?!" and texts["en"][:1].isupper()
    if n_words > WORDS[1] or (sentence and n_words < WORDS[0]):
        yield f"en: {n_words} words"
    if len(texts["en"]) < LONG:
        return
    for code in CYRILLIC:
        for other in FOUR[: FOUR.index(code)]:
            if not SHORTEST <= (ratio := len(texts[code]) / len(texts[other])) <= LONGEST:
                yield f"{code}: {ratio:.2f} of {other}"


def repeats(texts: Texts) -> Iterator[str]:
    """A word twice in a row."""
    for code, text in texts.items():
        found = (match[0] for match in _REPEATED.finditer(text))
        yield from (f"{code}: {words}" for words in found if words != "had had")


def ends(texts: Texts) -> Iterator[str]:
    """A question that is none in another language, a sentence without its stop there, a small letter at the start."""
    marks = {code: _end(text) for code, text in texts.items()}
    if len(set(marks.values())) > 1:
        yield " ".join(f"{code} {mark or 'none'}" for code, mark in marks.items())
    starts = {code: next((c for c in text if c.isalnum()), "") for code, text in texts.items()}
    if len({start.islower() for start in starts.values()}) > 1:
        yield "small letter: " + " ".join(code for code, start in starts.items() if start.islower())


def _end(text: str) -> str:
    """The last stop: the gravest of those inside and outside the closing mark, abbreviations taken as sentences."""
    match = _END.search(text)
    found = "".join(match.groups()) if match else ""
    return next((mark for mark in "?!…:.;," if mark in found), "")


def _around(text: str, match: re.Match[str]) -> str:
    return repr(text[max(0, match.start() - 15) : match.end() + 15])


RULES: dict[str, Rule] = {
    "spaces": spaces,
    "letters": letters,
    "look-alikes": lookalikes,
    "apostrophes": apostrophes,
    "dashes": dashes,
    "norms": norms,
    "numbers": numbers,
    "names": names,
    "quotes": quotes,
    "lengths": lengths,
    "repeats": repeats,
    "ends": ends,
}
