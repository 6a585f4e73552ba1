"""Dates as articles give them."""

import pytest

from xlate.comparison.dates import compatible, dates

PUBLISHED = "2026-11-18T09:05:00+03:00"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("The treaty was signed on 12 March 2026.", "en", "2026-03-12"),
        ("On March 12, 2026, the treaty was signed.", "en", "2026-03-12"),
        ("Договор подписан 12 марта 2026 года.", "ru", "2026-03-12"),
        ("Дагавор падпісалі 12 сакавіка 2026 года.", "be", "2026-03-12"),
        ("Договір підписали 12.03.2026.", "uk", "2026-03-12"),
        ("It opened in March 2025.", "en", "2025-03"),
        ("The bridge was built in 1964.", "en", "1964"),
        ("Мост построен в 1964 году.", "ru", "1964"),
    ],
)
def test_written_dates(text: str, language: str, value: str) -> None:
    [found] = dates(text, language)
    assert (found.value, found.inferred) == (value, False)
    assert found.span.of(text) == found.shown


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("It happened on Tuesday.", "en", "2026-11-17"),
        ("Авария произошла во вторник.", "ru", "2026-11-17"),
        ("Учора раніцай рух спынілі.", "be", "2026-11-17"),
        ("У вівторок рух зупинили.", "uk", "2026-11-17"),
        ("Мост ва ўторак закрылі.", "be", "2026-11-17"),
        ("The court will sit on Friday.", "en", "2026-11-20"),
        ("Утром 17 ноября мост закрыли.", "ru", "2026-11-17"),
        ("Суд пройдёт 3 января.", "ru", "2027-01-03"),
    ],
)
def test_dates_counted_from_the_article(text: str, language: str, value: str) -> None:
    [found] = dates(text, language, PUBLISHED)
    assert (found.value, found.inferred) == (value, True)


@pytest.mark.parametrize("text", ["It may rain.", "Prices rose by 2000 roubles.", "31.02.2026", "The score was 3:2."])
def test_no_dates(text: str) -> None:
    assert dates(text, "en", PUBLISHED) == ()


def test_in_an_article_without_a_date_a_weekday_is_any_of_that_name() -> None:
    found = dates("It happened on Tuesday, 17 November.", "en")
    assert [(date.value, date.inferred) for date in found] == [("-W-2", False), ("--11-17", False)]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2026-11", "2026-11-23", True),
        ("--11-23", "2026-11-23", True),
        ("2026", "2026-11-23", True),
        ("2026-11-22", "2026-11-23", False),
        ("-W-2", "2026-11-17", True),
        ("-W-2", "2026-11-18", False),
        ("-W-2", "-W-3", False),
        ("-W-2", "2026-11", True),
        ("--11-22", "2026-11-23", False),
    ],
)
def test_dates_agree_as_far_as_they_say(left: str, right: str, same: bool) -> None:
    assert compatible(left, right) is compatible(right, left) is same
