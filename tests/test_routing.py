"""The best route by measured quality."""

import pytest

from xlate.errors import NoRoute, UsageError
from xlate.model import Leg
from xlate.routing import Wish, best_route, route_key

EN_BE = Leg("en", "be", "argos", "xlate-0.1")
EN_RU = Leg("en", "ru", "argos", "xlate-0.1")
RU_BE = Leg("ru", "be", "apertium", "rus-bel")
RU_EN = Leg("ru", "en", "argos", "argos-1.9")
LEGS = (EN_BE, EN_RU, RU_BE, RU_EN)


def test_a_direct_leg_wins_when_nothing_is_measured() -> None:
    assert best_route("en", "be", LEGS, quality={}).legs == (EN_BE,)


def test_a_better_measured_pivot_beats_a_direct_leg() -> None:
    table = {route_key((EN_BE,)): 0.25, route_key((EN_RU, RU_BE)): 0.31}
    route = best_route("en", "be", LEGS, quality=table)
    assert route.legs == (EN_RU, RU_BE)
    assert route.quality == 0.31


def test_a_detour_must_bring_something() -> None:
    table = {route_key((EN_BE,)): 0.31, route_key((EN_RU, RU_BE)): 0.314}
    assert best_route("en", "be", LEGS, quality=table).legs == (EN_BE,)


def test_an_estimated_pivot_is_the_product_of_its_legs() -> None:
    table = {route_key((EN_RU,)): 0.5, route_key((RU_BE,)): 0.6}
    assert best_route("en", "be", (EN_RU, RU_BE), quality=table).quality == pytest.approx(0.3)


def test_via_engine_and_model_are_obeyed() -> None:
    assert best_route("en", "be", LEGS, Wish(via=("ru",)), {}).legs == (EN_RU, RU_BE)
    assert best_route("ru", "be", LEGS, Wish(engine="apertium"), {}).legs == (RU_BE,)
    assert best_route("en", "ru", LEGS, Wish(model="xlate-0.1"), {}).legs == (EN_RU,)


def test_no_route_lists_what_is_installed_and_what_to_do() -> None:
    with pytest.raises(NoRoute) as caught:
        best_route("be", "en", LEGS[:3], quality={})
    assert "Belarusian (be) to English (en)" in str(caught.value)
    assert "en-be, en-ru, ru-be" in str(caught.value)
    assert "xlate models install be-en" in caught.value.hint
    assert caught.value.exit_code == 3


def test_close_slavic_pairs_are_told_of_apertium() -> None:
    with pytest.raises(NoRoute) as caught:
        best_route("uk", "ru", (EN_RU,), quality={})
    assert "apt install apertium" in caught.value.hint


def test_same_language_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="both Russian"):
        best_route("ru", "ru", LEGS, quality={})


def test_route_key_leaves_the_version_out() -> None:
    assert route_key((EN_RU, RU_BE)) == "en-ru@argos:xlate>ru-be@apertium:rus-bel"
