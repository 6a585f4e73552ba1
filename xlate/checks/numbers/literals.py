"""Numbers written in digits, by the conventions of the language.

English (and a few others) writes 1,000.5, the Slavic languages 1 000,5 or 1.000,5.  Two different separators, or one
that comes twice, leave no doubt.  One separator before exactly three digits does: then the language's convention gives
the exact value and the other one stays possible, because "3,000" is often left standing in Russian, rightly or not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from xlate.checks.numbers.mention import Kind, Mention, Value, number, numbers
from xlate.model import Span

POINT_LANGUAGES = frozenset(
    {"en", "zh", "zt", "ja", "ko", "th", "he", "hi", "ga", "ms", "sw", "cy", "bn", "ta", "te", "ur"}
)
"""Languages whose decimal separator is a point (CLDR); all others that xlate knows use a comma."""

_LITERAL = re.compile(
    r"""(?=[\d¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])(?:  # most characters are none of these, and need no look at the rest
        (?P<spaced>\d{1,3}(?:[ ]\d{3})+(?!\d)(?:[.,]\d+(?!\d))?)
      | (?P<commas>\d{1,3}(?:,\d{3}){2,}(?!\d)(?:\.\d+)?|\d{1,3},\d{3}\.\d+)
      | (?P<points>\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?|\d{1,3}\.\d{3},\d+)
      | (?P<quotes>\d{1,3}(?:'\d{3})+(?!\d))
      | (?P<years>(?P<first>(?:1[5-9]|20)\d\d)[-–/](?P<second>\d\d)(?!\d|\.\d|,\d))
      | (?P<fraction>(?:(?P<whole>\d+)[ ])?(?P<top>\d{1,2})/(?P<bottom>[1-9]\d?)(?![\d/]))
      | (?P<vulgar>(?:(?P<before>\d+)[ ]?)?(?P<glyph>[¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))
      | (?P<plain>\d+(?:[.,]\d+)?))""",
    re.VERBOSE,
)
_DECADE = re.compile(r"'?s\b|-(?:[хтеія]|ті|те|х|ых|их|ые|ыя|ми)(?!\w)")
_ENDING = re.compile(r"-[а-яёіїєґў]{1,3}(?![\w-])|(?:st|nd|rd|th)\b")
_EXPONENT = re.compile(r"(?:\d|\s|[кk])[мm][23]$|[cmсм][мm][23]$")  # km2, 3136 mm2
_CODE = re.compile(r"(?<![A-Z])[A-Z]{2,5}-?$")
_ZONE = re.compile(r"\s?(?:UTC|GMT|hours|hrs)\b")


def literals(text: str, language: str) -> Iterator[Mention]:
    """Every number in digits, in text order; the sign is not looked at."""
    for match in _LITERAL.finditer(text):
        span = Span(*match.span())
        if match["years"]:
            yield from _season(match)
        elif match["fraction"]:
            yield _fraction(match, span)
        elif match["vulgar"]:
            value = _glyph(match["glyph"]) + int(match["before"] or 0)
            yield Mention(span, numbers([value]))
        elif match["plain"]:
            if not _EXPONENT.search(text, max(0, span.end - 3), span.end):
                yield _with_ending(_plain(match, text, language), text)
        else:
            yield _with_ending(_grouped(match, span), text)


def _with_ending(mention: Mention, text: str) -> Mention:
    """ "3-х" and "3rd" with their endings, so that "3-х миллионов" is one number."""
    ending = _ENDING.match(text, mention.span.end)
    return replace(mention, span=Span(mention.span.start, ending.end())) if ending else mention


def _grouped(match: re.Match[str], span: Span) -> Mention:
    if match["spaced"]:
        groups = match["spaced"].split(" ")
        value = Fraction("".join(groups).replace(",", "."))
        # "in 2016 100 people" is kept apart by its four digits; "on May 15 300 people" can only be read both ways,
        # but no count begins with a zero: "15 001" is one number
        if any(group[0] == "0" for group in groups):
            return Mention(span, numbers([value]))
        split, start = [], span.start
        for group in groups:
            split.append(Mention(Span(start, start + len(group)), numbers([Fraction(group.replace(",", "."))])))
            start += len(group) + 1
        return Mention(span, numbers([value]), parts=tuple(split))
    if match["commas"]:
        return Mention(span, numbers([Fraction(match["commas"].replace(",", ""))]))
    if match["points"]:
        return Mention(span, numbers([Fraction(match["points"].replace(".", "").replace(",", "."))]))
    return Mention(span, numbers([int(match["quotes"].replace("'", ""))]))


def _glyph(character: str) -> Fraction:
    top, bottom = unicodedata.normalize("NFKC", character).split("\N{FRACTION SLASH}")
    return Fraction(int(top), int(bottom))


def _season(match: re.Match[str]) -> Iterator[Mention]:
    """ "2018-19" is 2018 and 2019, or 2018 and 19."""
    first, second = int(match["first"]), int(match["second"])
    yield Mention(Span(*match.span("first")), numbers([first]))
    yield Mention(Span(*match.span("second")), numbers([second]), numbers([first // 100 * 100 + second]))


def _fraction(match: re.Match[str], span: Span) -> Mention:
    """ "1/2", "5 1/2"; counted apart it may be a date or a season: "9/11", "24/7"."""
    top, bottom = int(match["top"]), int(match["bottom"])
    value = Fraction(top, bottom) + int(match["whole"] or 0)
    parts = []
    for group in ("whole", "top", "bottom"):
        if match[group]:
            digits = int(match[group])
            month = frozenset({(Kind.MONTH, digits)}) if 1 <= digits <= 12 else frozenset()
            parts.append(Mention(Span(*match.span(group)), numbers([digits]), month))
    return Mention(span, numbers([value]), parts=tuple(parts))


def _plain(match: re.Match[str], text: str, language: str) -> Mention:
    written, span = match["plain"], Span(*match.span())
    separator = next((mark for mark in ",." if mark in written), "")
    if not separator:
        before, after = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 8]
        return Mention(span, numbers([int(written)]), _meant(written, before, after))
    whole, rest = written.split(separator)
    decimal, joined = Fraction(f"{whole}.{rest}"), Fraction(whole + rest)
    parts = _halves(span, whole, rest)
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0"):
        return Mention(span, numbers([decimal]), _clock(whole, rest), parts=parts)
    if separator == "," and language in POINT_LANGUAGES:
        return Mention(span, numbers([joined]), parts=parts)  # "40,000" is never forty in English
    is_decimal = (separator == ".") == (language in POINT_LANGUAGES)
    exact, loose = (decimal, joined) if is_decimal else (joined, decimal)
    return Mention(span, numbers([exact]), frozenset({number(loose)}), parts=parts)


def _halves(span: Span, whole: str, rest: str) -> tuple[Mention, ...]:
    """The two sides of the separator, if they may count apart: "55,60 minutes", "June 26,2022", "01.09", not "2.7"."""
    if len(rest) not in (2, 4):
        return ()
    middle = span.start + len(whole)
    month = frozenset({(Kind.MONTH, int(rest))})
    return (
        Mention(Span(span.start, middle), numbers([int(whole)])),
        Mention(Span(middle + 1, span.end), numbers([int(rest)]), month),
    )


def _meant(digits: str, before: str, after: str) -> frozenset[Value]:
    """What a whole number may be short for: the decades 1990s and 90-е, the year in SS19, the hour in 0230 UTC."""
    value, meant = int(digits), []
    if value % 10 == 0 and _DECADE.match(after):
        meant += [value % 100] if 1000 < value < 2100 else [1900 + value] if value < 100 else []
    if len(digits) == 2 and _CODE.search(before):
        meant.append(2000 + value)
    hour = len(digits) == 4 and (digits[0] == "0" or _ZONE.match(after))
    return numbers(meant) | (_clock(digits[:2], digits[2:]) if hour else frozenset())


def _clock(whole: str, rest: str) -> frozenset[Value]:
    """ "15.00" and "7.55" as times of the day, morning or evening."""
    if len(rest) != 2 or int(whole) > 24 or int(rest) > 59:
        return frozenset()
    minutes = int(whole) * 60 + int(rest)
    return frozenset((Kind.CLOCK, m) for m in {minutes, minutes + 720 if int(whole) <= 12 else minutes})
