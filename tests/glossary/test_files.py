"""Termbase files: what a person wrote stays as it was, what is broken is named, the rest loads."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xlate.errors import InputError
from xlate.glossary.concept import Case, Concept, Form, Gender, Kind, Number, Status, Term
from xlate.glossary.files import SHIPPED, empty_file, load, read_file
from xlate.glossary.row import FACTS, parse_row, render_row

HEADER = "en\tru\tuk\tbe\tkind\tgender\tnumber\tflags\taliases\tforbidden\tforms"
COLUMNS = ("en", "ru", "uk", "be", *FACTS)


def written(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "people.tsv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_a_row_becomes_a_concept(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "Agency\tагентство\tагенція\tагенцтва\torganisation\tn uk=f\t\tindeclinable=en\ten: The Agency; A.\tru: контора"
        "\tbe.gen=агенцтва; uk.ins.pl=агенціями/агенційми",
    )
    [concept] = read_file(path).termbase
    assert (concept.kind, concept.gender, concept.place) == (Kind.ORGANISATION, Gender.NEUTER, "people.tsv:2")
    assert concept.gender_in("uk") is Gender.FEMININE
    assert concept.gender_in("be") is Gender.NEUTER
    assert concept.terms["en"].aliases == ("The Agency", "A.")
    assert concept.terms["ru"].forbidden == ("контора",)
    assert concept.indeclinable_in("en")
    assert not concept.indeclinable_in("ru")
    assert concept.terms["uk"].forms == {Form(Case.INSTRUMENTAL, Number.PLURAL): ("агенціями", "агенційми")}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("Minsk\tМинск\t\t\tplce", "kind", "Valid: person, place"),
        ("Minsk\tМинск\t\t\tplace\tx", "gender", "Valid: m, f, n"),
        ("Minsk\tМинск\t\t\tplace\tm\t\tbig", "flags", "animate, indeclinable"),
        ("Minsk\tМинск\t\t\tplace\tm\t\t\tMensk", "aliases", "Write them like"),
        ("Minsk\tМинск\t\t\tplace\tm\t\t\t\t\tbe.gen=Мінска", "forms", "no language of this row"),
        ("Minsk\tМинск\t\t\tplace\tm\t\t\t\t\tru.genitive=Минска", "forms", "Write forms like"),
        ("\t\t\t\tplace", "terms", "no term in any language"),
        (f"{'M' * 300}\tМинск", "en", "shorten it"),
        ("\t".join("x" * 20), "row", "Take out the extra tab"),
    ],
)
def test_a_broken_row_is_named_and_the_others_load(tmp_path: Path, row: str, column: str, said: str) -> None:
    file = read_file(
        written(tmp_path, "Brest\tБрест\tБрест\tБрэст\tplace", row, "Gomel\tГомель\tГомель\tГомель\tplace")
    )
    assert [concept.terms["en"].text for concept in file.termbase] == ["Brest", "Gomel"]
    [problem] = file.problems
    assert (problem.place, problem.column) == ("people.tsv:3", column)
    assert said in str(problem)


def test_comments_blank_lines_and_order_survive_a_change(tmp_path: Path) -> None:
    path = written(tmp_path, "# towns", "", "Brest\tБрест\tБрест\tБрэст\tplace\tm", "# the end")
    file = read_file(path)
    [(number, concept)] = file.rows
    assert isinstance(concept, Concept)
    assert file.replaced(number, concept).text() == path.read_text(encoding="utf-8")
    assert file.replaced(number, None).lines == (HEADER, "# towns", "", "# the end")


def test_a_new_language_gets_a_column(tmp_path: Path) -> None:
    file = read_file(written(tmp_path, "# towns", "Brest\tБрест\tБрест\tБрэст\tplace\tm"))
    concept = Concept(Kind.PLACE, {"en": Term("en", "Warsaw"), "pl": Term("pl", "Warszawa")}, Gender.FEMININE)
    file.appended(concept).write()
    again = read_file(file.path)
    assert again.columns[4] == "pl"
    assert [c.terms.get("pl", Term("pl", "")).text for c in again.termbase] == ["", "Warszawa"]
    assert [c.kind for c in again.termbase] == [Kind.PLACE, Kind.PLACE]
    assert again.lines[1] == "# towns"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a header"),
        (b"Minsk\t\xd0\x9c\n", "not a header"),
        (b"en\tru\nMinsk\t\xcc\xe8\xed\xf1\xea\n", "not UTF-8"),
    ],
)
def test_what_is_no_termbase_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        read_file(path)
    with pytest.raises(InputError, match="no such glossary"):
        load([tmp_path / "missing"])


def test_a_project_row_stands_over_the_shared_one(tmp_path: Path) -> None:
    shared, project = tmp_path / "shared", tmp_path / "project"
    for folder, name in ((shared, "Белоруссия"), (project, "Беларусь")):
        folder.mkdir()
        written(folder, f"Belarus\t{name}\t\t\tplace\tf")
    termbase, problems = load([shared, project])
    assert not problems
    assert [concept.terms["ru"].text for concept in termbase] == ["Беларусь"]


texts = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12).filter(lambda t: t.strip() == t)
forms = st.dictionaries(
    st.builds(Form, st.sampled_from(Case), st.sampled_from(Number)),
    st.lists(texts, min_size=1, max_size=2, unique=True).map(tuple),
    max_size=2,
)
terms = st.dictionaries(
    st.sampled_from(["en", "ru", "uk", "be"]),
    st.tuples(texts, st.lists(texts, max_size=2, unique=True), forms),
    min_size=1,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    terms,
    st.sampled_from(Kind),
    st.sampled_from(Gender),
    st.sampled_from(Number),
    st.sampled_from(Status),
    st.booleans(),
    st.booleans(),
)
def test_a_concept_survives_its_row(
    given_terms: dict[str, tuple[str, list[str], dict[Form, tuple[str, ...]]]],
    kind: Kind,
    gender: Gender,
    number: Number,
    status: Status,
    indeclinable: bool,
    verbatim: bool,
) -> None:
    import unicodedata

    made = {
        code: Term(
            code,
            unicodedata.normalize("NFC", text),
            tuple(dict.fromkeys(unicodedata.normalize("NFC", alias) for alias in aliases)),
            forms=explicit,
        )
        for code, (text, aliases, explicit) in given_terms.items()
    }
    concept = Concept(
        kind, made, gender, number, kind is Kind.PERSON, indeclinable, verbatim, status=status, place="x:1"
    )
    assert parse_row(render_row(concept, COLUMNS), "x:1") == concept


def test_an_empty_file_has_the_usual_columns(tmp_path: Path) -> None:
    file = empty_file(tmp_path / "new.tsv")
    file.write()
    assert read_file(file.path).columns == COLUMNS


def test_the_shipped_glossary_loads_without_a_problem() -> None:
    termbase, problems = load([SHIPPED])
    assert not problems
    assert len(termbase) >= 400
    for code in ("en", "ru", "uk", "be"):
        assert sum(code in concept.terms for concept in termbase) >= 400
