"""TMX in and out: nothing is lost, nothing is believed."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlate.errors import InputError
from xlate.memory import Memory, Query, Unit, UnitOrigin
from xlate.memory.files import export_tmx, import_tmx
from xlate.memory.recall import Recall
from xlate.memory.upkeep import Choice
from xlate.model import Span, TermHit, TermStatus
from xlate.recollection import Asked, Made
from xlate.tmx import Header, Remark, TmxUnit, Variant, read_tmx, render_units
from xlate.tmx.reading import LONGEST_UNIT

PAIR = ("en", "ru")

TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn"), whitelist_characters="\t\n\r<>&\"'"), max_size=20)
SAID = TEXT.filter(lambda text: text.strip() != "")
VALUES = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=10)
REMARKS = st.lists(
    st.builds(Remark.prop, st.sampled_from(["x-client", "domain"]), TEXT) | st.builds(Remark, st.just("note"), TEXT),
    max_size=3,
).map(tuple)
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["creationid", "changeid", "o-tmf", "usagecount"]), VALUES, max_size=3
).map(lambda found: tuple(found.items()))


def variants(language: str) -> st.SearchStrategy[Variant]:
    return st.builds(Variant, st.just(language), SAID, ATTRIBUTES, REMARKS)


def _each_once(found: tuple[Variant, ...]) -> bool:
    return len(set(found)) == len(found)  # the very same text twice in a <tu> says nothing, and comes back once


UNITS = st.builds(
    lambda found, source, attributes, remarks: TmxUnit(tuple(found), source, attributes, remarks),
    st.sampled_from([("en", "ru"), ("EN-US", "be"), ("en", "uk", "be-BY"), ("en", "ru", "ru")]).flatmap(
        lambda codes: st.tuples(*map(variants, codes)).filter(_each_once)
    ),
    st.sampled_from(["en", "*all*"]),
    ATTRIBUTES,
    REMARKS,
)


def read(text: str | bytes) -> list[TmxUnit]:
    return list(read_tmx(io.BytesIO(text if isinstance(text, bytes) else text.encode()), "a.tmx"))


def document(body: str, header: str = 'srclang="en"', prologue: str = "") -> str:
    return f'<?xml version="1.0"?>{prologue}<tmx version="1.4"><header {header}/><body>{body}</body></tmx>'


def pair(source: str = "Rain.", target: str = "Дождь.") -> str:
    return f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv><tuv xml:lang="ru"><seg>{target}</seg></tuv></tu>'


def ordered(units: Iterable[TmxUnit]) -> list[str]:
    return sorted(map(repr, units))


@settings(deadline=None)
@given(st.lists(UNITS, max_size=4), st.sampled_from(["en", "*all*"]))
def test_what_is_written_is_read(units: list[TmxUnit], source: str) -> None:
    assert read("".join(render_units(units, source))) == units


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(UNITS, min_size=1, max_size=4, unique_by=repr))
def test_a_memory_gives_back_what_it_was_given(tmp_path_factory: pytest.TempPathFactory, units: list[TmxUnit]) -> None:
    folder = tmp_path_factory.mktemp("memory")
    (folder / "in.tmx").write_text("".join(render_units(units, "en")), encoding="utf-8", newline="")
    with Memory(folder / "m") as memory:
        done = import_tmx(memory, folder / "in.tmx")
        assert (done.n_read, done.n_passed) == (len(units), 0)
        export_tmx(memory, folder / "out.tmx")
    assert ordered(read((folder / "out.tmx").read_bytes())) == ordered(units)


def test_inline_codes_stay_in_the_file_and_out_of_the_text(tmp_path: Path) -> None:
    seg = 'Press <bpt i="1">&lt;b&gt;</bpt><hi>OK</hi><ept i="1">&lt;/b&gt;</ept> &amp; <ph>x<sub>wait</sub></ph>.'
    (tmp_path / "in.tmx").write_text(document(pair(seg)), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        import_tmx(memory, tmp_path / "in.tmx")
        [[match]] = memory.exact(PAIR, [Query("Press OK & wait.")])
        assert match.unit.origin is UnitOrigin.IMPORTED
        export_tmx(memory, tmp_path / "out.tmx")
    assert f"<seg>{seg}</seg>" in (tmp_path / "out.tmx").read_text("utf-8")


def test_our_own_facts_survive(tmp_path: Path) -> None:
    from dataclasses import replace

    from xlate.memory import Unit

    unit = Unit("Rain.", "Дождь.", PAIR, UnitOrigin.REVIEWED, "river", "Before.", "", "model:1", 0.5, "ask Hanna",
                "2026-01-02T03:04:05Z", "2026-02-02T03:04:05Z")  # fmt: skip
    with Memory(tmp_path / "a") as first, Memory(tmp_path / "b") as second:
        first.add([unit])
        export_tmx(first, tmp_path / "a.tmx")
        import_tmx(second, tmp_path / "a.tmx")
        [found] = second.units()
        assert replace(found, extra="", id=0) == unit
        export_tmx(second, tmp_path / "b.tmx")
    assert (tmp_path / "a.tmx").read_bytes() == (tmp_path / "b.tmx").read_bytes()


HEADER = (
    '<header creationtool="OmegaT" creationtoolversion="6.0" segtype="block" o-tmf="OmegaT TMX" adminlang="EN-US"'
    ' datatype="html" srclang="en" creationdate="20200102T030405Z" creationid="ann"><note>Ask &lt;Ann&gt;.</note>'
    '<prop type="x-client">River Post</prop>'
    '<ude name="marks" base="utf-8"><map unicode="#xF8FF" ent="apple"></map></ude></header>'
)


def test_what_the_header_said_goes_out_again(tmp_path: Path) -> None:
    """All but who wrote the file, which is xlate now: that is kept as a prop."""
    text = document(pair()).replace('<header srclang="en"/>', HEADER)
    (tmp_path / "in.tmx").write_text(text, encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        import_tmx(memory, tmp_path / "in.tmx")
        import_tmx(memory, tmp_path / "in.tmx")
        export_tmx(memory, tmp_path / "out.tmx")
    with Memory(tmp_path / "m2") as memory:
        import_tmx(memory, tmp_path / "out.tmx")
        export_tmx(memory, tmp_path / "again.tmx")
    before, after = headers(tmp_path / "in.tmx"), headers(tmp_path / "out.tmx")
    ours = {"creationtool", "creationtoolversion"}
    assert {item for item in after.attributes if item[0] not in ours} == {
        item for item in before.attributes if item[0] not in ours
    }
    assert after.remarks == (*before.remarks, Remark.prop("x-creationtool", "OmegaT 6.0"))
    assert after.characters == before.characters != ""
    assert (tmp_path / "again.tmx").read_bytes() == (tmp_path / "out.tmx").read_bytes()


def test_headers_of_several_files_are_joined(tmp_path: Path) -> None:
    other = document(pair("Snow.", "Снег.")).replace(
        '<header srclang="en"/>', '<header srclang="en" segtype="sentence" datatype="html"><note>Second</note></header>'
    )
    (tmp_path / "a.tmx").write_text(document(pair()).replace('<header srclang="en"/>', HEADER), encoding="utf-8")
    (tmp_path / "b.tmx").write_text(other, encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        import_tmx(memory, tmp_path / "a.tmx")
        import_tmx(memory, tmp_path / "b.tmx")
        export_tmx(memory, tmp_path / "out.tmx")
    found = headers(tmp_path / "out.tmx")
    assert dict(found.attributes)["datatype"] == "html"
    assert dict(found.attributes)["segtype"] == "sentence"  # they differ: what xlate's own segments are
    assert {remark.text for remark in found.remarks} == {"Ask <Ann>.", "River Post", "OmegaT 6.0", "Second"}


def headers(path: Path) -> Header:
    found: list[Header] = []
    with path.open("rb") as file:
        assert list(read_tmx(file, str(path), found.append))
    return found[0]


def test_the_same_file_twice_doubles_nothing(tmp_path: Path) -> None:
    (tmp_path / "in.tmx").write_text(document(pair() + pair("Snow.", "Снег.")), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        assert import_tmx(memory, tmp_path / "in.tmx").n_stored == 2
        assert import_tmx(memory, tmp_path / "in.tmx").n_stored == 0


def test_units_without_a_known_pair_are_counted(tmp_path: Path) -> None:
    alone = '<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>'
    unknown = '<tu><tuv xml:lang="en"><seg>A.</seg></tuv><tuv xml:lang="tlh"><seg>B.</seg></tuv></tu>'
    (tmp_path / "in.tmx").write_text(document(alone + unknown + pair("Rain.", " ") + pair()), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        done = import_tmx(memory, tmp_path / "in.tmx")
        assert (done.n_read, done.n_stored) == (4, len(list(memory.units())))
        assert done.n_passed >= 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-5", "windows-1251"])
def test_encodings_of_other_programs(encoding: str) -> None:
    declared = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = document(pair()).replace('version="1.0"', f'version="1.0" encoding="{declared}"')
    [unit] = read(text.encode(encoding))
    assert unit.variants[1].text == "Дождь."


def test_an_ordinary_document_type_is_passed_over() -> None:
    assert len(read(document(pair(), prologue='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'))) == 1


BOMB = (
    '<!DOCTYPE tmx [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
    + "]>"
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (document(pair("&j;"), prologue=BOMB), "declares an entity"),
        (document(pair("&x;"), prologue='<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "entity"),
        (document("", prologue='<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>'), "entity"),
        (document(pair("&nbsp;"), prologue='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'), "entity"),
        (document(pair("&nbsp;")), "a.tmx:1: is no well-formed XML"),
        (document(pair("x" * (LONGEST_UNIT + 1))), "a unit of more than"),
        (document(f'<tu tuid="{"x" * (LONGEST_UNIT + 1)}"></tu>'), "a unit of more than"),
        (document("<tu>" * 60), "elements in each other"),
        ("<html><body/></html>", "is no TMX but <html>"),
        ("", "no well-formed XML"),
        (document(pair())[:-30], "no well-formed XML"),
        (b"\x00\x01\x02PK", "no well-formed XML"),
    ],
)
def test_traps_and_broken_files_are_refused(content: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(content)


@pytest.mark.parametrize(
    "body",
    [
        "<seg>a</seg>", "<tuv><seg>a</seg></tuv>", "<tu><seg>a</seg></tu>", "<tu><tu></tu></tu>", "<prop>x</prop>",
        "<tu><note>n</note></tu>", '<tu><tuv xml:lang="en"/></tu>', "<tu><tuv><seg><seg>a</seg></seg></tuv></tu>",
        '<tu><tuv xml:lang="en"><tuv xml:lang="ru"><seg>x</seg></tuv></tuv></tu>', "<x><y/></x>",
    ],
)  # fmt: skip
def test_odd_structure_is_no_crash(body: str, tmp_path: Path) -> None:
    (tmp_path / "in.tmx").write_text(document(body + pair()), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        import_tmx(memory, tmp_path / "in.tmx")
        assert [unit.source for unit in memory.units()] == ["Rain."]


def test_gigabytes_take_little_memory() -> None:
    """Two endless files through a pipe: one comment, one text.  Both are refused after some megabytes."""
    code = (
        "import io, sys\n"
        "from xlate.errors import InputError\n"
        "from xlate.tmx import read_tmx\n"
        "class Endless(io.RawIOBase):\n"
        "    def __init__(self, start): self.start, self.given = start, 0\n"
        "    def read(self, n=-1):\n"
        "        if self.start: start, self.start = self.start, b''; return start\n"
        "        self.given += n\n"
        "        return b'x' * n if self.given < 2 << 30 else b''\n"
        'head = b\'<tmx><header srclang="en"/><body><tu><tuv xml:lang="en">\'\n'
        "for start in (head + b'<!-- ', head + b'<seg>', head + b'<seg a=\"'):\n"
        "    try: list(read_tmx(Endless(start), 'bomb'))\n"
        "    except InputError as error: print(error)\n"
    )
    limit = 600 << 20
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert len(done.stdout.splitlines()) == 3


def test_projects_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "in.tmx").write_text(document(pair()), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        for project in ("river", "lake"):
            import_tmx(memory, tmp_path / "in.tmx", project)
        export_tmx(memory, tmp_path / "out.tmx")
        import_tmx(memory, tmp_path / "out.tmx")
        assert len(list(memory.units())) == 2
    with Memory(tmp_path / "other") as other:
        assert import_tmx(other, tmp_path / "out.tmx").n_stored == 2
        assert {unit.project for unit in other.units()} == {"river", "lake"}


def test_an_old_export_undoes_nothing(tmp_path: Path) -> None:
    with Memory(tmp_path / "m") as memory:
        memory.add([Unit("Rain.", "Дождь.", PAIR, changed="2026-01-01T00:00:00Z")])
        export_tmx(memory, tmp_path / "backup.tmx")
        memory.add([Unit("Rain.", "Ливень.", PAIR, changed="2026-01-02T00:00:00Z")])
        memory.add([Unit("Rain.", "Дождь.", PAIR, changed="2026-01-03T00:00:00Z", note="after all")])
        assert import_tmx(memory, tmp_path / "backup.tmx").n_stored == 0
        [[first, second]] = memory.exact(PAIR, [Query("Rain.")])
    assert (first.unit.target, first.unit.note, second.unit.target) == ("Дождь.", "after all", "Ливень.")


def test_a_part_of_a_unit_that_comes_back_is_not_doubled(tmp_path: Path) -> None:
    more = '<tuv xml:lang="be"><seg>Дождж.</seg></tuv><tuv xml:lang="qqq"><seg>?</seg></tuv></tu>'
    (tmp_path / "in.tmx").write_text(document(pair().replace("</tu>", more)), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        assert import_tmx(memory, tmp_path / "in.tmx").n_unknown == 1
        export_tmx(memory, tmp_path / "out.tmx", Choice(("en", "be")))
        import_tmx(memory, tmp_path / "out.tmx")
        assert len(list(memory.units())) == 2


def test_names_of_a_machines_unit_survive(tmp_path: Path) -> None:
    hit = TermHit("Minsk", "Минск", TermStatus.REPAIRED, Span(0, 5), Span(0, 5), "a reason", "place")
    asked = Asked("Minsk waits.", "", "", PAIR, "model:1")
    with Memory(tmp_path / "m") as memory, Memory(tmp_path / "other") as other:
        Recall(memory).keep([Made(asked, "Минск ждёт.", 0.5, (hit,))])
        export_tmx(memory, tmp_path / "out.tmx")
        import_tmx(other, tmp_path / "out.tmx")
        [found] = Recall(other).recall([asked])
    assert (found.target, found.terms) == ("Минск ждёт.", (hit,))


@pytest.mark.parametrize("encoding", ["gb18030", "rot13", "utf-7", "nonsense"])
def test_an_encoding_that_the_parser_does_not_know(encoding: str) -> None:
    with pytest.raises(InputError, match=r"a\.tmx:1: .*encoding"):
        read(f'<?xml version="1.0" encoding="{encoding}"?><tmx version="1.4"><header/><body/></tmx>')
