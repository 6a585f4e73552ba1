"""Numbers: copies are silent, conventions compare equal, values read from words are right."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xlate.checks import Pair
from xlate.checks.numbers import NumbersCheck, compare_numbers, mentions
from xlate.checks.numbers.mention import number
from xlate.model import Severity

LANGUAGES = ("en", "ru", "uk", "be")
SPELLED = Path(__file__).parent / "golden" / "spelled.txt"

PIECES = """5 12 1,000 1.5 1 000 1/2 9/11 2018-19 26.06.2022 3:15 10.30 p.m. $ % € million тысяч млн three пять half
    II XX – - -7 −3 F-16 +375291234567 6-foot-6 decades 90-х 1990s May июня ½ дня з половиною minus 00 0 . , ( )"""
pieces = st.sampled_from(PIECES.split())
texts = st.lists(pieces, max_size=12).map(" ".join) | st.text(alphabet="0123456789 .,:/-–%$mkIVX'sя", max_size=25)


@example("three % three $", "en")  # words may go unread, their units not
@given(texts, st.sampled_from([*LANGUAGES, "de"]))
@settings(max_examples=100, deadline=None)
def test_a_copy_is_silent(text: str, language: str) -> None:
    assert list(NumbersCheck()(Pair(text, text, language, language, copied=True))) == []


@given(texts, st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_spans_lie_in_the_text(text: str, language: str) -> None:
    for mention in mentions(text, language):
        assert mention.span.of(text)
        assert mention.exact


def written(value: int, cents: int, language: str, space: str) -> str:
    english = f"{value:,}" + (f".{cents:02}" if cents else "")
    return english if language == "en" else english.replace(",", space).replace(".", ",")


@given(
    st.integers(0, 10**9),
    st.integers(0, 99),
    st.sampled_from(LANGUAGES),
    st.sampled_from(LANGUAGES),
    st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]),
)
@settings(max_examples=100, deadline=None)
def test_each_convention_says_the_same(value: int, cents: int, left: str, right: str, space: str) -> None:
    pair = Pair(f"({written(value, cents, left, space)})", f"({written(value, cents, right, space)})", left, right)
    assert list(NumbersCheck()(pair)) == []


@given(st.integers(13, 10**7), st.integers(13, 10**7), st.sampled_from(LANGUAGES[1:]))
@settings(max_examples=100, deadline=None)
def test_another_number_is_an_error(value: int, other: int, language: str) -> None:
    pair = Pair(f"{value:,} people came", f"({written(other, 0, language, ' ')})", "en", language)
    found = [finding.severity for finding in NumbersCheck()(pair)]
    assert found == ([] if value == other else [Severity.ERROR])


SPELLED_ROWS = [
    (int(cells[0]), language, cells[column])
    for line in SPELLED.read_text("utf-8").splitlines()[1:]
    if (cells := [cell.strip() for cell in line.split("|")])
    for column, language in enumerate(LANGUAGES, start=1)
]


@pytest.mark.parametrize(("value", "language", "text"), SPELLED_ROWS)
def test_number_words(value: int, language: str, text: str) -> None:
    (found,) = (mention for mention in mentions(text, language) if not mention.optional)
    assert found.exact == {number(value)}
    assert found.span.of(text) == text


def test_three_apostrophes() -> None:
    for apostrophe in "'’ʼ":
        (found,) = mentions(f"п{apostrophe}ятнадцять", "uk")
        assert found.exact == {number(15)}


def test_a_language_without_number_words_needs_figures_only() -> None:
    check = NumbersCheck()
    assert list(check(Pair("fourteen people, two million euros", "vierzehn Menschen", "en", "de"))) == []
    assert list(check(Pair("1,250.5 tonnes in 2022", "1.250,5 Tonnen im Jahr 2022", "en", "de"))) == []
    assert list(check(Pair("2.5 million people", "2,5 Millionen Menschen", "en", "de"))) == []
    assert [f.severity for f in check(Pair("32 people", "23 Menschen", "en", "de"))] == [Severity.ERROR]


def test_the_score_stands_apart_from_the_verdict() -> None:
    assert compare_numbers("5 and 6", "5 и 6", "en", "ru").similarity == 1.0
    assert compare_numbers("5 and 600", "5 и 700", "en", "ru").similarity == 0.5
    assert compare_numbers("", "", "en", "ru").similarity == 1.0


def test_values_are_exact() -> None:
    (found,) = mentions("2,3 млн", "ru")
    assert found.exact == {number(Fraction(2_300_000))}
