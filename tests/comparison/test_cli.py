"""``xlate stories`` as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = [ROOT / "corpus" / "stories" / f"bridge.{name}" for name in ("en.html", "ru.txt", "be.html", "uk.md")]


def xlate(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "xlate.cli.app", "stories", *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        check=False,
        timeout=300,
    )


def talk(finished: subprocess.CompletedProcess[bytes]) -> str:
    return finished.stderr.decode()


def test_the_sample(tmp_path: Path) -> None:
    done = xlate(*SAMPLE, "-o", tmp_path / "report.html")
    assert (done.returncode, done.stdout) == (0, b""), talk(done)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "Поліський вісник" in page
    assert "3 мільйони рублів" in page


def test_json_of_two() -> None:
    done = xlate(*SAMPLE[:2], "--json", "--quick")
    assert (done.returncode, talk(done)) == (0, "")
    content = json.loads(done.stdout)
    assert [article["language"] for article in content["articles"]] == ["en", "ru"]
    assert any(cluster["extent"] == "all" for cluster in content["clusters"])


def test_what_cannot_be_read_is_left_out_and_the_rest_goes_on(tmp_path: Path) -> None:
    empty, unclear = tmp_path / "empty.txt", tmp_path / "unclear.txt"
    empty.write_text("")
    unclear.write_text("12345\n\n678 90\n")
    done = xlate(SAMPLE[0], empty, unclear, tmp_path / "none.txt", SAMPLE[0], SAMPLE[1], "--quick", "--format", "md")
    assert done.returncode == 2
    said = talk(done)
    assert all(name in said for name in ("empty.txt", "unclear.txt", "none.txt", "is named twice"))
    assert "## Who reports what" in done.stdout.decode()


@pytest.mark.parametrize("files", [SAMPLE[:1], [SAMPLE[0], SAMPLE[0]]])
def test_one_article_is_no_comparison(files: list[Path]) -> None:
    done = xlate(*files)
    assert (done.returncode, done.stdout) == (2, b"")
    assert "needs two articles" in talk(done)


def test_unrelated_articles_are_said_so(tmp_path: Path) -> None:
    other = tmp_path / "penguins.txt"
    other.write_text("Penguins sleep in very short naps. Each nap lasts four seconds. Scientists filmed one colony.")
    done = xlate(SAMPLE[0], other, "--quick", "-o", tmp_path / "r.html")
    assert done.returncode == 0
    assert "do not seem to tell the same story" in talk(done)
    assert "do not seem to tell the same story" in (tmp_path / "r.html").read_text("utf-8")


def test_wrong_formats_and_languages() -> None:
    assert xlate(*SAMPLE[:2], "--format", "pdf").returncode == 2
    assert xlate(*SAMPLE[:2], "--pivot", "klingon").returncode == 2
