"""Text that repeats itself: the phrase that a decoder says until it runs out of room, the clause that comes twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from xlate.memo import Memo
from xlate.model import Span

LONGEST_PHRASE = 8
"""Words of the longest phrase whose immediate repetition is looked for.  Guessed."""

CLAUSE = 6
"""Words from which the same clause twice in one segment, apart from each other, is a loop rather than style."""

SOURCE_CLAUSE = 3
"""Words from which the source counts as saying a clause twice.  Fewer than ``CLAUSE``, because wording differs: "as he
stopped breathing ... he'd actually stopped breathing" became five equal words in Belarusian.  With both, no human
translation of dev/news (en-ru, en-uk, en-be, 1,007 segments each, 2026-11-23) is said to repeat a clause."""

LOOP = 3
"""Times from which an immediate repetition is an error; twice is a warning ("на на"), it may be a slip of the pen."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")
_STRETCHED = re.compile(r"([^\W\d_])\1{4,}|(\S{2,4}?)\2{4,}")


@dataclass(frozen=True, slots=True)
class Repetition:
    """``n_words`` said ``times`` times; ``adjacent``: one right after the other.  The span covers all of it."""

    span: Span
    n_words: int
    times: int
    adjacent: bool


def excused(found: Repetition, source: list[Repetition]) -> bool:
    """Whether the source repeats as much: "a big, big win" may well be «большой, большой успех»."""
    return any(other.adjacent == found.adjacent and other.times >= found.times for other in source)


def repetitions(text: str, clause: int = CLAUSE) -> Iterator[Repetition]:
    """All repetitions; clauses of ``clause`` words apart from each other only where nothing is repeated at once."""
    forms = [word.casefold() for word in _WORD.findall(text)]
    if any(_stretched[word] for word in text.split()):
        for match in _STRETCHED.finditer(text):
            yield Repetition(Span(*match.span()), 1, LOOP, adjacent=True)
    near, n_again = _come_again(forms)
    if not near and n_again < clause:
        return  # most texts: no need to know where the words stand
    words = list(_WORD.finditer(text))
    found_adjacent, i = False, 0 if near else len(forms)
    while i < len(forms):
        length, times = _loop(forms, i)
        if times > 1 and _runs_on(text, words, i, length, times):
            yield Repetition(Span(words[i].start(), words[i + length * times - 1].end()), length, times, adjacent=True)
            found_adjacent, i = True, i + length * times
        else:
            i += max(1, length * (times - 1))
    if not found_adjacent and n_again >= clause:
        yield from _clauses(words, forms, clause)


def _is_stretched(word: str) -> bool:
    """Whether something in the text between two spaces is stretched: then four characters at least come again in it."""
    return len(word) - len(set(word)) >= 4 and _STRETCHED.search(word) is not None


_stretched = Memo(_is_stretched, 5_000)


def _come_again(forms: list[str]) -> tuple[bool, int]:
    """Whether any word comes again as soon as a phrase that is repeated at once would, and how many come again."""
    last: dict[str, int] = {}
    near = False
    for at, form in enumerate(forms):
        near = near or at - last.get(form, -LONGEST_PHRASE - 1) <= LONGEST_PHRASE
        last[form] = at
    return near, len(forms) - len(last)


def _loop(forms: list[str], start: int) -> tuple[int, int]:
    """The shortest phrase at ``start`` that comes again at once: its words, and how often it comes."""
    for length in range(1, min(LONGEST_PHRASE, (len(forms) - start) // 2) + 1):
        if forms[start + length] != forms[start]:
            continue  # no need to look at the whole phrase
        phrase, times = forms[start : start + length], 1
        while forms[start + length * times : start + length * (times + 1)] == phrase:
            times += 1
        if times > 1:
            return length, times
    return 1, 1


def _runs_on(text: str, words: list[re.Match[str]], start: int, length: int, times: int) -> bool:
    """Whether it is a loop and not style, as "нет, нет" and "1-1, 1-1" are; three times is a loop however written."""
    if any(word[0].isdigit() for word in words[start : start + length]):
        return False
    if times > LOOP or (times == LOOP and length > 1):
        return True
    last = start + length * times - 1
    gaps = [text[words[k].end() : words[k + 1].start()] for k in range(start, last)]
    seams = gaps[length - 1 :: length]
    return all(gap.isspace() for gap in seams)


def _clauses(words: list[re.Match[str]], forms: list[str], size: int) -> Iterator[Repetition]:
    """The first clause that comes twice; its span is the second coming."""
    seen: dict[tuple[str, ...], int] = {}
    for i in range(len(forms) - size + 1):
        clause = tuple(forms[i : i + size])
        first = seen.setdefault(clause, i)
        if i >= first + size and sum(not form.isdigit() for form in clause) >= size - 1:
            yield Repetition(Span(words[i].start(), words[i + size - 1].end()), size, 2, adjacent=False)
            return
