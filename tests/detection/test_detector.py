"""The detector as its callers see it."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xlate.detection import Detector
from xlate.errors import UnknownLanguage
from xlate.languages import FOUR
from xlate.model import Detection

RUSSIAN = ["Минск", "Президент подписал указ о выплатах семьям.", "Об этом сообщила пресс-служба главы государства."]
ENGLISH = "“We will not raise taxes before the election,” the prime minister said."

_LETTERS = "abcxyz АБВабвгдежзійклмнопрстуўыьэюяїєґң 你 , . « » \" ' 12 \u0301"
texts = st.text(alphabet=st.one_of(st.sampled_from(_LETTERS), st.characters(codec="utf-8")), max_size=60)


@pytest.fixture(scope="module")
def detector() -> Detector:
    return Detector()


def test_nothing_is_loaded_on_import() -> None:
    code = (
        "import sys; from xlate.detection import Detector; Detector(); print({'langdetect', 'numpy'} & {*sys.modules})"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_an_english_text_loads_no_cyrillic_lists() -> None:
    code = (
        "from xlate.detection import Detector, word_lists\n"
        "rows, read = word_lists.rows, []\n"
        "word_lists.rows = lambda language: (read.append(language), rows(language))[1]\n"
        f"print(Detector().detect({ENGLISH!r}).language, *read)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "en en\n"


def test_langdetects_own_factory_is_left_alone(detector: Detector) -> None:
    from langdetect import detector_factory

    detector.detect(ENGLISH)
    assert detector_factory._factory is None
    assert detector_factory.DetectorFactory.seed is None


def test_the_same_text_gives_the_same_answer(detector: Detector) -> None:
    first = detector.detect("Кубок Райдера прошёл в Париже")
    assert all(detector.detect("Кубок Райдера прошёл в Париже") == first for _ in range(50))


def test_order_and_threads_make_no_difference() -> None:
    lines = [*RUSSIAN, ENGLISH, "У наш час", "Гэта ўсё", "Das ist ein Satz auf Deutsch.", "Новы дом", "і так далі"] * 5
    alone = [Detector().detect(line) for line in lines]
    detector = Detector()
    assert [detector.detect(line) for line in reversed(lines)] == alone[::-1]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(detector.detect, lines)) == alone


@settings(max_examples=60, deadline=None)
@given(st.one_of(texts, st.sampled_from([*RUSSIAN, ENGLISH, "У наш час", "Новы дом", "Балдар мектепке барып"])))
def test_contradict_is_detect_without_the_expected(text: str) -> None:
    detector = Detector(among=FOUR)
    found = detector.detect(text)
    for expected in FOUR:
        other = found if found.determined and found.language != expected else None
        assert detector.contradict(text, expected) == other


@settings(max_examples=60, deadline=None)
@given(texts)
def test_any_text_has_an_answer(text: str) -> None:
    found = Detector(FOUR).detect(text)
    assert found.language in (*FOUR, "und")
    assert found.determined or found.method in ("too-short", "no-letters", "unsure")
    assert Detector().detect(text) == Detector().detect(unicodedata.normalize("NFC", text))


@settings(max_examples=30, deadline=None)
@given(st.lists(texts, max_size=5))
def test_every_block_has_an_answer(blocks: list[str]) -> None:
    whole, found = Detector(FOUR).detect_document(blocks)
    assert len(found) == len(blocks)
    assert sum(share for _, share in whole.candidates) <= 1.0001


def test_declared_language_is_believed(detector: Detector) -> None:
    found = detector.detect("У наш час", declared="Belarusian")
    assert (found.language, found.probability, found.method) == ("be", 1.0, "declared")


def test_declared_language_in_another_script_is_not(detector: Detector) -> None:
    assert detector.detect(RUSSIAN[1], declared="en").language == "ru"
    assert detector.detect("Vlada je odlučila da odloži porez.", declared="sr").method == "declared"


def test_a_declared_language_that_is_none(detector: Detector) -> None:
    with pytest.raises(UnknownLanguage):
        detector.detect(ENGLISH, declared="klingon")


def test_codes_are_canonical(detector: Detector) -> None:
    assert detector.detect("政府推迟了关于新税的决定。").language == "zh"
    assert detector.detect("政府延後關於新稅收的決定,這是記者昨天的報導").language == "zt"
    assert Detector(["zho", "eng"]).detect("政府推迟了关于新税的决定。").language == "zh"


def test_among_restricts(detector: Detector) -> None:
    text = "Кто там стоит"
    assert {code for code, _ in detector.detect(text).candidates} > {"ru"}
    assert {code for code, _ in Detector(("ru", "uk")).detect(text).candidates} <= {"ru", "uk"}


@pytest.mark.parametrize(
    "text",
    [
        "Die Bundesregierung will im kommenden Jahr weniger Schulden machen.",
        "Министърът обеща, че ремонтът на пътя ще приключи преди зимата.",
        "Қала тұрғындары түнгі шуға шағымданып отыр.",
        "政府推迟了关于新税的决定。",
    ],
)
def test_a_text_in_none_of_the_languages_asked_for(text: str) -> None:
    assert Detector(FOUR).detect(text).method == "unsure"


def test_probability_is_of_the_answer_and_candidates_are_ranked(detector: Detector) -> None:
    found = detector.detect("Новы дом")
    assert found.candidates[0] == ("be", found.probability)
    shares = [share for _, share in found.candidates]
    assert shares == sorted(shares, reverse=True)


def test_document_is_in_the_language_of_most_letters(detector: Detector) -> None:
    whole, blocks = detector.detect_document([*RUSSIAN, ENGLISH])
    assert whole.language == "ru"
    assert [block.language for block in blocks] == ["ru", "ru", "ru", "en"]
    assert 0.5 < whole.probability < 0.7
    assert [code for code, _ in whole.candidates] == ["ru", "en"]


def test_a_title_in_front_takes_the_documents_language(detector: Detector) -> None:
    whole, blocks = detector.detect_document(RUSSIAN)
    assert blocks[0] == whole


def test_short_blocks_are_read_together(detector: Detector) -> None:
    headlines = ["Рост цен", "Снег", "Карта", "Кот спас хозяина", "Мост", "Что дальше"]
    assert not detector.detect(headlines[1]).determined
    assert detector.detect_document(headlines)[0].language == "ru"


@pytest.mark.parametrize("blocks", [[], [""], ["12", "—"], ["Minsk"]])
def test_a_document_that_says_nothing(detector: Detector, blocks: list[str]) -> None:
    whole, found = detector.detect_document(blocks)
    assert not whole.determined
    assert not any(block.determined for block in found)


def test_segments_of_an_undetermined_document_are_on_their_own(detector: Detector) -> None:
    nothing = Detection("und", 0.0, (), "unsure")
    assert [found.language for found in detector.detect_segments([ENGLISH, "Minsk"], nothing)] == ["en", "und"]


def test_an_inherited_detection_is_the_documents() -> None:
    prior = Detection("uk", 0.9, (("uk", 0.9),), "letters")
    assert Detector(FOUR).detect_segments(["Спорт", "42"], prior) == (prior, prior)
