"""Over-long segments are cut at good places and nothing is left out."""

from hypothesis import given
from hypothesis import strategies as st

from xlate.engines.pieces import split_text


def words(text: str) -> int:
    return len(text.split()) or len(text)


def pieces(text: str, limit: int) -> list[str]:
    return list(split_text(text, words, limit))


def test_a_short_text_stays_whole() -> None:
    assert pieces("The talks ended, and they left.", 20) == ["The talks ended, and they left."]


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("", 5) == []


def test_the_cut_comes_after_a_semicolon_rather_than_a_comma() -> None:
    text = "One two three; four five, six seven eight nine"
    assert pieces(text, 7) == ["One two three;", "four five, six seven eight nine"]


def test_the_cut_comes_before_a_dash() -> None:
    assert pieces("один два три — четыре пять шесть семь", 6) == ["один два три", "— четыре пять шесть семь"]


def test_the_cut_comes_after_a_comma_rather_than_at_any_space() -> None:
    assert pieces("one two three, four five six seven", 5) == ["one two three,", "four five six seven"]


def test_without_punctuation_the_cut_comes_at_a_space() -> None:
    assert pieces("a b c d e", 2) == ["a b", "c d", "e"]


def test_a_word_without_end_is_cut_inside() -> None:
    found = list(split_text("a" * 25, len, 10))
    assert "".join(found) == "a" * 25
    assert max(map(len, found)) <= 10


@given(st.text(alphabet="abвг ,;.—\n!", max_size=300), st.integers(2, 40))
def test_nothing_is_left_out_and_every_piece_fits(text: str, limit: int) -> None:
    found = list(split_text(text.strip(), len, limit))
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(0 < len(piece) <= limit for piece in found)
