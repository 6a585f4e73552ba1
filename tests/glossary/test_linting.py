"""Lint: what must stay silent first, then each fault with its file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlate.glossary.files import SHIPPED
from xlate.glossary.linting import RULES, LintFinding, lint
from xlate.glossary.row import FACTS
from xlate.glossary.shelf import open_shelf
from xlate.model import Severity

COLUMNS = ("en", "ru", "uk", "be", *FACTS)
MINSK = "en=Minsk ru=Минск uk=Мінськ be=Мінск kind=place gender=m"


def row(text: str) -> str:
    """``en=Minsk kind=place`` as a line; underscores stand for spaces."""
    cells = {column: value.replace("_", " ") for column, _, value in (part.partition("=") for part in text.split(" "))}
    assert set(cells) <= set(COLUMNS)
    return "\t".join(cells.get(column, "") for column in COLUMNS).rstrip("\t")


def written(folder: Path, *rows: str, name: str = "names.tsv") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("\n".join(["\t".join(COLUMNS), *map(row, rows)]) + "\n", encoding="utf-8")
    return path


def found(*places: Path) -> list[LintFinding]:
    return lint(open_shelf(places, shipped=False).entries)


@pytest.mark.parametrize(
    "rows",
    [
        (MINSK,),
        ("en=Iran ru=Иран uk=Іран be=Іран kind=place gender=m", "en=Iraq ru=Ирак uk=Ірак be=Ірак kind=place gender=m"),
        (  # one English name, told apart by domains or kinds
            "en=Brest ru=Брест uk=Брест be=Брэст kind=place gender=m domain=Belarus",
            "en=Brest ru=Брест uk=Брест be=Брэст kind=place gender=m domain=France",
        ),
        (
            "en=Jordan ru=Иордания uk=Йорданія be=Іарданія kind=place gender=f",
            "en=Jordan ru=Джордан uk=Джордан be=Джордан kind=person gender=m",
        ),
        (  # man and wife
            "en=Ivanov ru=Иванов uk=Іванов be=Іваноў kind=person gender=m",
            "en=Ivanova ru=Иванова uk=Іванова be=Іванова kind=person gender=f",
        ),
        ("en=Merkel ru=Меркель uk=Меркель be=Меркель kind=person gender=f",),  # a woman's name in a consonant
        ("en=Oslo ru=Осло uk=Осло be=Осла kind=place gender=n flags=indeclinable",),
        ("en=Maduro ru=Мадуро uk=Мадуро be=Мадура kind=person gender=m",),
        ("en=NATO ru=НАТО uk=НАТО be=НАТА kind=organisation gender=n aliases=en:_WHO",),
        ("en=TUT.BY ru=TUT.BY uk=TUT.BY be=TUT.BY kind=outlet gender=m flags=dnt",),
        ("en=O'Neill ru=О’Нил uk=О’Ніл be=О’Ніл kind=person gender=m",),
    ],
)
def test_what_is_right_stays_silent(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert found(written(tmp_path, *rows)) == []


@pytest.mark.parametrize(
    ("rows", "rule", "column", "line", "severity", "said"),
    [
        ((MINSK, MINSK), "double", "en", 3, "error", "stands at"),
        ((MINSK, MINSK.replace("be=Мінск", "be=Менск")), "double", "be", 3, "error", "be Мінск or Менск"),
        ((MINSK.replace("Мінськ", "Мыньск"),), "letters", "uk", 2, "error", "Ukrainian has no ы"),
        ((MINSK.replace("be=Мінск", "be=Минск"),), "letters", "be", 2, "error", "Belarusian has no и"),
        ((MINSK.replace("ru=Минск", "ru=Mинск"),), "letters", "ru", 2, "error", "Latin M in a Cyrillic word"),
        ((MINSK.replace("en=Minsk", "en=Минск"),), "letters", "en", 2, "error", "English has no"),
        ((MINSK.replace("ru=Минск", "ru=Minsk"),), "letters", "ru", 2, "warning", "is Latin"),
        ((MINSK.replace("ru=Минск", "ru=Минск_"),), "spelling", "ru", 2, "warning", "stray spaces"),
        ((MINSK.replace("ru=Минск", "ru=Мин\u00adск"),), "spelling", "ru", 2, "warning", "invisible"),
        ((MINSK.replace("ru=Минск", "ru=Краи\u0306"),), "spelling", "ru", 2, "warning", "not NFC"),
        (("en=Minsk ru=Минск kind=place gender=m",), "missing", "uk", 2, "info", "no term in uk, be"),
        (("en=Minsk kind=place gender=m",), "missing", "ru", 2, "warning", "one language only"),
        (("en=Kim ru=Ким uk=Кім be=Кім kind=person",), "facts", "gender", 2, "error", "without a gender"),
        ((MINSK + " date=yesterday",), "facts", "date", 2, "warning", "is not a date"),
        ((MINSK.replace("=place", "=adjective") + " of=Poland",), "facts", "of", 2, "warning", "no row"),
        (("en=the ru=Минск uk=Мінськ be=Мінск kind=place gender=m",), "words", "en", 2, "error", "function word"),
        (("en=Rio.*[a] ru=Рио uk=Ріо be=Рыа gender=n",), "words", "en", 2, "info", "taken literally"),
        ((MINSK + " status=done",), "unreadable", "status", 2, "error", "Valid: draft"),
        ((MINSK.replace("en=Minsk", f"en={'M' * 300}"),), "unreadable", "en", 2, "error", "300 characters"),
        (
            (MINSK + " aliases=en:_Mensk", MINSK.replace("Minsk", "Mensk") + " aliases=en:_Minsk"),
            "aliases", "aliases", 3, "error", "mensk - minsk - mensk",
        ),
        ((MINSK + " aliases=en:_Minsk",), "aliases", "aliases", 2, "warning", "repeats the term"),
        ((MINSK + " forbidden=ru:_Минск",), "conflict", "forbidden", 2, "error", "a name of the same row"),
        (
            ("en=Belarus ru=Беларусь uk=Білорусь be=Беларусь kind=place gender=f forbidden=ru:_Белоруссия",
             "en=Byelorussia ru=Белоруссия uk=Білорусія be=Беларусія kind=place gender=f"),
            "conflict", "forbidden", 2, "error", "wanted at",
        ),
        (
            ("en=Lukashenko ru=Лукашенко uk=Лукашенко be=Лукашэнка kind=person gender=m",
             "en=Lukashenka ru=Лукашенко uk=Лукашенко be=Лукашэнка kind=person gender=m"),
            "near-double", "en", 3, "warning", 'nearly "Lukashenko"',
        ),
    ],
)  # fmt: skip
def test_a_fault_is_named(
    tmp_path: Path, rows: tuple[str, ...], rule: str, column: str, line: int, severity: str, said: str
) -> None:
    path = written(tmp_path, *rows)
    [finding] = [f for f in found(path) if f.rule == rule and f.line == line]
    assert (finding.place, finding.column, str(finding.severity)) == (f"{path}:{line}", column, severity)
    assert said in str(finding)


def test_a_name_that_is_stuck_in_one_form_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from xlate.glossary.concept import Case, Form
    from xlate.glossary.linting import forms

    monkeypatch.setattr(forms, "paradigm", lambda concept, code: {Form(Case.GENITIVE): (concept.terms[code].text,)})
    stuck = found(written(tmp_path, MINSK))
    assert [(f.rule, f.column, f.severity) for f in stuck] == [
        ("forms", c, Severity.WARNING) for c in ("ru", "uk", "be")
    ]
    assert "indeclinable=ru" in stuck[0].fix
    assert found(written(tmp_path, MINSK + " flags=indeclinable")) == []


def test_a_project_may_stand_over_the_shared_glossary(tmp_path: Path) -> None:
    shared = written(tmp_path / "shared", MINSK)
    project = written(tmp_path / "project", MINSK.replace("be=Мінск", "be=Менск"))
    [finding] = found(shared.parent, project)
    assert (finding.rule, finding.severity, finding.column) == ("double", Severity.INFO, "be")


def test_deprecated_rows_are_left_alone(tmp_path: Path) -> None:
    assert found(written(tmp_path, MINSK, "en=Minsk ru=Mинск kind=place status=deprecated")) == []


def test_thousands_of_rows_take_seconds(tmp_path: Path) -> None:
    import random
    import time

    from xlate.glossary.linting.forms import FormsRule

    letters = random.Random(7)
    names = ["".join(letters.choices("abdegiklmnoprstu", k=9)).capitalize() for _ in range(3_000)]
    cyrillic = str.maketrans("abdegiklmnoprstuABDEGIKLMNOPRSTU", "абдегиклмнопрстуАБДЕГИКЛМНОПРСТУ")
    rows = [f"en={name} ru={name.translate(cyrillic)} kind=organisation" for name in names]
    entries = open_shelf([written(tmp_path, *rows)], shipped=False).entries
    start = time.monotonic()
    lint(entries, [rule for rule in RULES if not isinstance(rule, FormsRule)])
    assert time.monotonic() - start < 20


def test_the_shipped_glossary_has_no_errors() -> None:
    errors = [str(finding) for finding in lint(open_shelf([SHIPPED], shipped=False).entries) if finding.severity > 1]
    assert errors == []
