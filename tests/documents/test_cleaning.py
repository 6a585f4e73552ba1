"""What happens to characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xlate.documents.cleaning import clean_line, clean_text, split_breaks


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("Лука\u00adшэнка", "Лукашэнка"),
        ("a\r\nb\rc\fd\u2028e", "a\nb\nc\nd\ne"),
        ("e\u0301", "é"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("left\u200eto right", "leftto right"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("bell\x07 and escape\x1b[0m", "bell and escape[0m"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean_text(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@pytest.mark.parametrize(
    ("raw", "clean"),
    [("  two \t words\n", "two words"), ("10\u00a0000", "10\u00a0000"), ("a\u00a0 \u00a0b", "a b"), ("\u00a0x", "x")],
)
def test_clean_line(raw: str, clean: str) -> None:
    assert clean_line(raw) == clean


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)
    assert clean_line(clean_line(text)) == clean_line(text)


def test_line_breaks_part_sentences_but_not_phrases() -> None:
    assert split_breaks(["Sports Palace,", "Minsk"]) == ["Sports Palace, Minsk"]
    assert split_breaks(["He left.", "She stayed."]) == ["He left.", "She stayed."]
    assert split_breaks(["one", "", "two"]) == ["one", "two"]
