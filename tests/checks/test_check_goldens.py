"""Every block of golden/*.txt: what must stay silent and what must be found, as a translator can read it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from xlate.checks import Check, Pair, load_check
from xlate.checks.language import LanguageCheck
from xlate.model import Detection

GOLDEN = Path(__file__).parent / "golden"
FILES = sorted(path.stem for path in GOLDEN.glob("*.txt") if path.stem != "spelled")


class Undecided:
    """A detector that never knows, so that the letters decide."""

    def detect(self, text: str) -> Detection:
        return Detection("und", 0.0, method="unsure" if text else "too-short")


def blocks(name: str) -> Iterator[tuple[str, Pair, list[str]]]:
    _, *written = (GOLDEN / f"{name}.txt").read_text("utf-8").strip().split("\n\n")
    for block in written:
        title, source, target, *expected = block.splitlines()
        (left, source_text), (right, target_text) = (line.partition(":")[::2] for line in (source, target))
        lines = [line.removeprefix("expected:").strip() for line in expected]
        pair = Pair(source_text.strip(), target_text.strip(), left, right)
        yield title, pair, [] if lines == ["silent"] else lines


CASES = [(name, *block) for name in FILES for block in blocks(name)]


@pytest.mark.parametrize(("name", "title", "pair", "expected"), CASES, ids=[f"{c[0]}: {c[1]}" for c in CASES])
def test_golden(name: str, title: str, pair: Pair, expected: list[str]) -> None:
    check: Check = LanguageCheck(Undecided()) if name == "language" else load_check(name)
    found = list(check(pair))
    assert [f"{finding.severity}: {finding.message}" for finding in found] == expected, title
    for finding in found:
        for span, text in ((finding.source_span, pair.source), (finding.target_span, pair.target)):
            assert span is None or span.of(text) or not text


def test_every_check_has_silent_and_loud_goldens() -> None:
    for name in FILES:
        expected = [lines for _, _, lines in blocks(name)]
        assert [] in expected, name
        assert any(expected), name
