"""The importer of GrammarDB: a user's paradigms come before the rules; homonyms are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from xlate.errors import UsageError
from xlate.glossary.concept import Case, Form, Gender, Kind, Number
from xlate.glossary.inflection import grammardb
from xlate.glossary.inflection.be import BelarusianInflector

XML = """<?xml version="1.0" encoding="UTF-8"?>
<Wordlist>
  <Paradigm pdgId="1" lemma="Лі+да" tag="NPAPNF2"><Variant id="a" lemma="Лі+да">
    <Form tag="NS">Лі+да</Form><Form tag="GS">Лі+ды</Form><Form tag="NP"></Form></Variant></Paradigm>
  <Paradigm pdgId="2" lemma="Лі+да" tag="NPIINF2"><Variant id="a" lemma="Лі+да" pravapis="A2008">
    <Slounik name="sbm2012">text</Slounik><Form tag="NS">Лі+да</Form><Form tag="LS" slouniki="x">Лі+дзе</Form>
    <Form tag="IS">Лі+дай</Form><Form tag="IS">Лі+даю</Form></Variant></Paradigm>
  <Paradigm pdgId="3" lemma="Агі+нскі" tag="NPAPNS5"><Variant id="a" lemma="Агі+нскі">
    <Form tag="MNS">Агі+нскі</Form><Form tag="MGS">Агі+нскага</Form></Variant></Paradigm>
  <Paradigm pdgId="4" lemma="бе+гчы" tag="VTN"><Variant id="a" lemma="бе+гчы">
    <Form tag="R1S">бягу+</Form></Variant></Paradigm>
</Wordlist>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of one tiny file, named by the variable."""
    (tmp_path / "NP.xml").write_text(XML, encoding="utf-8")
    monkeypatch.setenv(grammardb.VARIABLE, str(tmp_path))
    yield tmp_path
    grammardb._database.cache_clear()


@pytest.mark.usefixtures("folder")
def test_forms_of_the_town_not_of_the_woman() -> None:
    made = BelarusianInflector().noun("Ліда", Kind.PLACE, Gender.FEMININE, Number.SINGULAR, animate=False, part="")
    assert made == {
        Form(Case.NOMINATIVE): ("Ліда",),
        Form(Case.LOCATIVE): ("Лідзе",),
        Form(Case.INSTRUMENTAL): ("Лідай", "Лідаю"),
    }


@pytest.mark.usefixtures("folder")
def test_forms_of_an_adjectival_surname() -> None:
    found = grammardb.lookup("Агінскі", Gender.MASCULINE, Number.SINGULAR, animate=True)
    assert found[Form(Case.GENITIVE)] == ("Агінскага",)


@pytest.mark.usefixtures("folder")
def test_rules_answer_for_what_is_not_there() -> None:
    made = BelarusianInflector().noun("Рыга", Kind.PLACE, Gender.FEMININE, Number.SINGULAR, animate=False, part="")
    assert made[Form(Case.LOCATIVE)] == ("Рызе",)


def test_no_database_without_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(grammardb.VARIABLE, raising=False)
    assert grammardb.lookup("Ліда", Gender.FEMININE, Number.SINGULAR, animate=False) == {}


def test_a_folder_without_files_is_the_users_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(grammardb.VARIABLE, str(tmp_path))
    with pytest.raises(UsageError, match="no XML files"):
        grammardb.lookup("Ліда", Gender.FEMININE, Number.SINGULAR, animate=False)


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "N.xml").write_text("<Wordlist><Paradigm", encoding="utf-8")
    monkeypatch.setenv(grammardb.VARIABLE, str(tmp_path))
    with pytest.raises(UsageError, match=r"N\.xml"):
        grammardb.lookup("Ліда", Gender.FEMININE, Number.SINGULAR, animate=False)
