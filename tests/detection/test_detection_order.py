"""Each place in the chain has the text that breaks if the step moves (`xlate.detection.steps`)."""

from __future__ import annotations

import pytest

from xlate.detection.estimate import estimator
from xlate.detection.steps import STEPS, Case


def case(text: str, language: str = "") -> Case:
    return Case(text, language, None, estimator)


def answers(text: str, language: str = "") -> dict[str, str]:
    """What each step would answer if it were asked."""
    found = {step.__name__: step(case(text, language)) for step in STEPS}
    return {name: detection.language for name, detection in found.items() if detection}


def test_the_order() -> None:
    assert [step.__name__ for step in STEPS] == ["declared", "nothing", "letters", "brevity", "langdetect"]


def test_declared_before_letters() -> None:
    found = answers("Київ", "be")
    assert (found["declared"], found["letters"]) == ("be", "uk")


def test_declared_before_nothing() -> None:
    found = answers("2026 — 15 %", "be")
    assert (found["declared"], found["nothing"]) == ("be", "und")


def test_letters_before_brevity() -> None:
    found = answers("Васіль Быкаў")
    assert (found["letters"], found["brevity"]) == ("be", "und")


def test_letters_before_langdetect_which_has_no_kazakh() -> None:
    found = answers("Қазақстан Президенті халыққа Жолдауын жариялады")
    assert found["letters"] == "kk"
    assert found["langdetect"] != "kk"


def test_brevity_before_langdetect() -> None:
    posterior = estimator().posterior(case("Мінск").words, ("be", "uk"))
    assert max(posterior.values()) > 0.5
    assert answers("Мінск")["brevity"] == "und"


@pytest.mark.parametrize("text", ["У наш час", "Мы тут", "The house"])
def test_letters_leave_the_rest_to_langdetect(text: str) -> None:
    assert set(answers(text)) == {"langdetect"}
