"""What differs between two texts of one language, marked: by words, and by letters inside words that are much alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xlate.similarity import edits, likeness

WORD_ALIKE = 0.5
"""Likeness from which a changed word is marked by letters, not as a whole: «мост», «моста».  Guessed."""

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text; ``changed``: the other text has something else there, or nothing."""

    text: str
    changed: bool = False


def differences(left: str, right: str) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Both texts as runs; joined, the runs of a side are its text."""
    words = _TOKEN.findall(left), _TOKEN.findall(right)
    runs: tuple[list[Run], list[Run]] = ([], [])
    for tag, a, b, c, d in edits(*words):
        ours, theirs = words[0][a:b], words[1][c:d]
        if tag == "replace" and len(ours) == len(theirs):
            for one, other in zip(ours, theirs, strict=True):
                _replace(one, other, runs)
        else:
            _add(runs[0], "".join(ours), changed=tag != "equal")
            _add(runs[1], "".join(theirs), changed=tag != "equal")
    return tuple(runs[0]), tuple(runs[1])


def _replace(one: str, other: str, runs: tuple[list[Run], list[Run]]) -> None:
    if likeness(one, other) < WORD_ALIKE:
        _add(runs[0], one, changed=True)
        _add(runs[1], other, changed=True)
        return
    for tag, a, b, c, d in edits(one, other):
        _add(runs[0], one[a:b], changed=tag != "equal")
        _add(runs[1], other[c:d], changed=tag != "equal")


def _add(runs: list[Run], text: str, *, changed: bool) -> None:
    """Put to the last run where it is of the same kind; a space between two changed words is changed as well."""
    if not text:
        return
    if runs and runs[-1].changed == changed:
        runs[-1] = Run(runs[-1].text + text, changed)
    else:
        runs.append(Run(text, changed))


def changed_spans(runs: Sequence[Run]) -> list[tuple[int, int]]:
    """Where the changed runs stand in the text."""
    found, at = [], 0
    for run in runs:
        if run.changed:
            found.append((at, at + len(run.text)))
        at += len(run.text)
    return found
