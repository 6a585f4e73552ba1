"""Exchange: what goes out comes back; other programs' files are read; what is broken is named."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlate.errors import InputError, UsageError
from xlate.glossary.comparing import compare, rows
from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Status, Term
from xlate.glossary.exchange import read, render
from xlate.glossary.exchange.csv import read_csv
from xlate.glossary.exchange.omegat import read_omegat
from xlate.glossary.exchange.tbx import read_tbx
from xlate.glossary.files import SHIPPED, TermbaseFile, load, parse_file
from xlate.glossary.merging import merge
from xlate.glossary.row import FACTS, parse_row

names = st.text("#abМінскЎїé'’-&<>\".1:", min_size=1, max_size=6)
relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
notes = st.lists(names, max_size=3).map(" ".join)
forms = st.dictionaries(
    st.builds(Form, st.sampled_from(Case), st.sampled_from(Number)),
    st.lists(names, min_size=1, max_size=2, unique=True).map(tuple),
    max_size=2,
)


@st.composite
def concepts(draw: st.DrawFn) -> Concept:
    codes = draw(st.lists(st.sampled_from(["en", "ru", "uk", "be"]), min_size=1, unique=True))
    terms = {}
    for code in codes:
        listed = draw(st.lists(names, min_size=1, max_size=4, unique=True))
        cut = draw(st.integers(1, len(listed)))
        terms[code] = Term(
            code, listed[0], tuple(listed[1:cut]), tuple(listed[cut:]), draw(forms),
            indeclinable=draw(st.booleans()),
        )  # fmt: skip
    kind = draw(st.sampled_from(Kind))
    return Concept(
        kind, terms, draw(st.sampled_from(Gender)), draw(st.sampled_from(Number)),
        kind is Kind.PERSON or draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
        draw(notes), draw(notes), draw(st.sampled_from(Status)), draw(notes), draw(notes), draw(notes),
    )  # fmt: skip


def bare(concept: Concept) -> Concept:
    """Without its place, the languages in one order."""
    return replace(concept, place="", terms=dict(sorted(concept.terms.items())))


@relaxed
@given(st.lists(concepts(), max_size=2))
def test_our_own_files_csv_and_tbx_lose_nothing(given_concepts: list[Concept]) -> None:
    wanted = [bare(concept) for concept in given_concepts]
    file = parse_file(render(given_concepts, "tsv"), Path("x.tsv"))
    assert not file.problems
    assert [bare(concept) for concept in file.termbase] == wanted
    if given_concepts:
        found, problems = read_csv(render(given_concepts, "csv"), "x.csv")
        assert not problems
        assert [bare(concept) for concept in found] == wanted
    found, problems = read_tbx(render(given_concepts, "tbx"), "x.tbx")
    assert not problems
    assert [bare(concept) for concept in found] == wanted


def test_the_shipped_glossary_survives_every_format() -> None:
    termbase, _ = load([SHIPPED])
    for text, reader in ((render(termbase.concepts, "csv"), read_csv), (render(termbase.concepts, "tbx"), read_tbx)):
        found, problems = reader(text, "x")
        assert not problems
        assert compare(termbase, found) == []
    text = render(termbase.concepts, "omegat", ("en", "be"))
    found, problems = read_omegat(text, "x.txt", ("en", "be"))
    assert not problems
    assert len(found) == sum({"en", "be"} <= set(concept.terms) for concept in termbase)
    kept = {concept.terms["en"].text: concept for concept in found if not concept.domain}
    lukashenko = kept["Lukashenko"]
    assert lukashenko.terms["be"].aliases == ("Аляксандр Лукашэнка",)
    assert "Lukashenka" in lukashenko.terms["en"].aliases
    assert (lukashenko.kind, lukashenko.gender) == (Kind.PERSON, Gender.MASCULINE)
    assert render(found, "omegat", ("en", "be")) == text


def test_omegat_reads_plain_files_in_its_order() -> None:
    text = "# by hand\nMinsk\tМинск\nBrest\tБрест\tin Belarus: the town\n\nonly a source\n"
    found, problems = read_omegat(text, "g.txt", ("en", "ru"))
    assert [(c.terms["en"].text, c.terms["ru"].text, c.note) for c in found] == [
        ("Minsk", "Минск", ""),
        ("Brest", "Брест", "in Belarus: the town"),
    ]
    assert [problem.place for problem in problems] == ["g.txt:5"]


def test_csv_of_a_spreadsheet() -> None:
    found, problems = read_csv('en;ru;note\nMinsk;Минск;"a; b\nc"\nBrest;Брест;;x\n', "g.csv")
    assert [(c.terms["ru"].text, c.note) for c in found] == [("Минск", "a; b c")]
    assert [(p.place, p.column) for p in problems] == [("g.csv:4", "row")]
    with pytest.raises(InputError, match='"Term" is no column'):
        read_csv("Term,ru\nMinsk,Минск\n", "g.csv")


def test_our_csv_opens_as_csv() -> None:
    termbase, _ = load([SHIPPED])
    table = list(csv.reader(io.StringIO(render(termbase.concepts, "csv"))))
    assert table[0][:4] == ["en", "ru", "uk", "be"]
    assert {len(line) for line in table} == {len(table[0])}


OLD_TBX = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1">
<descrip type="subjectField">geography</descrip>
<langSet xml:lang="en-US"><tig><term>Minsk</term></tig></langSet>
<langSet xml:lang="ru"><ntig><termGrp><term>Минск</term>
<termNote type="grammaticalGender">masculine</termNote></termGrp></ntig>
<tig><term>Менск</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry><termEntry id="2"><langSet xml:lang="qqq"><tig><term>x</term></tig></langSet></termEntry>
</body></text></martif>
"""


def test_tbx_of_other_programs() -> None:
    [concept], [problem] = read_tbx(OLD_TBX, "g.tbx")
    assert (concept.terms["en"].text, concept.terms["ru"].text, concept.domain) == ("Minsk", "Минск", "geography")
    assert concept.terms["ru"].forbidden == ("Менск",)
    assert concept.gender is Gender.MASCULINE
    assert (problem.place, "qqq" in str(problem)) == ("g.tbx:entry 2", True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<tbx", "no XML"),
        ("<html/>", "no TBX"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><tbx>&b;</tbx>', "entities"),
    ],
)
def test_what_is_no_tbx_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_tbx(text, "g.tbx")


def test_tbx_is_well_formed_whatever_the_note() -> None:
    concept = Concept(Kind.PLACE, {"en": Term("en", "A & B <c>")}, note="\x01 ]]> & \ud800".replace("\ud800", ""))
    ElementTree.fromstring(render([concept], "tbx"))


def test_formats_are_told_by_the_suffix(tmp_path: Path) -> None:
    path = tmp_path / "g.xyz"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="no glossary format"):
        read(path)
    with pytest.raises(UsageError, match="one language pair"):
        read(path, "omegat")


def file(text: str) -> TermbaseFile:
    return parse_file("\t".join(("en", "ru", "be", *FACTS)) + "\n" + text, Path("a.tsv"))


def test_merging_adds_fills_and_names_conflicts() -> None:
    first = file("# towns\nMinsk\tМинск\t\tplace\nBrest\tБрест\tБрэст\tplace\n")
    second = [
        parse_row({"en": "Minsk", "ru": "Минск", "be": "Мінск", "kind": "place", "aliases": "ru: Менск"}, "b.tsv:2"),
        parse_row({"en": "Brest", "ru": "Брест", "be": "Берасце", "kind": "place"}, "b.tsv:3"),
        parse_row({"en": "Gomel", "be": "Гомель", "kind": "place", "pl": "Homel"}, "b.tsv:4"),
    ]
    merged = merge(first, second)
    assert merged.file.lines[1] == "# towns"
    assert (merged.n_added, merged.n_filled) == (1, 1)
    [conflict] = merged.open
    assert (conflict.place, conflict.column, conflict.first, conflict.second) == ("a.tsv:4", "be", "Брэст", "Берасце")
    texts = {c.terms["en"].text: c.terms["be"].text for c in merged.file.termbase}
    assert texts == {"Minsk": "Мінск", "Brest": "Брэст", "Gomel": "Гомель"}
    decided = merge(first, second, "second")
    assert not decided.open
    assert {c.terms["en"].text: c.terms["be"].text for c in decided.file.termbase}["Brest"] == "Берасце"
    minsk = next(c for c in merged.file.termbase if c.terms["en"].text == "Minsk")
    assert minsk.terms["ru"].aliases == ("Менск",)


@relaxed
@given(st.lists(concepts(), max_size=2))
def test_merging_a_file_with_itself_changes_nothing(given_concepts: list[Concept]) -> None:
    first = parse_file(render(given_concepts, "tsv"), Path("x.tsv"))
    merged = merge(first, list(first.termbase))
    by_key = compare(first.termbase, merged.file.termbase)
    assert merged.n_added == 0
    assert not [change for change in by_key if change.what != "changed"]


def test_a_comparison_reads_well() -> None:
    before = file("Minsk\tМинск\tМенск\tplace\nBrest\tБрест\t\tplace\n").termbase
    after = file("Minsk\tМинск\tМінск\tplace\nGomel\tГомель\t\tplace\n").termbase
    assert list(rows(compare(before, after))) == [
        "~ Minsk (place)\n    be: Менск -> Мінск",
        "+ Gomel (place): en Gomel, ru Гомель",
        "- Brest (place): en Brest, ru Брест",
        "1 added, 1 removed, 1 changed",
    ]
