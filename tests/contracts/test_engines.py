"""Every engine keeps the same promises, whatever the texts hold."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from xlate.engines import Decoding, Engine, engine_names, load_engine
from xlate.engines.lexicon import LexiconEngine
from xlate.errors import NoRoute, UsageError
from xlate.model import Leg

HARD_TEXTS = [
    "",
    "   ",
    "The president spoke in Minsk.",
    "🙂🙂🙂",
    "12 345,67",
    "שלום עולם",
    "\x07bell\x00nul",
    "Первое. Second. Трэцяе.",
    "line one\nline two\r\n\r\nline four",
    "^not/apertium$ [stream] <markup> \\ {braces} @at *star #hash",
    "a" * 3000,
    "…",
    "The president spoke in Minsk.",
]


class EngineContract:
    """Subclass it with an ``engine`` fixture; the first leg is tried."""

    @pytest.fixture
    def engine(self) -> Engine:
        raise NotImplementedError

    @pytest.fixture
    def leg(self, engine: Engine) -> Leg:
        return engine.legs()[0]

    def translate(self, engine: Engine, leg: Leg, texts: Sequence[str]) -> list[str]:
        return [hypotheses[0].text for hypotheses in engine.translate(leg, texts, Decoding(beam_size=2))]

    def test_legs_name_the_engine(self, engine: Engine) -> None:
        assert engine.legs()
        assert all(leg.engine == engine.name for leg in engine.legs())

    def test_as_many_answers_as_texts_whatever_they_hold(self, engine: Engine, leg: Leg) -> None:
        answers = engine.translate(leg, HARD_TEXTS, Decoding(beam_size=2))
        assert len(answers) == len(HARD_TEXTS)
        assert all(answers)
        assert all(h.score is None or 0 <= h.score <= 1 for answer in answers for h in answer)

    def test_no_texts_no_answers(self, engine: Engine, leg: Leg) -> None:
        assert engine.translate(leg, []) == []

    def test_an_empty_text_stays_empty(self, engine: Engine, leg: Leg) -> None:
        assert self.translate(engine, leg, ["", "Minsk", " "])[::2] == ["", ""]

    def test_the_same_text_gets_the_same_answer_in_any_company(self, engine: Engine, leg: Leg) -> None:
        texts = ["Minsk is a city.", "Минск — город.", "The forum was held in Grodno on July 1."]
        together = self.translate(engine, leg, texts)
        assert together == [self.translate(engine, leg, [text])[0] for text in texts]
        assert together[::-1] == self.translate(engine, leg, texts[::-1])

    def test_progress_adds_up(self, engine: Engine, leg: Leg) -> None:
        seen: list[int] = []
        engine.translate(leg, ["one", "two", "", "four"], Decoding(beam_size=1), seen.append)
        assert sum(seen) == 4

    def test_a_leg_that_is_not_there_is_refused(self, engine: Engine) -> None:
        with pytest.raises(NoRoute):
            engine.translate(Leg("xx", "yy", engine.name, "none"), ["a"])

    def test_fingerprint_is_stable(self, engine: Engine, leg: Leg) -> None:
        assert engine.fingerprint(leg) == engine.fingerprint(leg) != ""


class TestLexicon(EngineContract):
    @pytest.fixture
    def engine(self) -> Engine:
        return LexiconEngine({("en", "be"): {"minsk": "мінск", "is": "—", "a": "", "city": "горад"}})

    def test_keeps_case_and_unknown_words(self, engine: Engine, leg: Leg) -> None:
        assert self.translate(engine, leg, ["Minsk, unknown city"]) == ["Мінск, unknown горад"]


class TestArgos(EngineContract):
    """The bundled model: real weights, real decoding."""

    @pytest.fixture
    def engine(self) -> Engine:
        return load_engine("argos")

    def test_serves_the_three_main_directions(self, engine: Engine) -> None:
        assert {("en", "ru"), ("en", "uk"), ("en", "be")} <= {(leg.source, leg.target) for leg in engine.legs()}

    def test_answers_in_the_target_language(self, engine: Engine) -> None:
        legs = {leg.target: leg for leg in engine.legs() if leg.source == "en"}
        text = ["Ukraine and Belarus are neighbours, and their people know each other well."]
        assert set("іў") & set(self.translate(engine, legs["be"], text)[0])
        assert not set("ыэў") & set(self.translate(engine, legs["uk"], text)[0])
        assert not set("іїєў") & set(self.translate(engine, legs["ru"], text)[0])

    def test_gives_as_many_hypotheses_as_asked_for_best_first(self, engine: Engine, leg: Leg) -> None:
        [hypotheses] = engine.translate(leg, ["The talks ended on Tuesday."], Decoding(beam_size=4, n_best=4))
        scores = [hypothesis.score or 0 for hypothesis in hypotheses]
        assert len(hypotheses) == 4
        assert scores == sorted(scores, reverse=True)

    def test_a_5000_word_sentence_is_not_cut_off(self, engine: Engine, leg: Leg) -> None:
        clause = "the minister of agriculture spoke about the harvest, "
        [hypotheses] = engine.translate(leg, [clause * 640], Decoding(beam_size=1))
        assert len(hypotheses[0].text) > 0.5 * len(clause) * 640


@pytest.mark.usefixtures("apertium")
class TestApertiumRussianBelarusian(EngineContract):
    pair = ("ru", "be")

    @pytest.fixture
    def engine(self) -> Engine:
        return load_engine("apertium")

    @pytest.fixture
    def leg(self, engine: Engine) -> Leg:
        return next(leg for leg in engine.legs() if (leg.source, leg.target) == self.pair)

    def test_translates_without_the_broken_tagger(self, engine: Engine, leg: Leg) -> None:
        assert self.translate(engine, leg, ["Президент Беларуси приехал в новый город."]) == [
            "Прэзідэнт Беларусі прыехаў у новы горад."
        ]

    def test_unknown_words_come_through_unmarked_and_lower_the_score(self, engine: Engine, leg: Leg) -> None:
        [known], [unknown] = engine.translate(leg, ["Это новый город.", "Это бырпылк куздра."])
        assert "бырпылк" in unknown.text
        assert not set("*@#") & set(unknown.text)
        assert (unknown.score or 0) < (known.score or 0)

    def test_a_text_s_own_signs_stay(self, engine: Engine, leg: Leg) -> None:
        [text] = self.translate(engine, leg, ["#минск *смотри @город $5 [1]"])
        assert all(sign in text for sign in ("#", "*", "@", "$5", "[1]"))


@pytest.mark.usefixtures("apertium")
class TestApertiumRussianUkrainian(TestApertiumRussianBelarusian):
    pair = ("ru", "uk")

    def test_translates_without_the_broken_tagger(self, engine: Engine, leg: Leg) -> None:
        assert self.translate(engine, leg, ["Это новый стол."]) == ["Це новий стіл."]


def test_unknown_engine_lists_the_ones_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        load_engine("deepl")
    assert all(name in caught.value.hint for name in engine_names())
