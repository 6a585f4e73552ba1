"""The few lines that the package's docstring promises."""

import textwrap
from pathlib import Path

import pytest

import xlate

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_of_the_docstring_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlate.__doc__
    example = textwrap.dedent(xlate.__doc__.split("\n\n", 1)[1].rsplit("\n\n", 1)[0])
    (tmp_path / "article.html").write_bytes((ROOT / "corpus" / "samples" / "border_crossing.html").read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert "<html" in (tmp_path / "article.be.html").read_text("utf-8")
