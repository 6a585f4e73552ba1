"""Value types refuse nonsense."""

import pytest

from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Leg,
    Origin,
    Route,
    Segment,
    Signature,
    Span,
    TranslationResult,
    TranslationUnit,
)


def test_span_covers_half_open_range() -> None:
    assert Span(0, 5).of("Minsk, Kyiv") == "Minsk"
    assert len(Span(7, 11)) == 4


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_span_refuses_nonsense(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_span_refuses_to_reach_past_the_text() -> None:
    with pytest.raises(ValueError, match="reaches past"):
        Span(0, 9).of("short")


def test_segment_text_must_fill_its_span() -> None:
    with pytest.raises(ValueError, match="span"):
        Segment(0, Span(0, 3), "Minsk")


def test_detection_refuses_a_probability_above_one() -> None:
    with pytest.raises(ValueError, match="probability"):
        Detection("be", 1.2)


def test_route_legs_must_join() -> None:
    en_ru, uk_be = Leg("en", "ru", "argos"), Leg("uk", "be", "argos")
    with pytest.raises(ValueError, match="do not join"):
        Route((en_ru, uk_be))
    with pytest.raises(ValueError, match="at least one"):
        Route(())


def test_block_targets_keep_the_white_space_between_segments() -> None:
    text = "One.  Two.\nThree."
    units = tuple(
        TranslationUnit(Segment(1, Span(start, end), text[start:end]), target, Origin.MACHINE)
        for start, end, target in [(0, 4, "Раз."), (6, 10, "Два."), (11, 17, "Тры.")]
    )
    blocks = (Block(BlockKind.VERBATIM, "x = 1"), Block(BlockKind.PARAGRAPH, text))
    result = TranslationResult(Document("a", "txt", blocks), Detection("en", 1.0), "be", units)
    assert result.block_targets() == ("x = 1", "Раз.  Два.\nТры.")


def test_signature_reads_as_sorted_pairs() -> None:
    assert str(Signature.of({"to": "be", "beam": 4})) == "beam:4|to:be"
