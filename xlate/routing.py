"""The best chain of models from one language to another.

Chosen by measured quality, not by the fewest legs, but for differences that are none (DETOUR): ``data/quality.json``
holds chrF by leg and by whole route, as ``make eval`` measured it.  A route that was never measured is estimated as the
product of its legs; the product is pessimistic about close languages and that is wanted: a measured route wins over a
hopeful one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from xlate import languages
from xlate.errors import NoRoute, UsageError
from xlate.model import Leg, Route

MAX_LEGS = 3
_VERSION = re.compile(r"-[0-9][0-9.]*$")
DETOUR = 0.005
"""What each further leg must bring in chrF: it costs time, and less is no difference.  Ukrainian to English, direct
31.7 and via Russian 31.9 (news and FLORES dev, n = 2,004, 2026-11-29): 95 % of the resampled gaps are -0.01 to 0.51."""
UNMEASURED = 0.30  # chrF taken for a leg nobody measured: below every shipped one (guessed)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked of the route: languages to pass through, engine and model of its legs; empty = no matter."""

    via: tuple[str, ...] = ()
    engine: str = ""
    model: str = ""


ANY = Wish()


def best_route(
    source: str, target: str, legs: Iterable[Leg], wish: Wish = ANY, quality: Mapping[str, float] | None = None
) -> Route:
    """The route of the highest quality that fits the wish; near ties go to fewer legs, then by name.

    Raises NoRoute.
    """
    if source == target:
        raise UsageError(f"Source and target language are both {languages.name(source)}.", "Choose another --to.")
    table = measured_quality() if quality is None else quality
    available = tuple(leg for leg in legs if wish.engine in ("", leg.engine) and wish.model in ("", leg.model))
    routes = [
        Route(chain, _quality(chain, table))
        for chain in _chains(source, target, available, (source,))
        if not wish.via or tuple(leg.target for leg in chain[:-1]) == wish.via
    ]
    if not routes:
        raise _no_route(source, target, available, wish)
    return min(routes, key=lambda route: (-worth(route), len(route.legs), str(route)))


def worth(route: Route) -> float:
    """What routes are compared by: their quality, less what each further leg must bring."""
    return route.quality - DETOUR * (len(route.legs) - 1)


@lru_cache(maxsize=1)
def measured_quality() -> Mapping[str, float]:
    """chrF (0..1) by route key, from the committed table."""
    text = (resources.files("xlate") / "data" / "quality.json").read_text(encoding="utf-8")
    return {key: float(row["chrf"]) for key, row in json.loads(text)["routes"].items()}


def route_key(legs: Sequence[Leg]) -> str:
    """How the table names a route: ``en-ru@argos:xlate>ru-be@apertium:rus-bel``; versions are left out."""
    return ">".join(f"{leg.source}-{leg.target}@{leg.engine}:{_VERSION.sub('', leg.model)}" for leg in legs)


def _quality(chain: tuple[Leg, ...], table: Mapping[str, float]) -> float:
    if (whole := table.get(route_key(chain))) is not None:
        return whole
    estimate = 1.0
    for leg in chain:
        estimate *= table.get(route_key((leg,)), UNMEASURED)
    return estimate


def _chains(source: str, target: str, legs: Sequence[Leg], visited: tuple[str, ...]) -> Iterator[tuple[Leg, ...]]:
    """Every chain of at most MAX_LEGS that visits no language twice."""
    for leg in legs:
        if leg.source != source or leg.target in visited:
            continue
        if leg.target == target:
            yield (leg,)
        elif len(visited) < MAX_LEGS:
            for rest in _chains(leg.target, target, legs, (*visited, leg.target)):
                yield (leg, *rest)


def _no_route(source: str, target: str, legs: Sequence[Leg], wish: Wish) -> NoRoute:
    wanted = f"from {languages.name(source)} ({source}) to {languages.name(target)} ({target})"
    through = "".join(f" via {code}" for code in wish.via)
    limits = "".join(
        f" with {what} {value}" for what, value in (("engine", wish.engine), ("model", wish.model)) if value
    )
    pairs = ", ".join(sorted({f"{leg.source}-{leg.target}" for leg in legs})) or "none"
    ways = [f"`xlate models install {source}-{target}` (needs the network)", "`xlate models install FILE.argosmodel`"]
    if {source, target} <= {"be", "ru", "uk"}:
        ways.append("`apt install apertium apertium-bel-rus apertium-rus-ukr`")
    return NoRoute(
        f"No installed model leads {wanted}{through}{limits}. Installed pairs: {pairs}.",
        f"Perhaps: {'; or '.join(ways)}.",
    )
