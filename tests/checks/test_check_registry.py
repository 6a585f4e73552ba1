"""The registry: order, lazy loading, unknown names, copied and empty targets."""

import subprocess
import sys

import pytest

from xlate.checks import CHECK_NAMES, Pair, load_check, run_checks
from xlate.checks.language import LanguageCheck
from xlate.checks.score import ScoreCheck
from xlate.errors import UsageError
from xlate.model import Detection, Severity


def test_importing_the_package_loads_nothing_heavy() -> None:
    program = (
        "import sys, xlate.checks; heavy = {'rapidfuzz', 'langdetect', 'xlate.detection', 'xlate.checks.numbers'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_check_loads_under_its_name() -> None:
    assert [load_check(name).name for name in CHECK_NAMES] == list(CHECK_NAMES)


def test_an_unknown_check_is_told_apart_with_a_way_out() -> None:
    with pytest.raises(UsageError, match='no check "nmbers"') as raised:
        run_checks([], ["nmbers"])
    assert "numbers" in raised.value.hint


def test_one_tuple_of_findings_for_each_pair_in_order_of_the_checks() -> None:
    pairs = [
        Pair("Police arrested 32 people?", "Полиция задержала 23 человека.", "en", "ru", score=0.1),
        Pair("Yes.", "Да.", "en", "ru"),
    ]
    found = run_checks(pairs)
    assert [finding.check for finding in found[0]] == ["numbers", "punctuation", "score"]
    assert found[1] == ()


def test_names_limit_the_checks() -> None:
    pair = Pair("Police arrested 32 people?", "Полиция задержала 23 человека.", "en", "ru")
    assert [finding.check for finding in run_checks([pair], ["punctuation"])[0]] == ["punctuation"]
    assert run_checks([pair], []) == [()]


def test_a_copied_pair_may_equal_its_source() -> None:
    text = "The ministry said on Monday that talks would go on."
    assert run_checks([Pair(text, text, "en", "ru", score=0.0, copied=True)]) == [()]
    assert run_checks([Pair(text, text, "en", "ru")])[0] != ()


def test_an_empty_target_is_one_finding() -> None:
    (found,) = run_checks([Pair("On June 26 he wrote 5 letters to a@b.org (twice)?", " ", "en", "be")])
    assert [finding.check for finding in found] == ["empty"]


def test_the_score_threshold_is_a_setting() -> None:
    pair = Pair("Yes.", "Да.", "en", "ru", score=0.5)
    assert list(ScoreCheck()(pair)) == []
    assert [f.severity for f in ScoreCheck(threshold=0.6)(pair)] == [Severity.INFO]
    assert list(ScoreCheck()(Pair("Yes.", "Да.", "en", "ru"))) == []


def test_a_score_runs_from_0_to_1() -> None:
    with pytest.raises(ValueError, match="not a score"):
        Pair("", "", "en", "ru", score=1.5)


class Says:
    def __init__(self, language: str, probability: float) -> None:
        self.answer = Detection(language, probability)
        self.asked: list[str] = []

    def detect(self, text: str) -> Detection:
        self.asked.append(text)
        return self.answer


LONG = "Улады паведамілі, што перамовы працягнуцца пасля свят у сталіцы."


def test_the_detector_is_believed_when_it_is_sure() -> None:
    pair = Pair("The authorities said so.", LONG, "en", "be")
    assert list(LanguageCheck(Says("be", 1.0))(pair)) == []
    assert list(LanguageCheck(Says("ru", 0.5))(pair)) == []
    assert list(LanguageCheck(Says("und", 0.0))(pair)) == []
    (finding,) = LanguageCheck(Says("ru", 0.99))(pair)
    assert (finding.severity, finding.message) == (Severity.ERROR, "the target looks like Russian")


def test_the_detector_is_not_asked_about_short_targets() -> None:
    detector = Says("ru", 1.0)
    assert list(LanguageCheck(detector)(Pair("Yes.", "Так, вядома.", "en", "be"))) == []
    assert detector.asked == []


def test_the_default_detector_knows_belarusian_from_russian() -> None:
    russian = "Власти сообщили, что переговоры продолжатся после праздников в столице."
    assert list(LanguageCheck()(Pair("The authorities said so.", LONG, "en", "be"))) == []
    assert [f.severity for f in LanguageCheck()(Pair("The authorities said so.", russian, "en", "uk"))] == [
        Severity.ERROR
    ]
