"""The command as a user runs it, exit codes included."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.helpers import TEXT, lines, manifest, write_corpus
from tests.test_cli import program, xlate
from xlate.batch.state import State

ROOT = Path(__file__).resolve().parent.parent.parent
FAST = ("--from", "en", "--to", "be", "--beam-size", "1", "--no-glossary")


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "xlate.cli.app", "batch", *map(str, arguments)]


def batch(
    *arguments: object, stdin: str = "", cwd: Path = ROOT, alone: bool = False
) -> subprocess.CompletedProcess[str]:
    """``alone``: in a process of its own."""
    done = (program if alone else xlate)("batch", *arguments, stdin=stdin, cwd=cwd)
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_folder_with_reports_index_and_summary(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 3)
    (corpus / "empty.txt").touch()
    done = batch(corpus, *FAST, "--report", "-o", tmp_path / "out", alone=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "xlate: empty.txt is empty." in done.stderr
    assert re.search(r"^documents +4 \(0 unchanged, 1 failed\)$", done.stderr, re.MULTILINE)
    assert re.search(r"^words +\d+ in .* words/s\)$", done.stderr, re.MULTILINE)
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="([^"]+)"', page))
    assert len(links) == 6
    assert all((tmp_path / "out" / link).is_file() for link in links)
    assert "empty.txt is empty." in page
    (corpus / "empty.txt").unlink()
    again = batch(corpus, *FAST, "--report", "-o", tmp_path / "out", "-q")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_exit_code_1_for_findings_from_an_earlier_run_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("On 7 May 1,234,567 people came, 89 of them from 17 towns, in 456 buses.\n")
    codes = [
        batch(tmp_path / "a.txt", *FAST, "-o", tmp_path / "out", "--fail-on", level).returncode
        for level in ("info", "info", "error")
    ]
    rows = manifest(tmp_path / "out")
    assert codes[:2] == [int(bool(rows[0]["findings"]))] * 2
    assert codes[2] == int(any("error" in kind for kind in rows[0]["findings"]))


def test_exit_code_3_where_no_model_leads(tmp_path: Path) -> None:
    done = batch(write_corpus(tmp_path / "in", 1), "--from", "en", "--to", "ja", "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "part0/article0.txt: No installed model leads" in done.stderr


def test_wrong_usage(tmp_path: Path) -> None:
    assert batch(tmp_path, "-o", tmp_path / "out").returncode == 2
    done = batch(tmp_path, "--to", "be", "--report", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 2
    assert "Give a folder" in done.stderr


def test_a_list_on_stdin_into_one_jsonl(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    listed = "".join(f"{path.relative_to(tmp_path)}\n" for path in sorted(corpus.rglob("*.txt")))
    done = batch("-", *FAST, "-o", "all.jsonl", "--manifest", "made.jsonl", stdin=listed, cwd=tmp_path, alone=True)
    assert done.returncode == 0, done.stderr
    assert [line["name"] for line in lines(tmp_path / "all.jsonl")] == [
        "in/part0/article0.txt",
        "in/part1/article1.txt",
    ]
    assert len(lines(tmp_path / "made.jsonl")) == 2


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    done = batch(corpus, *FAST, "-o", tmp_path / "out", "--dry-run")
    assert done.returncode == 0, done.stderr
    words = 2 * len(TEXT.format(0).split())
    assert f"to do      2, about {words} words" in done.stderr
    assert re.search(r"^time +about \d", done.stderr, re.MULTILINE)
    assert not (tmp_path / "out").exists()


def test_ctrl_c_ends_soon_and_the_next_run_goes_on(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 200)
    arguments = (corpus, *FAST, "-o", tmp_path / "out", "--window", "2")
    process = subprocess.Popen(command(*arguments), cwd=ROOT, stderr=subprocess.PIPE, text=True)
    while not list((tmp_path / "out").rglob("*.txt")):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted" in said
    assert not list((tmp_path / "out").rglob("*.part"))
    assert batch(*arguments).returncode == 0
    assert len(manifest(tmp_path / "out")) == 200


def test_watching_a_folder(tmp_path: Path) -> None:
    corpus, out = write_corpus(tmp_path / "in", 1), tmp_path / "out"
    arguments = command(corpus, *FAST, "-o", out, "--watch", "--every", "0.3")
    process = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        _wait_for(out / "part0" / "article0.be.txt")
        (corpus / "late.txt").write_text(TEXT.format("late"))
        _wait_for(out / "late.be.txt")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130


def test_a_watcher_waits_for_another_run(tmp_path: Path) -> None:
    corpus, out = write_corpus(tmp_path / "in", 1), tmp_path / "out"
    with State(out / ".xlate" / "state.db"):
        arguments = command(corpus, *FAST, "-o", out, "--watch", "--every", "0.3")
        process = subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(4)
    try:
        _wait_for(out / "part0" / "article0.be.txt")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode == 130


def test_a_terminal_shows_progress(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 4)
    controller, terminal = pty.openpty()
    environment = {**os.environ, "COLUMNS": "120", "TERM": "xterm"}
    arguments = command(corpus, *FAST, "-o", tmp_path / "out", "--window", "2")
    process = subprocess.Popen(arguments, cwd=ROOT, stderr=terminal, env=environment)
    os.close(terminal)
    shown = b""
    while True:
        try:
            data = os.read(controller, 65536)
        except OSError:
            break
        if not data:
            break
        shown += data
    assert process.wait() == 0
    text = shown.decode()
    assert re.search(r"Translating.*\d+%.*documents.*words/s", text)
    assert "documents     4 (0 unchanged, 0 failed)" in text


def test_the_manifest_is_one_object_a_result(tmp_path: Path) -> None:
    assert batch(write_corpus(tmp_path / "in", 1), *FAST, "-o", tmp_path / "out").returncode == 0
    [row] = manifest(tmp_path / "out")
    assert set(row) == {
        *("name", "to", "status", "outputs", "words", "segments", "recalled", "score", "findings"),
        *("languages", "digest", "signature"),
    }
    assert json.dumps(row["outputs"]) == '["part0/article0.be.txt"]'


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 240
    while not path.exists():
        assert time.monotonic() < end, f"{path.name} did not come"
        time.sleep(0.05)
