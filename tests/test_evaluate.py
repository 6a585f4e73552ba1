"""The quality gate fails when it should - above all when it checked nothing."""

import pytest

from tools.evaluate import verdict


def test_equal_or_better_passes() -> None:
    assert verdict({"a": 0.9, "b": 0.8, "new": 0.1}, {"a": 0.9, "b": 0.7}) == 0


def test_worse_fails_and_says_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict({"translation: en-be chrF": 0.30}, {"translation: en-be chrF": 0.35}) == 1
    assert "translation: en-be chrF: 0.3000 < 0.3500" in capsys.readouterr().err


def test_a_hair_below_is_noise() -> None:
    assert verdict({"a": 0.899}, {"a": 0.9}) == 0


def test_what_was_not_measured_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert verdict({"a": 0.9}, {"a": 0.9, "b": 0.9}) == 1
    assert "not measured: b" in capsys.readouterr().err


@pytest.mark.parametrize(("found", "expected"), [({}, {}), ({}, {"a": 0.1}), ({"a": 0.1}, {})])
def test_an_empty_gate_fails(found: dict[str, float], expected: dict[str, float]) -> None:
    assert verdict(found, expected) == 1
