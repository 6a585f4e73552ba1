"""Names of a corpus line against the shipped termbase: what the English names, every other column must name too.

What counts is what counts in a translation (xlate.glossary): any form of the name or of an alias.  A corpus may do
more than a translation is asked to, and regularly does; so these count as well:

- another concept of the same English name (Georgia, Jordan, Galicia), and for a place its adjectives, for an adjective
  its place: the termbase says which belong together;
- other words of the same root: "Kaunas police" каунасская полиция, "two Swedes" двое шведов, "in Sumy Region" на
  Сумщині, "Stalin's purges" сталинские чистки.  The root must be spelt right, and what follows it must be an ending
  that such words have, so that Коўне is no form of Каўнас, nor Таллінн one of Таллін;
- a name of several words pulled apart: в Балтийском и Чёрном морях; one joined by a hyphen: Порт-Судан;
- the English name itself, in Latin letters: Air France; a Ukrainian dative in -ові: Лондонові;
- the words that names.txt, beside the corpus, has for a name: Вільня, Алма-Ата, «Телеграм», датчане.

Offices (president, spokesman) are words rather than names, and are said in many ways: they are not judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from tools.sets import ROOT
from xlate.glossary.concept import Concept, Kind
from xlate.glossary.enforcement.expectation import Expectation, Spellings, WantedNames
from xlate.glossary.enforcement.words import Words, fold
from xlate.glossary.files import SHIPPED, load
from xlate.glossary.matching import Match, Matcher
from xlate.glossary.termbase import Termbase
from xlate.glossary.termbase import names as names_of
from xlate.languages import FOUR
from xlate.model import Span

CYRILLIC = FOUR[1:]
OTHER_NAMES = ROOT / "corpus" / "newswriting" / "names.txt"

LEAST_ROOT, LEAST_BARE, LEAST_SECOND = 3, 4, 6
"""Letters of a root before a suffix (рим-ский), before the bare ending of a noun (швед-ы), for пол-ы are no Poles, and
after another root (заходне-беларус-кі), for in бело-рус-ские there are no Russians."""

_VOWELS = "аеёиіїоуыэюяє"
_LETTER = "[а-яёіїєґ']"  # folded: no ў
_SK = "(?:[сц]ь?к|(?<=з)ь?к)"
_ADJECTIVE = re.compile(f"{_SK}(?:ий|ый|і|ая|а)$")
_TOWN_IN_SK = re.compile(f"{_SK}$")
_OTHER_ENDS = {
    "г": ("ж", "з"), "к": ("ч", "ц", ""), "х": ("ш", "с"), "ц": ("ч", "к", "т"), "ч": ("к", ""), "ж": ("г", "з"),
    "з": ("г",), "в": ("у",), "т": ("ц", ""), "д": ("дз",), "нн": ("н",),
}  # fmt: skip
"""What becomes of the end of a root: рижский, пражский, ялцінскі, ташкенцкі, таллінський; folded, ў is у."""

_RELATED = re.compile(
    f"{_LETTER}{{0,4}}?(?:{_SK}|щин|чин|чын|[её]?ц|[еє]ць|[ая]н|[иіы]н|[аяоеи]?к|ч|[иі]т){_LETTER}{{0,4}}"
    f"|{_LETTER}{{0,2}}{_SK}?[оа](?:моун|мовн|язычн){_LETTER}+"  # англамоўны, польскоязычный
)
_BARE = re.compile("|а|у|ю|ом|ам|ем|е|ы|и|і|ов|ів|ау|ами|амі|ах|ові|ою|ой")
_OF_PERSON = re.compile(f"(?:[оеаі][ву])?[сц]ь?к{_LETTER}{{1,3}}")
_PREFIX = re.compile("анти|анты|про|пра|пост|пан|меж|між|все|усе|при|пры|под|під|пад|за|не")
_FIRST_PART = re.compile(f"{_LETTER}+[оаея]")
_DATIVE = re.compile(r"(?<=\w\w)(?:[оеє]ві)\b")
_LISTED = re.compile("[,;]")


@dataclass(frozen=True, slots=True)
class Known:
    """How a name may stand in a column: spellings, roots that take a suffix, roots that do without, rows of stems."""

    spellings: Spellings
    roots: frozenset[str]
    bare: frozenset[str]
    others: tuple[tuple[str, ...], ...]


def names(texts: dict[str, str]) -> Iterator[str]:
    """Names of the termbase that a column lacks, or has in a spelling that the termbase forbids."""
    shipped = _shipped()
    matches = [match for match in shipped.matcher.find(texts["en"]) if _judged(match, match.span.of(texts["en"]))]
    for code in CYRILLIC if matches else ():
        words = Words(texts[code])
        for match in matches:
            said = match.span.of(texts["en"])
            expected = shipped.wanted[code].of(match, said)
            if not expected:
                continue
            bad = next((span.of(texts[code]) for span, _ in expected.forbidden_in(words)), "")
            if bad and _listed(expected, words):
                continue
            if bad or not (next(expected.found_in(words), None) or _present(expected, said, words)):
                yield f"{code}: {said} should be {expected.wanted.name}" + (f", not {bad}" if bad else "")


def _judged(match: Match, said: str) -> bool:
    """No offices; no name across a comma; no plural of a place or body, which is another word: turkeys, Dumas."""
    kind, several = match.concept.kind, " " in match.name
    plural = match.plural and not several and kind not in (Kind.PERSON, Kind.OTHER)
    return kind is not Kind.TITLE and not plural and not _LISTED.search(said)


def _present(expected: Expectation, said: str, words: Words) -> bool:
    """Whether the name stands there in one of the ways that a translation is not asked for."""
    concept, code = expected.match.concept, expected.language
    known = _shipped().known(concept, expected.match.name, code)
    wanted = replace(
        expected, wanted=replace(expected.wanted, accepted={**expected.wanted.accepted, **known.spellings})
    )
    texts = {words.text, words.text.replace("-", " ")}
    if code == "uk":
        texts |= {_DATIVE.sub("у", text) for text in texts}
    return (
        said.removeprefix("The ") in words.text
        or any(next(wanted.found_in(Words(text)), None) for text in texts)
        or any(_listed(expected, found) for found in map(Words, texts))
        or any(_related(part, known, concept.kind) for word in words.folded for part in _parts(word))
        or (concept.kind is not Kind.PERSON and any(_apart(name, words.folded) for name in wanted.wanted.accepted))
    )


def _listed(expected: Expectation, words: Words) -> bool:
    """Whether words stand there that the corpus lists for the name, forbidden in a translation or not."""
    known = _shipped().known(expected.match.concept, expected.match.name, expected.language)
    return any(_stands(row, words.folded) for row in known.others)


def _parts(word: str) -> Iterator[str]:
    """A word, and the members of one with hyphens: волго-донской, па-руску."""
    yield word
    if "-" in word:
        yield from word.split("-")


def _related(word: str, known: Known, kind: Kind) -> bool:
    """Whether a word is a prefix that words may have, a root of the name, and an ending."""
    for start in range(len(word) - LEAST_ROOT):
        least = LEAST_ROOT if not start or _PREFIX.fullmatch(word, 0, start) else LEAST_SECOND
        if least == LEAST_SECOND and not _FIRST_PART.fullmatch(word, 0, start):
            continue
        for end in range(start + least, len(word) + 1):
            root = word[start:end]
            if kind is Kind.PERSON:
                if root in known.roots and _OF_PERSON.fullmatch(word, end):
                    return True
            elif (root in known.roots and _RELATED.fullmatch(word, end)) or (
                root in known.bare and _BARE.fullmatch(word, end)
            ):
                return True
    return False


def _apart(name: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether all words of the name stand there in some form, together or not: в Балтийском и Чёрном морях."""
    return len(name) > 1 and all(
        any(word.startswith(stem) for word in words for stem in _stems(part)) for part in name if len(part) > 2
    )


def _stems(word: str) -> tuple[str, ...]:
    stem = word[: max(LEAST_ROOT, len(word) - 2)]
    return (stem, "абласц") if stem.startswith("воблас") else (stem,)


def _stands(row: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words or stems (рус-) of a row stand one after the other."""
    return any(
        all(
            w.startswith(part[:-1]) if part.endswith("-") else w == part
            for w, part in zip(words[at:], row, strict=False)
        )
        for at in range(len(words) - len(row) + 1)
    )


class Shipped:
    """The shipped termbase, and which of its concepts stand for each other: namesakes, adjectives and their places."""

    def __init__(self, termbase: Termbase) -> None:
        self.matcher = Matcher(termbase, "en")
        self.wanted = {code: WantedNames(code) for code in CYRILLIC}
        self._named: dict[str, list[Concept]] = defaultdict(list)
        self._of: dict[str, list[Concept]] = defaultdict(list)
        for concept in termbase.used:
            for name in names_of(concept.terms["en"]) if "en" in concept.terms else ():
                self._named[name].append(concept)
            if concept.of:
                self._of[concept.of].append(concept)
        self._made: dict[tuple[int, str, str], Known] = {}

    def known(self, concept: Concept, name: str, code: str) -> Known:
        """All that counts for a concept that the English calls ``name``, beside the forms that its own row has."""
        if (id(concept), name, code) not in self._made:
            self._made[id(concept), name, code] = self._know(concept, name, code)
        return self._made[id(concept), name, code]

    def _know(self, concept: Concept, name: str, code: str) -> Known:
        family = self._family(concept, name)
        spellings: Spellings = {}
        roots, bare = set[str](), set[str]()
        for member in family:
            made = self.wanted[code].of(Match(member, Span(0, 0), name), name)
            spellings |= made.wanted.accepted if made else {}
            for own in names_of(member.terms[code]) if code in member.terms else ():
                roots.update(_roots(own, code))
                bare.update(_bare_roots(own) if member.kind is Kind.ADJECTIVE else ())
        english = {term for member in family for term in (_english(member), member.of)}
        others = tuple(row for term in sorted(english) for row in other_names().get((code, term), ()))
        return Known(spellings, _long(roots, LEAST_ROOT), _long(bare, LEAST_BARE), others)

    def _family(self, concept: Concept, name: str) -> list[Concept]:
        """The concept, its namesakes, and for each its place and all adjectives of it."""
        found = [concept, *self._named[name]]
        places = {term for member in found for term in (_english(member), member.of) if term}
        return [*found, *(c for place in sorted(places) for c in (*self._named[place], *self._of[place]))]


def _long(roots: Iterable[str], least: int) -> frozenset[str]:
    return frozenset(root for root in roots if len(root) >= least)


def _roots(name: str, code: str) -> Iterator[str]:
    """Минск: минск, мин-чане; Прага: праг, праж-ский; Орша: be арш-анскі; of a region, those of its adjective."""
    word = fold(name.split()[0])
    stems = set(_adjective_stems(word))
    if not stems and " " not in name:
        bare = re.sub(f"[{_VOWELS}]{{1,2}}$", "", word.rstrip("ьй"))
        stems = {word, bare, _TOWN_IN_SK.sub("", word)}
    for stem in stems:
        for end in ("", *(end for end in _OTHER_ENDS if stem.endswith(end))):
            for other in _OTHER_ENDS.get(end, ("",)):
                root = stem.removesuffix(end) + other
                yield root
                if code == "be":
                    yield root.replace("о", "а")


def _adjective_stems(word: str) -> Iterator[str]:
    """What is left of an adjective without its suffix: україн-, беларус-, харват-, европе-; nothing of another word."""
    match = _ADJECTIVE.search(word)
    if match:
        stem = word[: match.start()]
        yield from (stem, stem.rstrip("ьй"))
        yield from (stem + end for end in ("т", "к") if match[0].startswith("ц"))
        yield from (stem + end for end in ("с",) if match[0].startswith("с"))


def _bare_roots(name: str) -> Iterator[str]:
    """Roots of an adjective of a people, to which the noun adds no suffix: грузин, харват; and па-дацк-у."""
    word = fold(name)
    for stem in _adjective_stems(word):
        yield from (root for root in (stem,) if root[-1:] not in _VOWELS + "ьй")
        yield word.rstrip("ийы")


def _english(concept: Concept) -> str:
    return concept.terms["en"].text if "en" in concept.terms else ""


@cache
def other_names() -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    """By language and English term, the rows of words and stems of names.txt."""
    found: dict[tuple[str, str], tuple[tuple[str, ...], ...]] = {}
    for line in OTHER_NAMES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, english, listed = line.split("\t")
            rows = (tuple(map(fold, row.split())) for row in listed.split(";"))
            found[code, english] = (*found.get((code, english), ()), *rows)
    return found


@cache
def _shipped() -> Shipped:
    """Made once a process, when the first line is judged."""
    termbase, problems = load([SHIPPED])
    if problems:
        raise ValueError("\n".join(map(str, problems)))
    return Shipped(termbase)
