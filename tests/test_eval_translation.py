"""The translation table: which routes are measured, what is measured of them, and what routing reads."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from tools import eval_translation
from tools.eval_translation import Measured, Score, description, evaluate, main, markdown, routes, table
from xlate.languages import FOUR
from xlate.model import Leg, Route
from xlate.routing import DETOUR, best_route, measured_quality, route_key

SENTENCES = {
    "en": ("The minister said on Monday that 46 houses had been flooded.", "The road is closed."),
    "ru": ("Министр сообщил в понедельник, что затоплено 46 домов.", "Дорога закрыта."),
    "uk": ("Міністр повідомив у понеділок, що затоплено 46 будинків.", "Дорогу закрито."),
    "be": ("Міністр паведаміў у панядзелак, што затоплена 46 дамоў.", "Дарога закрытая."),
}


def model(source: str, target: str) -> Leg:
    return Leg(source, target, "argos", "xlate-0.3")


RU_BE = Leg("ru", "be", "apertium", "rus-bel")


def dev(folder: Path) -> Path:
    (folder / "news").mkdir()
    for code, sentences in SENTENCES.items():
        (folder / "news" / f"{code}.txt").write_text("\n".join(sentences) + "\n", encoding="utf-8")
    return folder


def measured(*legs: Leg, news: float, flores: float) -> Measured:
    scores = (Score("news", news, 5.0, 100), Score("flores", flores, 7.0, 90))
    return Measured(Route(legs), scores, words_per_second=1234.4, megabytes=98.7)


def found(legs: list[Leg], source: str, target: str) -> list[tuple[Leg, ...]]:
    return [route.legs for route in routes(legs, source, target)]


def test_the_same_model_does_not_go_twice_through_russian() -> None:
    assert found([model("en", "ru"), model("ru", "be"), RU_BE], "en", "be") == [(model("en", "ru"), RU_BE)]


def test_direct_routes_come_first_and_english_may_have_the_same_model_twice() -> None:
    legs = [model("uk", "en"), model("en", "be"), model("uk", "be")]
    assert found(legs, "uk", "be") == [(model("uk", "be"),), (model("uk", "en"), model("en", "be"))]


def test_legs_that_do_not_join_make_no_route() -> None:
    assert found([model("en", "ru"), model("uk", "be")], "en", "be") == []


def test_a_route_is_described_by_its_steps() -> None:
    assert description(Route((RU_BE,))) == "Apertium"
    assert description(Route((model("en", "ru"), RU_BE))) == "model > ru > Apertium"


def test_the_table_shows_each_set_and_marks_the_best_mean() -> None:
    direct = measured(model("en", "be"), news=30.0, flores=29.0)
    through = measured(model("en", "ru"), RU_BE, news=31.0, flores=25.0)
    rows = markdown([direct, through]).splitlines()
    assert rows[0] == "| direction | route | news chrF | BLEU | flores chrF | BLEU | words/s | MB |"
    assert rows[2] == "| en-be | **model** | 30.0 | 5.0 | 29.0 | 7.0 | 1234 | 99 |"
    assert rows[3] == "|  | model > ru > Apertium | 31.0 | 5.0 | 25.0 | 7.0 | 1234 | 99 |"


def test_the_table_marks_no_detour_that_brings_nothing() -> None:
    direct = measured(model("en", "be"), news=30.0, flores=30.0)
    through = measured(model("en", "ru"), RU_BE, news=30.4, flores=30.4)
    assert "| **model** |" in markdown([direct, through])


def test_what_is_committed_has_means_sets_and_signatures() -> None:
    written = json.loads(json.dumps(table([measured(model("en", "be"), news=30.0, flores=29.0)])))
    assert written["routes"]["en-be@argos:xlate"] == {
        "chrf": 0.295,
        "bleu": 6.0,
        "words_per_cpu_second": 1234,
        "peak_megabytes": 99,
        "sets": {"news": {"chrf": 0.3, "bleu": 5.0}, "flores": {"chrf": 0.29, "bleu": 7.0}},
    }
    assert written["corpus"].startswith("news (100 segments), flores (90 segments)")
    assert all("nrefs:1" in signature and "version" in signature for signature in written["signatures"].values())


def test_a_route_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    keys = {"en-be@argos:xlate"}
    (only,) = evaluate(dev(tmp_path), wanted=lambda route: route_key(route.legs) in keys)
    (score,) = only.scores
    assert (score.corpus, score.n) == ("news", 2)
    assert 0 < score.bleu < score.chrf < 100
    assert only.words_per_second > 0
    assert 30 < only.megabytes < 1000


def test_a_process_that_breaks_down_is_an_error() -> None:
    route = Route((Leg("en", "be", "argos", "no such model"),))
    with pytest.raises(RuntimeError, match="broke down"):
        eval_translation._in_process(route, {"news": ["A."]})


def test_a_folder_without_sets_is_nothing_measured(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 2


def test_routing_takes_the_best_measured_route_of_the_committed_table() -> None:
    committed = json.loads(eval_translation.TABLE.read_text(encoding="utf-8"))["routes"]
    assert measured_quality() == {key: row["chrf"] for key, row in committed.items()}
    legs = {leg for key in committed for leg in _legs(key)}
    for source, target in permutations(FOUR, 2):
        of_direction = {
            key: row["chrf"]
            for key, row in committed.items()
            if (_legs(key)[0].source, _legs(key)[-1].target) == (source, target)
        }
        chosen = best_route(source, target, sorted(legs, key=str))
        assert route_key(chosen.legs) == max(of_direction, key=lambda key: of_direction[key] - DETOUR * key.count(">"))


def _legs(key: str) -> list[Leg]:
    parts = [part.replace("@", "-").replace(":", "-", 1).split("-", 3) for part in key.split(">")]
    return [Leg(source, target, engine, name) for source, target, engine, name in parts]
