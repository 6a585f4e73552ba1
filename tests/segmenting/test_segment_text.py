"""Properties that hold for any text: nothing is lost, nothing overlaps, and time grows with length only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.segmenting import segment_text

LANGUAGES = ("en", "ru", "uk", "be", "de", "el", "zh", "ar", "und")
_WORDS = """
a Мы Он и 1870 г. т. д. др. Mr. Dr. U.S. etc. А. J. No. 5 12. 3.5 ... … ?! !.. . ! ? 。 ؟ । « » „ “ ” " ' ( ) [1]
— – - , : ; iPhone tut.by https://a.b/c?d 😀 你好 שלום ა В On The Число Two Дзве Police word слово
"""
_PIECES = (*_WORDS.split(), "\n", "\n\n", "\u2028", "\t", "\u00a0", "\u202f", "\u200f", "\u0301", "\x00", "\u200b")

arbitrary = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
news_like = st.lists(st.sampled_from([*_PIECES, " ", " ", " "]), max_size=40).map("".join)
languages = st.sampled_from(LANGUAGES)


@settings(max_examples=200, deadline=None)
@given(st.one_of(arbitrary, news_like), languages)
def test_spans_cover_all_but_white_space(text: str, language: str) -> None:
    end = 0
    for span in segment_text(text, language):
        assert text[end : span.start].strip() == ""
        assert span.start >= end
        segment = span.of(text)
        assert segment == segment.strip() != ""
        end = span.end
    assert text[end:].strip() == ""


@settings(max_examples=100, deadline=None)
@given(news_like, languages, st.sampled_from(["  ", "\n", " \n ", "\t"]))
def test_white_space_around_changes_nothing(text: str, language: str, around: str) -> None:
    plain = [span.of(text) for span in segment_text(text, language)]
    padded = around + text + around
    assert [span.of(padded) for span in segment_text(padded, language)] == plain


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["Мы пришли.", "Кто там?", "Они ушли!", "Наступила весна…"]), min_size=1, max_size=6))
def test_joined_sentences_come_apart_again(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in segment_text(text, "ru")] == sentences


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\t\u2028"])
def test_white_space_only(text: str) -> None:
    assert segment_text(text, "en") == ()


def test_long_sentence_stays_whole() -> None:
    text = "word " * 4999 + "word"
    assert len(segment_text(text, "en")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_unknown_and_known_languages_take_any_script(language: str) -> None:
    text = "Он пришёл. 他来了。 He left. हाँ। Конец"
    assert len(segment_text(text, language)) == 5


@pytest.mark.parametrize(
    "unit",
    [
        "Он пришёл домой. ", "a. ", "? ", ". ", "...", "г. ", "(а?) б ", "«а? ", "1. ", "\n", " \n- ", "»", "слово ",
        "т. д. ", "a.b", "— ", "a) ", "В ", "он В ", "。", "😀. 😀", "x@", "'a", "(", "!\u00a0»", "A. ", "[1].",
        "Он Число ", "слово Число и ", "а «Число ", "Число, а ", "а — б. — В", "слово\n", "— а\n", "я\r\n\r\n",
    ],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    segment_text(text, "ru")
    assert time.perf_counter() - start < 4.0  # 0.01-0.9 s on a busy machine; a quadratic rule takes minutes
