"""Translation memory: what was translated once need not be again, and a correction is never lost.

memory = Memory(Path("news.memory"))
memory.add([Unit("Rain stops.", "Дождь прекратился.", ("en", "ru"))])
[matches] = memory.exact(("en", "ru"), [Query("Rain stops.")])
similar = memory.fuzzy(("en", "ru"), Query("The rain stops."))
"""

from __future__ import annotations

from xlate.memory.store import Memory
from xlate.memory.unit import Match, Query, Unit, UnitOrigin

__all__ = ["Match", "Memory", "Query", "Unit", "UnitOrigin"]
