"""``xlate glossary`` as a user runs it: what is printed, exit codes, and that a dry run writes nothing."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.test_cli import ROOT, talk, xlate

HEADER = "en\tru\tuk\tbe\tkind\tgender\tnumber\tflags\taliases\tforbidden\tforms\tdomain\tstatus\tnote\tsource\tdate"
ROWS = f"""{HEADER}
# Towns, in no order.
Minsk\tМинск\tМінськ\tМінск\tplace\tm\t\t\ten: Miensk

# The end.
"""


def glossary(*arguments: object, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    return xlate("glossary", *arguments, stdin=stdin, cwd=cwd)


def out(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode()


@pytest.fixture
def towns(tmp_path: Path) -> Path:
    path = tmp_path / "towns.tsv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_add_edit_and_remove_keep_comments_and_order(towns: Path) -> None:
    added = glossary("add", "en=Brest", "ru=Брест", "be=Брэст", "kind=place", "gender=m", "--file", towns)
    assert added.returncode == 0, talk(added)
    lines = towns.read_text("utf-8").split("\n")
    assert lines[:5] == ROWS.split("\n")[:5]
    assert re.fullmatch(r"Brest\tБрест\t\tБрэст\tplace\tm\t+\d{4}-\d\d-\d\d", lines[5])
    assert glossary("edit", "Brest", "uk=Брест", "pl=Brześć", "date=2026-11-29", "-g", towns).returncode == 0
    lines = towns.read_text("utf-8").split("\n")
    assert lines[1] == "# Towns, in no order."
    assert lines[5].startswith("Brest\tБрест\tБрест\tБрэст\tBrześć\tplace")
    assert glossary("remove", "towns.tsv:6", "-g", towns).returncode == 0
    assert [line for line in towns.read_text("utf-8").split("\n") if line.startswith("Brest")] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "en=Brest", "be=Брэст", "kind=place"),
        ("edit", "Minsk", "be=Менск"),
        ("remove", "Minsk"),
    ],
)
def test_a_dry_run_shows_the_diff_and_writes_nothing(towns: Path, arguments: tuple[str, ...]) -> None:
    before = towns.stat()
    done = glossary(*arguments, "--file", towns, "--dry-run")
    assert done.returncode == 0, talk(done)
    assert out(done).startswith(f"@@ {towns}:")
    assert re.search(r"^[-+](Minsk|Brest)\t", out(done), re.MULTILINE)
    assert (towns.read_text("utf-8"), towns.stat().st_mtime_ns) == (ROWS, before.st_mtime_ns)


def test_a_new_file_is_made_with_the_usual_columns(tmp_path: Path) -> None:
    path = tmp_path / "new.tsv"
    assert glossary("add", "en=Brest", "be=Брэст", "-g", path, "--dry-run").returncode == 0
    assert not path.exists()
    assert glossary("add", "en=Brest", "be=Брэст", "-g", path).returncode == 0
    assert path.read_text("utf-8").startswith("en\tru\tuk\tbe\tkind")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "en=Minsk", "kind=place"), "stands there already"),
        (("add", "en=Brest", "kind=plce"), "Valid: person, place"),
        (("add", "Brest"), "column=value"),
        (("add", "town=Brest"), "no column"),
        (("add", f"en={'M' * 300}", "ru=М"), "300 characters"),
        (("add", "en=a\tb"), "one line without tabs"),
        (("edit", "Mnsk", "be=Менск"), 'no "Mnsk"'),
        (("edit", "Minsk", "gender=x"), "Valid: m, f, n"),
        (("remove", "towns.tsv:99"), "glossary has no"),
    ],
)
def test_wrong_edits_say_what_is_right_and_write_nothing(towns: Path, arguments: tuple[str, ...], said: str) -> None:
    done = glossary(*arguments, "--file", towns)
    assert done.returncode == 2
    assert said in talk(done)
    assert towns.read_text("utf-8") == ROWS


def test_without_a_file_of_your_own_nothing_is_added_to_the_shipped_glossary(tmp_path: Path) -> None:
    done = glossary("add", "en=Nowhere", "ru=Нигде", cwd=tmp_path)
    assert (done.returncode, "--file" in talk(done)) == (2, True)


def test_settings_name_the_glossary_that_new_rows_go_to(tmp_path: Path, towns: Path) -> None:
    (tmp_path / "xlate.toml").write_text('glossary = ["towns.tsv"]\n', encoding="utf-8")
    assert glossary("add", "en=Nowhere", "ru=Нигде", cwd=tmp_path).returncode == 0
    assert "Nowhere" in towns.read_text("utf-8")
    assert "towns.tsv:3" in out(glossary("show", "Miensk", cwd=tmp_path))


def test_rows_that_the_installed_program_owns_need_a_word(tmp_path: Path) -> None:
    path = tmp_path / "site-packages" / "xlate" / "towns.tsv"
    path.parent.mkdir(parents=True)
    path.write_text(ROWS, encoding="utf-8")
    done = glossary("edit", "Minsk", "be=Менск", "-g", path)
    assert (done.returncode, path.read_text("utf-8")) == (2, ROWS)
    assert "--shipped" in talk(done)
    assert glossary("edit", "Minsk", "be=Менск", "-g", path, "--shipped").returncode == 0


def test_list_show_and_search() -> None:
    listed = out(glossary("list", "--kind", "title", "--lang", "be")).splitlines()
    assert any("prime minister" in line and "прэм’ер-міністр" in line for line in listed)
    assert out(glossary("list", "--missing", "en")) == ""
    [shown] = json.loads(out(glossary("show", "Лукашэнка", "--json")))
    assert (shown["en"], shown["kind"], shown["status"]) == ("Lukashenko", "person", "approved")
    assert "Lukashenko" in out(glossary("search", "Lukashenka"))
    assert "Mykolaiv" in out(glossary("search", "Мікалаеу", "--limit", "2"))
    assert glossary("show", "Nowhereville").returncode == 2
    assert "Kinds: person" in talk(glossary("list", "--kind", "town"))


def test_forms_of_names_in_the_glossary_and_of_others() -> None:
    shown = out(glossary("forms", "Lukashenko", "--lang", "be"))
    assert shown.startswith("Лукашэнка (be, person, m)\n  nom\tЛукашэнка\n  gen\tЛукашэнкі\n")
    [made] = json.loads(out(glossary("forms", "Бандарчук", "--lang", "be", "--gender", "f", "--json")))
    assert made["forms"]["ins"] == ["Бандарчук"]
    assert "Перапёлкіным" in out(glossary("forms", "Перапёлкін", "-l", "be", "--kind", "person", "--gender", "m"))
    wrong = glossary("forms", "Karpenko", "--lang", "be")
    assert (wrong.returncode, "Карпенка" in talk(wrong)) == (2, True)


def test_lint_exits_by_the_worst_finding(towns: Path) -> None:
    assert glossary("lint", "-g", towns).returncode == 0
    towns.write_text(ROWS + "Brest\tБрест\tБрыст\tБрэст\tplace\tm\nx\ty\tz\tw\tplce\n", encoding="utf-8")
    done = glossary("lint", "-g", towns)
    assert done.returncode == 1
    assert f"{towns}:6: uk: error" in out(done)
    assert f"{towns}:7: kind: error" in out(done)
    assert "2 error" in talk(done)
    assert {f["column"] for f in json.loads(out(glossary("lint", "-g", towns, "--json")))} >= {"uk", "kind"}


def test_check_exits_with_1_on_violations(tmp_path: Path, towns: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "b.txt"
    source.write_text("It rained in Minsk on Monday, and nobody was surprised.\n", encoding="utf-8")
    target.write_text("В понедельник в Минске шёл дождь, и никто не удивился.\n", encoding="utf-8")
    assert glossary("check", source, target, "--from", "en", "--to", "ru", "-g", towns).returncode == 0
    target.write_text("В понедельник в Менске шёл дождь, и никто не удивился.\n", encoding="utf-8")
    done = glossary("check", source, target, "--from", "en", "--to", "ru", "-g", towns)
    assert (done.returncode, "Minsk: should be Минск" in out(done)) == (1, True)
    assert glossary("check", source, target).returncode == 2


def test_merge_lists_conflicts_and_writes_only_what_is_decided(tmp_path: Path, towns: Path) -> None:
    other = tmp_path / "other.tsv"
    other.write_text("en\tbe\tkind\nMinsk\tМенск\tplace\nBrest\tБрэст\tplace\n", encoding="utf-8")
    done = glossary("merge", towns, other)
    assert (done.returncode, towns.read_text("utf-8")) == (1, ROWS)
    assert "Мінск or Менск" in talk(done)
    assert glossary("merge", towns, other, "--prefer", "first").returncode == 0
    assert "Брэст" in towns.read_text("utf-8")
    assert "Менск" not in towns.read_text("utf-8")
    changed = out(glossary("diff", "-", towns, stdin=ROWS))
    assert "+ Brest (place): en Brest, be Брэст" in changed


@pytest.mark.parametrize("name", ["x.csv", "x.tbx", "x.tsv"])
def test_export_and_import_come_back(tmp_path: Path, name: str) -> None:
    assert glossary("export", tmp_path / name, "--kind", "title").returncode == 0
    done = glossary("import", tmp_path / name, "-g", tmp_path / "back.tsv")
    assert done.returncode == 0, talk(done)
    difference = out(glossary("diff", ROOT / "glossaries" / "titles.tsv", tmp_path / "back.tsv"))
    assert difference == "0 added, 0 removed, 0 changed\n"


def test_omegat_and_tmx(tmp_path: Path) -> None:
    shown = out(glossary("export", "-", "--format", "omegat", "--from", "en", "--to", "be", "--kind", "title"))
    assert shown.splitlines()[0] == "president\tпрэзідэнт\ttitle, m"
    memory = tmp_path / "m.tmx"
    unit = '<tu><tuv xml:lang="en"><seg>Slonim</seg></tuv><tuv xml:lang="be"><seg>Слонім</seg></tuv></tu>'
    memory.write_text(f'<tmx version="1.4"><header/><body>{unit}</body></tmx>', encoding="utf-8")
    done = glossary("import", memory, "-g", tmp_path / "m.tsv", "--from", "en", "--to", "be")
    assert done.returncode == 0, talk(done)
    assert "Slonim\t\t\tСлонім\tother" in (tmp_path / "m.tsv").read_text("utf-8")
    assert glossary("import", memory, "-g", tmp_path / "m.tsv").returncode == 2


def test_extract_suggest_and_stats(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "# Rain\n\nThe mayor, Hanna Marchuk, went to Minsk.\n\nPeople asked Hanna Marchuk about it.\n", encoding="utf-8"
    )
    assert out(glossary("extract", article)).startswith("2\tHanna Marchuk\t")
    [candidate] = json.loads(out(glossary("extract", article, "--json")))
    assert len(candidate["contexts"]) == 2
    assert "be\tКарпенка\t" in out(glossary("suggest", "Karpenko"))
    assert glossary("suggest").returncode == 2
    used = out(glossary("stats", article)).splitlines()
    assert any(line.startswith("1\t") and "\tplace\ten Minsk\t" in line for line in used)
    unused = out(glossary("stats", article, "--unused"))
    assert "\tplace\ten Minsk\t" not in unused
    assert "en Lukashenko\t" in unused
    assert glossary("stats", tmp_path / "missing").returncode == 2
