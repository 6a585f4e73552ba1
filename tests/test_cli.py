"""The program as a user runs it, exit codes included; what a process has a part in, in one of its own."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import signal
import subprocess
import sys
import time
import traceback
import zipfile
from functools import partial
from pathlib import Path

import pytest

from xlate.cli.app import main

ROOT = Path(__file__).resolve().parent.parent
ARTICLE = """Ferry returns to the Dnieper after three years

The ferry between the two banks of the Dnieper made its first trip on Monday. It carried 46 passengers and nine cars.

"We have waited for this day since 2023," said Hanna Marchuk, a teacher from Cherkasy.
"""


def program(
    *arguments: object,
    stdin: str | bytes = "",
    cwd: Path | None = None,
    variables: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program in a process of its own: for what start-up, the environment or the terminal have a part in."""
    return subprocess.run(
        [sys.executable, "-m", "xlate.cli.app", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        cwd=cwd or ROOT,
        env={**os.environ, **(variables or {})},
        check=False,
        timeout=120,
    )


def xlate(*arguments: object, stdin: str | bytes = "", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run the program's ``main`` in this process, with streams, folder and exit code of its own; a second faster."""
    before, thresholds = (sys.stdin, sys.stdout, sys.stderr, sys.argv), gc.get_threshold()
    given, out, err = io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(kept, "utf-8", write_through=True) for kept in (given, out, err)]
    code: int | str | None = 0
    try:
        sys.argv = ["xlate", *map(str, arguments)]
        sys.stdin, sys.stdout, sys.stderr = streams
        with contextlib.chdir(cwd or ROOT):
            main()
    except SystemExit as leaving:
        code = leaving.code
    except BaseException:
        code = 1
        err.write(traceback.format_exc().encode())
    finally:
        sys.stdin, sys.stdout, sys.stderr, sys.argv = before
        gc.set_threshold(*thresholds)
    assert code is None or isinstance(code, int)
    return subprocess.CompletedProcess(list(map(str, arguments)), code or 0, out.getvalue(), err.getvalue())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def talk(finished: subprocess.CompletedProcess[bytes]) -> str:
    return finished.stderr.decode()


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_translates_into_three_languages_with_reports(article: Path, tmp_path: Path) -> None:
    done = program("translate", article, "--to", "ru", "--to", "be", "--to", "uk", "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (0, b"")
    assert files(tmp_path / "out") == [
        f"ferry.{code}{suffix}" for code in ("be", "ru", "uk") for suffix in (".report.html", ".txt")
    ]
    belarusian = (tmp_path / "out" / "ferry.be.txt").read_text("utf-8")
    assert len(belarusian.split("\n\n")) == 3
    assert "і" in belarusian
    assert "46" in belarusian


def test_pipe() -> None:
    done = program("translate", "--to", "uk", stdin=ARTICLE)
    assert done.returncode == 0, talk(done)
    assert len(done.stdout.decode().strip().split("\n\n")) == 3
    assert talk(done) == ""


def test_json_is_the_machine_form_and_nothing_else(article: Path) -> None:
    done = program("translate", article, "--to", "be", "--json", "--verbose")
    content = json.loads(done.stdout)
    assert content["schema"] == "xlate.translation/1"
    [result] = content["results"]
    assert (result["source_language"], result["target_language"]) == ("en", "be")
    assert "".join(u["source"] for u in result["units"]).startswith("Ferry returns")
    for unit in result["units"]:
        start, end = unit["span"]
        assert result["document"]["blocks"][unit["block"]]["text"][start:end] == unit["source"]
        assert unit["route"].startswith("en-be [argos:xlate-")
    assert {"xlate", "to", "route", "models", "beam"} <= set(result["signature"])
    assert "words/s" in talk(done)


@pytest.mark.parametrize("suffix", [".json", ".tmx", ".html", ".md", ".docx", ".txt"])
def test_one_result_into_one_file_by_its_suffix(article: Path, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"ferry_be{suffix}"
    done = xlate("translate", article, "--to", "be", "-o", path)
    assert done.returncode == 0, talk(done)
    starts = {".json": b"{", ".tmx": b"<?xml", ".html": b"<!", ".docx": b"PK"}
    assert path.read_bytes().startswith(starts.get(suffix, b""))
    if suffix == ".docx":
        assert zipfile.ZipFile(path).testzip() is None


def test_tmx_and_json_beside_the_article(article: Path, tmp_path: Path) -> None:
    done = xlate("translate", article, "--to", "be", "-o", tmp_path / "out", "--tmx", "--json", "--no-report")
    assert done.returncode == 0, talk(done)
    assert files(tmp_path / "out") == ["ferry.be.json", "ferry.be.tmx", "ferry.be.txt"]


def test_lines_answer_line_for_line(tmp_path: Path) -> None:
    lines = ["Good morning, Minsk.", "", "   ", "123 456", "It rained. It stopped.", "🙂", "שלום", "The end"]
    (tmp_path / "in.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = xlate("translate", "--lines", "--from", "en", "--to", "be", tmp_path / "in.txt", "-o", tmp_path / "out.txt")
    assert done.returncode == 0, talk(done)
    out = (tmp_path / "out.txt").read_text("utf-8").split("\n")
    assert len(out) == len(lines) + 1
    assert [bool(line.strip()) for line in out[:-1]] == [bool(line.strip()) for line in lines]
    assert out[3] == "123 456"


@pytest.mark.parametrize("text", ["", "\n", "one", "one\n", "\n\n", "a\r\nb\r\n", "x\x0cy\nz\n", "a\u2028b\nc\n"])
def test_lines_in_lines_out_at_the_edges(text: str, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_bytes(text.encode())
    done = xlate("translate", "--lines", "--from", "en", "--to", "ru", "--beam-size", "1", tmp_path / "in.txt")
    wanted = text.count("\n") + (not text.endswith("\n") and bool(text))
    assert done.stdout.count(b"\n") == wanted


def test_detect_files_and_lines(article: Path, tmp_path: Path) -> None:
    (tmp_path / "be.txt").write_text("Учора ў Мінску прайшоў моцны дождж, і вуліцы заліло вадой.\n", "utf-8")
    done = xlate("detect", article, tmp_path / "be.txt")
    assert [line.split("\t")[1] for line in done.stdout.decode().splitlines()] == ["en", "be"]
    lines = [
        "Учора ў Мінску прайшоў моцны дождж.",
        "Вчера в Минске прошёл сильный дождь.",
        "Учора в Києві пройшла злива, її чекали.",
        "12345",
    ]
    done = xlate("detect", "--lines", stdin="\n".join(lines) + "\n")
    assert done.stdout.decode().splitlines() == ["be", "ru", "uk", "und"]


def test_detect_json_has_probabilities(article: Path) -> None:
    [row] = json.loads(program("detect", "--json", article).stdout)
    assert row["language"] == "en"
    assert 0.5 < row["probability"] <= 1
    assert row["candidates"]["en"] == pytest.approx(row["probability"], abs=0.01)


def test_segment_one_a_line() -> None:
    done = program(
        "segment", "--lang", "ru", stdin="Это г. Минск. А. С. Пушкин здесь не был. «Правда?» — спросил он.\n"
    )
    assert done.stdout.decode().splitlines() == [
        "Это г. Минск.",
        "А. С. Пушкин здесь не был.",
        "«Правда?» — спросил он.",
    ]


def test_models_list() -> None:
    shown = xlate("models", "list").stdout.decode()
    assert "en-be\targos\txlate-" in shown
    rows = json.loads(xlate("models", "list", "--json").stdout)
    assert {"source", "target", "engine", "model", "chrf"} == set(rows[0])


def test_a_model_folder_by_path(article: Path) -> None:
    folder = ROOT / "xlate" / "data" / "models" / "xlate"
    done = xlate("translate", article, "--model", folder, "--from", "en", "--to", "be")
    assert done.stdout == xlate("translate", article, "--from", "en", "--to", "be").stdout != b""
    fails(xlate("translate", article, "--model", folder, "--to", "be"), 2, "--from")


def test_models_verify_export_install_remove(tmp_path: Path) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path / "home")}
    package = tmp_path / "p.argosmodel"
    assert program("models", "export", "en-be", "-o", package).returncode == 0
    assert program("models", "install", package, variables=home).returncode == 0
    assert "argos-0" in program("models", "list", variables=home).stdout.decode()
    assert program("models", "verify", variables=home).stdout.decode().count("ok") >= 4
    assert program("models", "remove", "en-be", variables=home).returncode == 0
    assert "argos-0" not in program("models", "list", variables=home).stdout.decode()


def test_version_and_help() -> None:
    assert program("--version").stdout.decode().startswith("xlate 0.")
    shown = program("--help", variables={"NO_COLOR": "1", "COLUMNS": "100"}).stdout.decode()
    assert all(command in shown for command in ("translate", "detect", "segment", "models"))
    assert "\x1b" not in shown


def test_settings_file_gives_the_defaults(article: Path, tmp_path: Path) -> None:
    (tmp_path / "xlate.toml").write_text('to = ["be"]\nreport = false\n')
    done = xlate("translate", article, "-o", tmp_path / "out", cwd=tmp_path)
    assert done.returncode == 0, talk(done)
    assert files(tmp_path / "out") == ["ferry.be.txt"]


def test_fail_on_makes_findings_an_exit_code(tmp_path: Path) -> None:
    polish = "Dzisiaj w Warszawie odbyło się spotkanie ministrów, którzy rozmawiali o bezpieczeństwie."
    mixed = tmp_path / "mixed.txt"
    mixed.write_text(f"{ARTICLE}\n{polish}\n", "utf-8")
    assert xlate("translate", mixed, "--to", "be").returncode == 0
    assert xlate("translate", mixed, "--to", "be", "--fail-on", "warning").returncode == 1


# Bad input: one clear message, the right exit code, the other files still done.


def fails(done: subprocess.CompletedProcess[bytes], code: int, *words: str) -> None:
    message = talk(done)
    assert done.returncode == code, message
    assert "Traceback" not in message
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "picture.txt"),
        ("zip.docx", b"PK\x03\x04 not really", "zip.docx"),
        ("paper.pdf", b"%PDF-1.7\n1 0 obj\n", "paper.pdf"),
        ("digits.txt", b"12 34 56\n", "--from"),
    ],
)
def test_unreadable_input_is_named_and_the_rest_is_done(
    name: str, data: bytes, word: str, article: Path, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    done = xlate("translate", tmp_path / name, article, "--to", "be", "-o", tmp_path / "out", "--no-report")
    fails(done, 2, word)
    assert files(tmp_path / "out") == ["ferry.be.txt"]


def test_missing_file_and_folder(article: Path, tmp_path: Path) -> None:
    done = program("translate", tmp_path / "nowhere.txt", tmp_path, article, "--to", "be", "-o", tmp_path / "out")
    fails(done, 2, "nowhere.txt", "no such file", str(tmp_path))
    assert "ferry.be.txt" in files(tmp_path / "out")


def test_unknown_language_code(article: Path) -> None:
    fails(xlate("translate", article, "--to", "xx"), 2, '"xx"', "Perhaps you meant")


def test_unknown_engine_setting_and_missing_target(article: Path, tmp_path: Path) -> None:
    fails(xlate("translate", article), 2, "--to")
    (tmp_path / "xlate.toml").write_text("targets = 1\n")
    fails(xlate("translate", article, "--to", "be", cwd=tmp_path), 2, "xlate.toml", "targets")


def test_no_route_names_what_is_installed(article: Path, tmp_path: Path) -> None:
    done = program("translate", article, "--to", "ka", "--to", "be", "-o", tmp_path / "out", "--no-report")
    fails(done, 3, "Georgian", "en-be", "xlate models install en-ka")
    assert files(tmp_path / "out") == ["ferry.be.txt"]


def test_unwritable_output(article: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    fails(xlate("translate", article, "--to", "be", "-o", tmp_path / "file" / "out"), 2, "cannot be written")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full (Linux)")
def test_full_disk_on_stdout(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "xlate.cli.app", "translate", str(article), "--to", "be"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=120)
    fails(done, 2, "No space left")


def test_unknown_encoding(article: Path) -> None:
    fails(xlate("translate", article, "--to", "be", "--encoding", "utf-99"), 2, "utf-99")


def test_several_results_do_not_fit_into_one_file(article: Path, tmp_path: Path) -> None:
    fails(xlate("translate", article, "--to", "be", "--to", "uk", "-o", tmp_path / "x.txt"), 2, "-o out/")


def test_same_names_from_two_folders_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(f"The mayor of town {folder} opened the new bridge on Monday.\n")
    done = xlate("translate", "a/story.txt", "b/story.txt", "--to", "be", "-o", "out", "--no-report", cwd=tmp_path)
    assert done.returncode == 0, talk(done)
    assert len(files(tmp_path / "out")) == 2


def test_ctrl_c_leaves_no_half_file(tmp_path: Path) -> None:
    long = "\n\n".join(f"Sentence {i} tells of mill number {i} and its {i + 3} owners." for i in range(4000))
    command = [sys.executable, "-m", "xlate.cli.app", "translate", "--to", "be", "-o", str(tmp_path / "out")]
    # A runner in the background may have SIGINT ignored, which a child inherits: a user's terminal has not.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed)
    assert running.stdin
    running.stdin.write(long.encode())  # more than a pipe holds: when it is through, the program is up and reading
    running.stdin.close()
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    assert running.stderr
    message = running.stderr.read()
    assert running.wait(timeout=60) == 130
    assert b"Traceback" not in message
    assert files(tmp_path / "out") == []
