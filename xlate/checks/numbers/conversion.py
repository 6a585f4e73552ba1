"""Converted units: "30 yards" as "27 метров".  Translators of news do this, so it is no lost number.

Only leftovers are looked at, and only if both segments name units that convert into each other.  The tolerance is
wide because people round: 385 miles became 620 km (619.6), 12 mph 19 km/h (19.3), 6 inches 15 cm (15.24).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from xlate.checks.numbers.mention import Kind, Mention

TOLERANCE = Fraction(7, 100)
"""Relative; on dev/news en-ru and en-uk (2026-11-23) rounding stays under 6 %, wrong conversions start at 10 %."""

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
_COMPOUND = re.compile(r"-(килограммов|кілограмов|кілаграмов|километров|кілометров|метров|фунтов|футов|мильн|мільн|тонн)\w*")
_FAHRENHEIT = re.compile(r"fahrenheit|фаренгейт\w*|°\s?F|\bdegrees\b", re.IGNORECASE)
_CELSIUS = re.compile(r"celsius|цельс\w*|°\s?C|°\s?С|градус\w*", re.IGNORECASE)


def converted(left: Mention, right: Mention, left_text: str, right_text: str) -> bool:
    """Whether one number may be the other in another unit that its segment names."""
    pairs = [(a, b) for a in _plain(left) for b in _plain(right)]
    if any(_near(a * factor, b) for factor in _factors(left_text, right_text) for a, b in pairs):
        return True
    return any(
        one.search(left_text) and other.search(right_text) and any(_near(formula(a), b, slack=1) for a, b in pairs)
        for one, other, formula in ((_FAHRENHEIT, _CELSIUS, _to_celsius), (_CELSIUS, _FAHRENHEIT, _to_fahrenheit))
    )


def _factors(left_text: str, right_text: str) -> Iterator[Fraction]:
    """Factors between the units of the two segments: "130 miles" and "130 миль (209 км)", one way or the other."""
    left, right = _units(left_text), _units(right_text)
    for quantity, base in left:
        for same, other in right:
            said_twice = (quantity, base) in right and (same, other) in left
            if same == quantity and other != base and not said_twice:
                yield base / other


def _units(text: str) -> set[tuple[str, Fraction]]:
    spaced = _COMPOUND.sub(lambda match: " " + match[0][1:], text)
    return {(quantity, base) for quantity, base, pattern in _PATTERNS if pattern.search(spaced)}


def _plain(mention: Mention) -> list[Fraction]:
    return [value for kind, value in mention.exact if kind is Kind.NUMBER]


def _near(expected: Fraction, found: Fraction, slack: int = 0) -> bool:
    return abs(expected - found) <= max(TOLERANCE * abs(expected), Fraction(slack))


def _to_celsius(degrees: Fraction) -> Fraction:
    return (degrees - 32) * 5 / 9


def _to_fahrenheit(degrees: Fraction) -> Fraction:
    return degrees * 9 / 5 + 32
