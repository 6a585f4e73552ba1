"""TMX 1.4b, the format in which translation memories are exchanged: results and memories out, any program's in.

results    our results, plain text without inline codes
records    what a <tu> holds
reading    a file of any size as a stream of records; nothing in it is expanded, fetched or believed
writing    records as a stream of text
"""

from __future__ import annotations

from xlate.tmx.reading import read_tmx
from xlate.tmx.records import Header, Remark, TmxUnit, Variant
from xlate.tmx.results import render_tmx
from xlate.tmx.writing import render_units

__all__ = ["Header", "Remark", "TmxUnit", "Variant", "read_tmx", "render_tmx", "render_units"]
