"""A memory's units in and out of TMX files, with what the headers of imported files said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from xlate.errors import InputError
from xlate.files import open_atomic
from xlate.memory.exporting import tmx_of
from xlate.memory.importing import n_left_out, units_of
from xlate.memory.store import Memory
from xlate.memory.unit import Unit
from xlate.memory.upkeep import Choice, chosen
from xlate.tmx.reading import read_tmx
from xlate.tmx.records import Header, Remark
from xlate.tmx.writing import render_units

_HEADERS = "tmx header "  # how the names of the facts begin that hold them
_TOOL = "x-creationtool"


@dataclass(slots=True)
class Import:
    """What came of a file: its <tu>, the units of them that are new or changed, and what was left out.

    ``n_passed`` counts the <tu> that hold no pair of languages that xlate knows, ``n_unknown`` the texts of others that
    are in unknown languages.
    """

    n_read: int = 0
    n_stored: int = 0
    n_passed: int = 0
    n_unknown: int = 0


def import_tmx(memory: Memory, path: Path, project: str = "") -> Import:
    """Store the units of a TMX file.  InputError where it breaks off: what was stored before that stays."""
    done = Import()
    headers: list[Header] = []

    def units() -> Iterator[Unit]:
        try:
            with path.open("rb") as file:
                for tmx in read_tmx(file, str(path), headers.append):
                    done.n_read += 1
                    found = list(units_of(tmx, project))
                    done.n_passed += not found
                    done.n_unknown += n_left_out(tmx) if found else 0
                    yield from found
        except OSError as error:
            raise InputError(f"{path}: cannot be read ({error.strerror}).", "Check the spelling.") from error

    try:
        for n_stored in memory.add_in_chunks(units()):
            done.n_stored += n_stored
    except InputError as error:
        if done.n_stored:
            raise InputError(f"{error} {done.n_stored:,} units before that are stored.", error.hint) from error
        raise
    finally:
        for header in headers:
            _keep_header(memory, header)
    return done


def export_tmx(memory: Memory, path: Path, choice: Choice | None = None) -> int:
    """Write the chosen units as TMX, whole or not at all; how many <tu> there are."""
    n_units = 0
    header = _header(memory)
    source = choice.languages[0] if choice and choice.languages else dict(header.attributes).get("srclang", "*all*")

    def counted() -> Iterator[str]:
        nonlocal n_units
        for piece in render_units(tmx_of(chosen(memory, choice or Choice())), source, header):
            n_units += piece.startswith("<tu")
            yield piece

    with open_atomic(path) as file:
        for piece in counted():
            file.write(piece.encode())
    return n_units


def _keep_header(memory: Memory, header: Header) -> None:
    """Remember a header, once; the program that wrote the file becomes a prop, as another one writes the next."""
    attributes = dict(header.attributes)
    tool = " ".join(filter(None, (attributes.pop(name, "") for name in ("creationtool", "creationtoolversion"))))
    remarks = header.remarks
    if tool and not tool.startswith("xlate") and not any(remark.kind == _TOOL for remark in remarks):
        remarks = (*remarks, Remark.prop(_TOOL, tool))
    value = json.dumps(asdict(Header(tuple(attributes.items()), remarks, header.characters)), ensure_ascii=False)
    name = _HEADERS + blake2b(value.encode(), digest_size=8).hexdigest()
    with memory.writing() as connection:
        connection.execute("INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING", (name, value))


def _header(memory: Memory) -> Header:
    """What the headers of all imported files say together: attributes on which they agree, every prop and note once."""
    with memory.using() as connection:
        sql = "SELECT value FROM facts WHERE name LIKE ? ORDER BY name"
        found = [_read_header(value) for (value,) in connection.execute(sql, (f"{_HEADERS}%",)).fetchall()]
    agreed = set.intersection(*(set(header.attributes) for header in found)) if found else set()
    attributes = tuple(item for header in found[:1] for item in header.attributes if item in agreed)
    remarks = tuple(dict.fromkeys(remark for header in found for remark in header.remarks))
    return Header(attributes, remarks, "".join(dict.fromkeys(header.characters for header in found)))


def _read_header(value: str) -> Header:
    content = json.loads(value)
    remarks = (Remark(r["element"], r["text"], tuple(map(tuple, r["attributes"]))) for r in content["remarks"])
    return Header(tuple(map(tuple, content["attributes"])), tuple(remarks), content["characters"])
