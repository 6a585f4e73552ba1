"""Converted units: "30 yards" as "27 метров".  Translators of news do this, so it is no lost number.

Only leftovers are looked at, and only if units that convert into each other follow the two numbers.  The tolerance is
wide because people round: 385 miles became 620 km (619.6), 12 mph 19 km/h (19.3), 6 inches 15 cm (15.24).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from fractions import Fraction
from functools import lru_cache

from xlate.checks.numbers.mention import Kind, Mention

TOLERANCE = Fraction(7, 100)
"""Relative.  Of the 29 conversions in dev/news en-ru and en-uk (2026-11-23) 28 lie within 2 %; "3 inches" became 7 cm
(9 %).  The rest is room for rounding such as "10 миль (15 км)", and guessed."""

DEGREES = 2
"""Celsius; 80 degrees Fahrenheit became 27 (26.7).  Guessed."""

WINDOW = 30
"""Characters after a number in which its unit is looked for: "3 to 6 inches", "85 statute miles".  Guessed."""

Unit = tuple[str, Fraction]  # quantity, size in the quantity's base unit

_QUANTITIES: tuple[tuple[str, str, str], ...] = (  # quantity, in base units, pattern
    ("length", "0.0254", r"inch(?:es)?|дюйм\w*|цал[яіеюь]\w*"),
    ("length", "0.3048", r"f(?:oo|ee)t|ft|фут(?!бол)\w*"),
    ("length", "0.9144", r"yards?|ярд\w*"),
    ("length", "1609.344", r"miles?|mph|мил[яиьюе]\w{0,2}|мил[ьяі]\w{0,2}|міл[яіьеюя]\w{0,2}"),
    ("length", "0.001", r"millimet\w+|mm|миллиметр\w*|міліметр\w*|мм"),
    ("length", "0.01", r"centimet\w+|cm|сантиметр\w*|сантыметр\w*|см"),
    ("length", "1", r"met(?:re|er)s?|метр\w*|метар|м"),
    ("length", "1000", r"kilomet\w+|km|kph|километр\w*|кілометр\w*|кіламетр\w*|км"),
    ("mass", "0.0283495", r"ounces?|oz|унци\w*|унці\w*|унцы\w*"),
    ("mass", "0.453592", r"pounds?|lbs?|фунт\w*"),
    ("mass", "6.35029", r"stones?|стоун\w*"),
    ("mass", "0.001", r"gram(?:me)?s?|грамм?\w*|грам\w*|г"),
    ("mass", "1", r"kilo(?:gram)?\w*|kg|килограмм?\w*|кілограм\w*|кілаграм\w*|кг"),
    ("mass", "1000", r"tonn?es?|tons?|тонн\w*|т"),
    ("area", "4046.86", r"acres?|акр\w*"),
    ("area", "10000", r"hectares?|гектар\w*|га"),
    ("area", "2589988", r"square\s+miles?|квадратн\w+\s+мил\w*"),
    ("area", "1000000", r"square\s+kilomet\w+|квадратн\w+\s+к[иі]л\w*"),
    ("volume", "3.78541", r"gallons?|галлон\w*|галон\w*"),
    ("volume", "1", r"lit(?:re|er)s?|литр\w*|літр\w*"),
)
_PATTERNS = [
    (quantity, Fraction(base), re.compile(rf"(?<![^\W\d_])(?:\w*\d-?)?(?:{pattern})\b", re.IGNORECASE))
    for quantity, base, pattern in _QUANTITIES
]
_COMPOUND = re.compile(
    r"-(килограммов|кілограмов|кілаграмов|километров|кілометров|метров|фунтов|футов|мильн|мільн|тонн)\w*"
)
_FAHRENHEIT = re.compile(r"fahrenheit|фаренгейт\w*|°\s?F|\bdegrees\b", re.IGNORECASE)
_CELSIUS = re.compile(r"celsius|цельс\w*|°\s?C|°\s?С|градус\w*", re.IGNORECASE)


def converted(left: Mention, right: Mention, left_text: str, right_text: str) -> bool:
    """Whether one number may be the other in another unit; each unit must follow its number closely."""
    after = _after(left, left_text), _after(right, right_text)
    pairs = [(a, b) for a in _plain(left) for b in _plain(right)]
    units = _units(after[0]), _units(after[1])
    both = _units(left_text) & _units(right_text) if all(units) else frozenset[Unit]()
    factors = set(_factors(*units, both))
    if any(abs(a * factor - b) <= TOLERANCE * abs(b) for factor in factors for a, b in pairs):
        return True
    if _FAHRENHEIT.search(after[0]) and _CELSIUS.search(after[1]):
        return any(abs(_to_celsius(a) - b) <= DEGREES for a, b in pairs)
    if _CELSIUS.search(after[0]) and _FAHRENHEIT.search(after[1]):
        return any(abs(a - _to_celsius(b)) <= DEGREES for a, b in pairs)
    return False


def _after(mention: Mention, text: str) -> str:
    """The number and what follows it."""
    return text[mention.span.start : mention.span.end + WINDOW]


def _factors(left: Set[Unit], right: Set[Unit], both: Set[Unit]) -> Iterator[Fraction]:
    """Factors between units of one quantity, unless ``both`` texts name the two: then each number has its own."""
    for quantity, base in left:
        for same, other in right:
            if same == quantity and other != base and not {(quantity, base), (same, other)} <= both:
                yield base / other


@lru_cache(maxsize=256)  # every leftover is held against all numbers of the other text
def _units(text: str) -> frozenset[Unit]:
    spaced = _COMPOUND.sub(lambda match: " " + match[0][1:], text)
    return frozenset((quantity, base) for quantity, base, pattern in _PATTERNS if pattern.search(spaced))


def _plain(mention: Mention) -> list[Fraction]:
    return [Fraction(value) for kind, value in mention.exact if kind is Kind.NUMBER]


def _to_celsius(degrees: Fraction) -> Fraction:
    return (degrees - 32) * 5 / 9
