"""The sentences a reader can check: tests/detection/golden."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlate.detection import Detector
from xlate.model import Detection

GOLDEN = Path(__file__).parent / "golden"


def cases(name: str) -> list[tuple[str, str]]:
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    return [(expected, text) for expected, text in rows]


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


@pytest.mark.parametrize(("language", "text"), cases("languages"))
def test_language(detector: Detector, language: str, text: str) -> None:
    assert detector.detect(text).language == language


@pytest.mark.parametrize(("reason", "text"), cases("undetermined"))
def test_no_guess_is_presented_as_a_fact(detector: Detector, reason: str, text: str) -> None:
    found = detector.detect(text)
    assert (found.language, found.method) == ("und", reason)


@pytest.mark.parametrize(("languages", "text"), cases("segments"))
def test_segment_in_a_document(detector: Detector, languages: str, text: str) -> None:
    document, expected = languages.split(" > ")
    prior = Detection(document, 0.99, ((document, 0.99),), "letters")
    (found,) = detector.detect_segments([text], prior)
    assert found.language == expected
