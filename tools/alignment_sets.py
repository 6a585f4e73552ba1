"""Texts with gold alignments: Text+Berg as it came, and news that a seeded script merges, splits, drops and inserts.

News: every line of a document is a sentence or two, the same in all four languages.  On each side a line is dropped
(15 %), split in two at a clause (15 %), merged with the next (15 %), or followed by a line of another document (15 %).
Gold beads are what hangs together by original lines; a segment without a counterpart is a bead of its own.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from xlate.alignment.format import Link, read_links

RATE = 0.15
SEED = 20261129
_CLAUSE = re.compile(r"(?<=[.!?,;:—–])\s+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Case:
    """Two texts, their gold beads, and machine translations by name: (source translated, target translated)."""

    name: str
    languages: tuple[str, str]
    source: list[str]
    target: list[str]
    gold: tuple[Link, ...]
    translations: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)


@dataclass
class _Piece:
    text: str
    lines: frozenset[int]  # original lines; empty for an insertion


@dataclass
class _Plan:
    """Lines by what becomes of them."""

    dropped: set[int] = field(default_factory=set)
    split: set[int] = field(default_factory=set)
    merged: set[int] = field(default_factory=set)  # with the next one
    followed: set[int] = field(default_factory=set)  # by a line of another document


_FATES = ("dropped", "split", "merged", "followed", "kept")


def text_berg(folder: Path) -> Case:
    """German and French, 1957, with a good and a weak translation of either side."""
    stem = folder / "align" / "text_berg_1957"

    def read(suffix: str) -> list[str]:
        return [line.strip() for line in Path(f"{stem}.{suffix}").read_text("utf-8").splitlines()]

    made = {
        name: (read(f"de.mt-{engine}.fr"), read(f"fr.mt-{engine}.de"))
        for name, engine in (("good", "google"), ("weak", "europarllight"))
    }
    gold = read_links(Path(f"{stem}.de-fr.beads"))
    return Case("Text+Berg 1957", ("de", "fr"), read("de"), read("fr"), gold, made)


def news(folder: Path, target: str, *, seed: int = SEED, rate: float = RATE) -> list[Case]:
    """One case a document; ``target`` is ru, uk or be."""
    dice = random.Random(f"{seed} {target}")
    names = (folder / "news" / "document_ids.txt").read_text("utf-8").splitlines()
    sides = [(folder / "news" / f"{code}.txt").read_text("utf-8").splitlines() for code in ("en", target)]
    cases = []
    for name, group in groupby(range(len(names)), key=names.__getitem__):
        numbers = list(group)
        others = [i for i, other in enumerate(names) if other != name]
        plans = _plans(len(numbers), dice, rate)
        source, goal = (
            _disturbed([(i, side[i]) for i in numbers], side, others, plan, dice)
            for side, plan in zip(sides, plans, strict=True)
        )
        if source and goal:
            texts = [piece.text for piece in source], [piece.text for piece in goal]
            cases.append(Case(name, ("en", target), *texts, _gold(source, goal)))
    return cases


def joined(cases: Sequence[Case], name: str) -> Case:
    """All cases as one text."""
    source: list[str] = []
    target: list[str] = []
    gold: list[Link] = []
    translations: dict[str, tuple[list[str], list[str]]] = {}
    for case in cases:
        gold += [(_moved(left, len(source)), _moved(right, len(target))) for left, right in case.gold]
        source += case.source
        target += case.target
        for key, made in case.translations.items():
            for whole, part in zip(translations.setdefault(key, ([], [])), made, strict=True):
                whole += part
    return Case(name, cases[0].languages, source, target, tuple(gold), translations)


def _moved(numbers: tuple[int, ...], by: int) -> tuple[int, ...]:
    return tuple(number + by for number in numbers)


def _disturbed(
    lines: Sequence[tuple[int, str]], side: Sequence[str], others: Sequence[int], plan: _Plan, dice: random.Random
) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, (i, text) in enumerate(lines):
        if number in plan.dropped:
            continue
        parts = _halves(text) if number in plan.split else [text]
        fresh = [_Piece(part, frozenset({i})) for part in parts]
        if number - 1 in plan.merged:
            fresh[0] = _Piece(f"{pieces[-1].text} {fresh[0].text}", pieces.pop().lines | fresh[0].lines)
        pieces += fresh
        if number in plan.followed:
            pieces.append(_Piece(side[dice.choice(others)], frozenset()))
    return pieces


def _plans(n_lines: int, dice: random.Random, rate: float) -> tuple[_Plan, _Plan]:
    """What becomes of each line: one thing at most on a side, and nothing to a line that is dropped opposite.

    A line that is merged with the one before, on either side, is not dropped: a bead would say half of what the other
    side says.  A line that both dice would split is split on one side: whether half answers half, the script cannot
    tell, and it does in about every second one (20 read, en-ru, 2026-11-29).
    """
    plans = _Plan(), _Plan()
    for number in range(n_lines):
        fates = [_FATES[min(int(dice.random() / rate), len(_FATES) - 1)] for _ in plans]
        bound = any(number - 1 in plan.merged for plan in plans)
        if "dropped" in fates and not bound:
            plans[fates.index("dropped")].dropped.add(number)
            continue
        if fates == ["split", "split"]:
            fates[number % 2] = "kept"
        for plan, fate in zip(plans, fates, strict=True):
            followed, joined_on = (any(number in getattr(p, key) for p in plans) for key in ("followed", "merged"))
            if fate == "merged" and number + 1 < n_lines and number - 1 not in plan.merged and not followed:
                plan.merged.add(number)
            elif fate == "split" and number - 1 not in plan.merged:
                plan.split.add(number)
            elif fate == "followed" and not joined_on:
                plan.followed.add(number)
    return plans


def _halves(text: str) -> list[str]:
    """Two parts, cut at the clause nearest the middle, or else at the space; a short text stays whole."""
    middle = len(text) / 2
    for pattern in (_CLAUSE, _SPACE):
        cuts = [match for match in pattern.finditer(text) if 0.25 < match.start() / len(text) < 0.75]
        if cuts and len(text) >= 40:
            cut = min(cuts, key=lambda match: abs(match.start() - middle))
            return [text[: cut.start()], text[cut.end() :]]
    return [text]


def _gold(source: Sequence[_Piece], target: Sequence[_Piece]) -> tuple[Link, ...]:
    """Beads of pieces that share original lines, in order; insertions and what was dropped opposite stand alone."""
    beads: list[Link] = []
    i = j = 0
    while i < len(source) or j < len(target):
        left, right = _lines(source, i), _lines(target, j)
        if i < len(source) and not left & _all(target):
            beads.append(((i,), ()))
            i += 1
        elif j < len(target) and not right & _all(source):
            beads.append(((), (j,)))
            j += 1
        else:
            end_i, end_j = _component(source, target, i, j)
            beads.append((tuple(range(i, end_i)), tuple(range(j, end_j))))
            i, j = end_i, end_j
    return tuple(beads)


def _component(source: Sequence[_Piece], target: Sequence[_Piece], i: int, j: int) -> tuple[int, int]:
    """How far pieces hang together from ``i`` and ``j`` on; insertions inside count as part of them."""
    lines = source[i].lines | target[j].lines
    end_i, end_j = i + 1, j + 1
    while True:
        last_i = max([end_i, *(k + 1 for k, piece in enumerate(source) if k >= i and piece.lines & lines)])
        last_j = max([end_j, *(k + 1 for k, piece in enumerate(target) if k >= j and piece.lines & lines)])
        if (last_i, last_j) == (end_i, end_j):
            return end_i, end_j
        end_i, end_j = last_i, last_j
        lines = frozenset().union(lines, *(piece.lines for piece in [*source[i:end_i], *target[j:end_j]]))


def _lines(pieces: Sequence[_Piece], at: int) -> frozenset[int]:
    return pieces[at].lines if at < len(pieces) else frozenset()


def _all(pieces: Sequence[_Piece]) -> frozenset[int]:
    return frozenset().union(*(piece.lines for piece in pieces))
