"""Spelled-out numbers: what each language file says, and the lexicon built from it on first use.

A language is one file of plain tables (``ru.py``).  Every inflected form is listed or made from stem and ending, as a
stemmer would take "семью" (family, accusative) for seven and "сорока" (a magpie) for forty.  A language without a
file has an empty lexicon: its numbers are read from digits alone, and words on the other side are then never missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property

from xlate.checks.numbers.mention import Rational, rational

SPOKEN = ("en", "ru", "uk", "be")
"""Languages with a file here."""


@dataclass(frozen=True)
class Tables:
    """A language as its file writes it: lines of ``VALUE form form ...``; a stem line is joined with every ending."""

    cardinals: str
    ordinals: str
    ordinal_stems: str
    ordinal_endings: str
    magnitudes: str
    bare_magnitudes: str  # forms that mean "one" of themselves: "a million", not "millions"
    multipliers: str  # fractions that may stand before a magnitude: "half a million", "полтора миллиона"
    hints: str  # may stand for a number, never must: "both", "decade"; several values: "1/2|50"; a star ends a stem
    months: str
    and_a_half: str  # pattern
    minus: str  # pattern before the number
    below_zero: str  # pattern after it
    morning: str  # patterns after an hour
    afternoon: str
    century: str  # pattern of the word next to a Roman numeral
    compound_units: str = ""  # first members of compounds: "двух" in "двухдневный"
    compound_tens: str = ""
    compound_tails: str = ""  # stems of second members: "дневн лет"


@dataclass(frozen=True)
class Lexicon:
    """The forms of one language, lower case, with straight apostrophes."""

    cardinals: Mapping[str, Rational] = field(default_factory=dict)
    ordinals: Mapping[str, Rational] = field(default_factory=dict)
    magnitudes: Mapping[str, Rational] = field(default_factory=dict)
    bare_magnitudes: frozenset[str] = frozenset()
    multipliers: Mapping[str, Rational] = field(default_factory=dict)
    hints: Mapping[str, tuple[Rational, ...]] = field(default_factory=dict)
    hint_stems: tuple[tuple[str, tuple[Rational, ...]], ...] = ()
    months: Mapping[str, int] = field(default_factory=dict)
    and_a_half: re.Pattern[str] | None = None
    minus: re.Pattern[str] | None = None
    below_zero: re.Pattern[str] | None = None
    morning: str = ""
    afternoon: str = ""
    century: re.Pattern[str] | None = None
    compound: re.Pattern[str] | None = None
    compound_values: Mapping[str, Rational] = field(default_factory=dict)

    @cached_property
    def spelled(self) -> frozenset[str]:
        """Every form that is a number or a part of one."""
        return frozenset().union(self.cardinals, self.magnitudes, self.multipliers, self.ordinals)

    @cached_property
    def _hint_starts(self) -> tuple[str, ...]:
        return tuple(stem for stem, _ in self.hint_stems)

    def hinted(self, form: str) -> tuple[Rational, ...]:
        """The values that a word may stand for without having to; most words have none."""
        if form in self.hints:
            return self.hints[form]
        if form.startswith(self._hint_starts):
            return next(values for stem, values in self.hint_stems if form.startswith(stem))
        compound = self.compound.match(form) if self.compound else None
        total = sum(self.compound_values[compound[name]] for name in ("tens", "units") if compound and compound[name])
        return (total,) if total else ()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; an empty one where there is no file for it."""
    if language not in SPOKEN:
        return Lexicon()
    from importlib import import_module

    tables: Tables = import_module(f"{__name__}.{language}").TABLES
    return _build(tables)


def _build(tables: Tables) -> Lexicon:
    stems = {stem: value for stem, (value,) in _rows(tables.ordinal_stems)}
    made = {stem + end: value for stem, value in stems.items() for end in tables.ordinal_endings.split()}
    units, tens = dict(_single(tables.compound_units)), dict(_single(tables.compound_tens))
    return Lexicon(
        cardinals=dict(_single(tables.cardinals)),
        ordinals=made | dict(_single(tables.ordinals)),
        magnitudes=dict(_single(tables.magnitudes)),
        bare_magnitudes=frozenset(tables.bare_magnitudes.split()),
        multipliers=dict(_single(tables.multipliers)),
        hints={form: values for form, values in _rows(tables.hints) if form[-1] != "*"},
        hint_stems=tuple((form[:-1], values) for form, values in _rows(tables.hints) if form[-1] == "*"),
        months={form: int(value) for form, value in _single(tables.months)},
        and_a_half=re.compile(tables.and_a_half),
        minus=re.compile(rf"(?:^|\W)(?:{tables.minus})\s*$", re.IGNORECASE),
        below_zero=re.compile(tables.below_zero, re.IGNORECASE),
        morning=tables.morning,
        afternoon=tables.afternoon,
        century=re.compile(tables.century, re.IGNORECASE),
        compound=_compound(units, tens, tables.compound_tails),
        compound_values=units | tens,
    )


def _rows(table: str) -> Iterable[tuple[str, tuple[Rational, ...]]]:
    for line in table.strip().splitlines():
        written, *forms = line.split()
        values = tuple(rational(Fraction(value)) for value in written.split("|"))
        yield from ((form, values) for form in forms)


def _single(table: str) -> Iterable[tuple[str, Rational]]:
    return ((form, values[0]) for form, values in _rows(table))


def _compound(units: Iterable[str], tens: Iterable[str], tails: str) -> re.Pattern[str] | None:
    """ "двадцатипятилетний": tens, units (either may be missing), then the stem of a noun that is counted."""
    if not tails:
        return None
    longest_first = [sorted(members, key=len, reverse=True) for members in (units, tens)]
    unit, ten = ("|".join(map(re.escape, members)) for members in longest_first)
    return re.compile(rf"(?=\w)(?P<tens>{ten})?(?P<units>{unit})?(?:{'|'.join(tails.split())})")
