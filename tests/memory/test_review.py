"""A table goes to a reviewer and comes back: what was edited is learnt, what fits nothing is named."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from tests.memory.test_learning import PAIR, result
from tests.test_cli import talk, xlate
from xlate.errors import InputError
from xlate.memory import Memory, Query, UnitOrigin
from xlate.memory.edited import escaped, read_edited
from xlate.memory.learning import Learnt, Lesson, learn
from xlate.model import Block, BlockKind, Detection, Document, Origin, Segment, Span, TranslationResult, TranslationUnit
from xlate.report.review import render_review_markdown, render_review_xlsx

Edit = Callable[[dict[str, str]], None]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "empty.memory")


def table(path: Path, edit: Edit, made: TranslationResult | None = None) -> Path:
    """The review of a result, as ``edit`` leaves its rows (by the names of the columns)."""
    made = made or result()
    if path.suffix == ".xlsx":
        book = load_workbook(io.BytesIO(render_review_xlsx(made)))
        sheet = book.worksheets[0]
        names = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            values = {str(name): str(cell.value or "") for name, cell in zip(names, row, strict=True)}
            edit(values)
            for name, cell in zip(names, row, strict=True):
                cell.value = values[str(name)]
        book.save(path)
        return path
    lines = []
    for line in render_review_markdown(made).splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and "source" not in cells and "---" not in cells:
            names = ["#", "source", "target", "origin", "score", "findings", "in the memory", "mark"]
            values = dict(zip(names, cells, strict=True))
            edit(values)
            line = f"| {' | '.join(values.values())} |"
        lines.append(line)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def correct(row: dict[str, str]) -> None:
    row["target"] = row["target"].replace("Дощь", "Дождь")


def best(memory: Memory, source: str) -> str:
    [matches] = memory.exact(PAIR, [Query(source)])
    return matches[0].unit.target if matches else ""


@pytest.mark.parametrize("name", ["a.review.xlsx", "a.review.md"])
def test_a_correction_is_known_without_a_memory(memory: Memory, tmp_path: Path, name: str) -> None:
    assert learn(memory, table(tmp_path / name, correct)) == Lesson(n_corrected=1, n_same=2)
    [unit] = memory.units()
    assert (unit.source, unit.target, unit.origin) == ("Rain.", "Дождь.", UnitOrigin.REVIEWED)
    assert (unit.languages, unit.before, unit.after) == (PAIR, "", "Snow.")
    assert learn(memory, tmp_path / name) == Lesson(n_same=3)


@pytest.mark.parametrize("name", ["a.xlsx", "a.md"])
def test_what_nobody_touched_does_not_undo_a_later_correction(memory: Memory, tmp_path: Path, name: str) -> None:
    old = table(tmp_path / name, lambda _: None)
    learn(memory, table(tmp_path / f"new.{name}", correct))
    assert learn(memory, old) == Lesson(n_same=3)
    assert best(memory, "Rain.") == "Дождь."


@pytest.mark.parametrize("name", ["a.xlsx", "a.md"])
def test_confirmed_tables_are_read_whole(memory: Memory, tmp_path: Path, name: str) -> None:
    assert learn(memory, table(tmp_path / name, correct), confirm=True) == Lesson(n_corrected=1, n_new=2)
    assert best(memory, "Snow.") == "Снег."


@pytest.mark.parametrize("name", ["a.xlsx", "a.md"])
def test_rows_that_fit_nothing_are_named_and_the_rest_is_learnt(memory: Memory, tmp_path: Path, name: str) -> None:
    def edit(row: dict[str, str]) -> None:
        correct(row)
        if row["source"].startswith("Snow"):
            row["source"] = "Snow, much of it."
        if row["source"].startswith("It hailed"):
            row["target"] = ""
        if row["source"].startswith("46"):
            row["target"] = "47 %"

    told: list[Learnt] = []
    path = table(tmp_path / name, edit)
    assert learn(memory, path, told=told.append) == Lesson(n_corrected=1, n_misfit=3)
    first = 2 if path.suffix == ".xlsx" else 7
    assert [learnt.place for learnt in told] == [f"{path}:{first + n}" for n in range(4)]
    assert [learnt.problem for learnt in told if learnt.problem] == [
        'its source was changed; it is now "Snow, much of it."',
        'has no target for "It hailed."',
        'has no mark that xlate made, so "46 %" cannot be placed',
    ]


def test_columns_may_be_moved_and_rows_left_out(memory: Memory, tmp_path: Path) -> None:
    table(tmp_path / "a.xlsx", correct)
    rows = list(load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True))
    book = Workbook()
    assert book.active
    for row in [rows[0], rows[1], rows[3]]:
        book.active.append(["mine", row[8], row[2], None, row[1]])
    book.save(tmp_path / "moved.xlsx")
    assert learn(memory, tmp_path / "moved.xlsx") == Lesson(n_corrected=1, n_same=1)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b"no workbook"), ("a.xlsx", b""), ("a.md", b"# A page\n\n| a | b |\n|---|---|\n| c | d |\n")],
)
def test_other_files_are_refused(memory: Memory, tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=name):
        learn(memory, tmp_path / name)


ODD = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")) | st.sampled_from("|\\`*<>&\n"), max_size=30)


@given(st.lists(ODD.filter(lambda text: text.strip() == text != ""), min_size=1, max_size=4))
def test_every_text_survives_markdown(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    units = tuple(
        TranslationUnit(Segment(n, Span(0, len(text)), text, "en"), text[::-1].strip(), Origin.MACHINE)
        for n, text in enumerate(texts)
    )
    path = tmp_path_factory.mktemp("table") / "a.md"
    path.write_text(
        render_review_markdown(TranslationResult(Document("a", "txt", blocks), Detection("en", 1.0), "ru", units)),
        encoding="utf-8",
    )
    rows = list(read_edited(path))
    assert [row.problem for row in rows] == [""] * len(texts)
    assert [row.unit.source for row in rows if row.unit] == texts
    assert [row.touched for row in rows] == [False] * len(texts)


def test_a_cell_is_one_line() -> None:
    assert escaped("a|b\n<c>") == r"a\|b<br>\<c\>"


def test_the_program_from_article_to_memory(tmp_path: Path) -> None:
    """Translate into tables, correct one, look with --dry-run, learn, translate again."""
    (tmp_path / "a.txt").write_text("It rained in Minsk on Monday.\n\nThe trains were late.\n", encoding="utf-8")
    run = ("translate", "a.txt", "--from", "en", "--to", "ru", "-o", "out/", "--no-report")
    done = xlate(*run, "--xlsx", "--markdown", cwd=tmp_path)
    assert done.returncode == 0, talk(done)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["a.ru.review.md", "a.ru.review.xlsx", "a.ru.txt"]

    book = load_workbook(tmp_path / "out" / "a.ru.review.xlsx")
    machine = book.worksheets[0]["C3"].value
    book.worksheets[0]["C3"].value = "Поезда опоздали."
    book.worksheets[0]["B2"].value = "It poured in Minsk on Monday."
    book.save(tmp_path / "back.xlsx")

    (tmp_path / "xlate.toml").write_text('memory = "news.memory"')
    xlate("memory", "add", "-f", "en", "-t", "ru", "Snow.", "Снег.", cwd=tmp_path)
    dry = xlate("memory", "learn", "back.xlsx", "--dry-run", cwd=tmp_path)
    assert dry.returncode == 1
    assert dry.stdout.decode() == f"back.xlsx:3\tcorrected\tThe trains were late.\t{machine}\tПоезда опоздали.\n"
    assert "back.xlsx:2: its source was changed" in talk(dry)
    learnt = xlate("memory", "learn", "back.xlsx", cwd=tmp_path)
    assert "1 corrections, 0 new, 0 as they were\n1 rows fit nothing and were left out\n" in talk(learnt)

    assert xlate(*run, cwd=tmp_path).returncode == 0
    assert "Поезда опоздали." in (tmp_path / "out" / "a.ru.txt").read_text("utf-8")


def test_rows_may_be_sorted_and_left_out(memory: Memory, tmp_path: Path) -> None:
    """Where a row stood in the text is told by its number, not by its neighbours in the table."""
    path = table(tmp_path / "a.xlsx", correct)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for at, values in enumerate([rows[2], rows[0]], 2):
        for column, value in enumerate(values, 1):
            sheet.cell(at, column).value = value
    sheet.delete_rows(4, len(rows))
    book.save(path)
    assert learn(memory, path) == Lesson(n_corrected=1, n_same=1)
    [unit] = memory.units()
    assert (unit.source, unit.before, unit.after) == ("Rain.", "", None)
