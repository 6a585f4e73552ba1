"""The CTranslate2 driver beyond the contract: loops are decoded again, long segments joined, weights shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xlate.engines import Decoding, load_engine
from xlate.engines.argos import ArgosEngine, Model
from xlate.engines.repetition import n_repeated
from xlate.model import Hypothesis, Span
from xlate.packages import find_packages


@pytest.fixture
def model() -> Model:
    return Model(next(p for p in find_packages() if (p.source, p.target) == ("en", "be")))


def test_directions_share_one_set_of_weights() -> None:
    engine = load_engine("argos")
    assert isinstance(engine, ArgosEngine)
    legs = [leg for leg in engine.legs() if leg.target == "en"]
    for leg in legs:
        engine.translate(leg, ["Minsk"])
    assert len({id(engine._model(leg, 0)._translator) for leg in legs}) == 1 < len(legs)


def test_the_decoder_writes_only_what_the_target_language_uses(model: Model) -> None:
    """Russian words in an English sentence tempt the many-to-many model into Russian; the list of pieces does not."""
    assert model.package.target_pieces
    source = "He said привет, объявление and ещё щука to the people of Ъыь in 2021 😀."
    [[hypothesis]] = model.translate([source])
    assert hypothesis.text
    assert not set("щъЩЪиИ") & set(hypothesis.text)
    unlimited = Model(replace(model.package, target_pieces=None))
    assert unlimited._translator is not model._translator


def test_brands_in_a_cyrillic_text_keep_their_letters() -> None:
    model = Model(next(p for p in find_packages() if (p.source, p.target) == ("uk", "be")))
    [[hypothesis]] = model.translate(["Компанія Boots відкрила магазин."])
    assert "Boots" in hypothesis.text


def test_the_list_of_pieces_is_part_of_what_a_translation_is_made_by(tmp_path: Path) -> None:
    package = next(p for p in find_packages() if (p.source, p.target) == ("en", "be"))
    (tmp_path / "be.txt").write_text("а\n", encoding="utf-8")
    engines = [ArgosEngine([package]), ArgosEngine([replace(package, target_pieces=tmp_path / "be.txt")])]
    assert len({engine.fingerprint(engine.legs()[0]) for engine in engines}) == 2


def test_a_loop_is_decoded_again_with_repetition_forbidden(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first answer is made to loop; what the user gets is the second, made by the real decoder."""
    real = model._call
    asked: list[dict[str, Any]] = []

    def looping_first(tokens: list[tuple[str, ...]], options: dict[str, Any]) -> Iterator[tuple[Hypothesis, ...]]:
        asked.append(options)
        if len(asked) == 1:
            return iter([(Hypothesis("і рада і рада і рада і рада", 0.9),) for _ in tokens])
        return real(tokens, options)

    monkeypatch.setattr(model, "_call", looping_first)
    [[hypothesis]] = model.translate(["The council met on Tuesday."])
    assert not n_repeated(hypothesis.text, "The council met on Tuesday.")
    assert "no_repeat_ngram_size" in asked[1]


def test_a_long_sentence_is_translated_in_pieces_and_joined(model: Model) -> None:
    clauses = [f"in {1950 + i} the village had {i + 2} wells and a mill" for i in range(40)]
    [[hypothesis]] = model.translate(["; ".join(clauses) + "."], Decoding(beam_size=1))
    years = [str(1950 + i) in hypothesis.text for i in range(40)]
    assert sum(years[:20]) > 10
    assert sum(years[20:]) > 10, "the end of the sentence was cut off"


def test_a_headline_is_read_like_any_sentence(model: Model) -> None:
    title, running = "Minister Meets Farmers at the Old Market", "Minister meets farmers at the old market"
    assert model.translate([title, title.upper()]) == model.translate([running, running])
    assert model.score([(title, "Министр")]) == model.score([(running, "Министр")])
    [[hypothesis]] = model.translate([title], Decoding(1, 1, attention=True))
    assert hypothesis.attention
    seen = "".join(span.of(title) for span in hypothesis.attention.source)
    assert seen == title.replace(" ", "")


def test_the_attention_of_a_long_sentence_leads_back_to_its_words(model: Model) -> None:
    years = [str(1950 + i) for i in range(30)]
    source = "; ".join(f"in {year} the village had a mill and a school" for year in years) + "."
    [[hypothesis]] = model.translate([source], Decoding(beam_size=1, attention=True))
    attention = hypothesis.attention
    assert attention
    led = 0
    for year in years:
        looks = attention.on(Span(source.index(year), source.index(year) + 4))
        piece = max(looks, key=lambda look: look[1])[0]
        at = hypothesis.text.find(year)
        led += at >= 0 and abs(piece.start - at) <= 4
    assert led > 15


def test_the_decoder_prefix_never_shows(model: Model) -> None:
    for hypotheses in model.translate(["Minsk", "a", "The end.", "?"], Decoding(beam_size=1)):
        assert "__" not in hypotheses[0].text
