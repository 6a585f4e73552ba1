"""Files in and out: formats by name and content, friendly refusals, atomic writing, lazy imports."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xlate.documents import FORMATS, read_bytes, read_document, render_document, write_document
from xlate.errors import InputError, OutputError
from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Origin,
    Segment,
    Span,
    TranslationResult,
    TranslationUnit,
)


def result(format: str = "txt", target: str = "be") -> TranslationResult:
    document = Document("x", format, (Block(BlockKind.TITLE, "News", 1), Block(BlockKind.PARAGRAPH, "It rains.")))
    units = tuple(
        TranslationUnit(Segment(at, Span(0, len(text)), text), translated, Origin.MACHINE)
        for at, (text, translated) in enumerate([("News", "Навіны"), ("It rains.", "Ідзе дождж <&>.")])
    )
    return TranslationResult(document, Detection("en", 1.0), target, units)


def test_the_output_has_the_format_of_its_name_or_of_the_input(tmp_path: Path) -> None:
    for name in ("a.be.txt", "a.md", "a.html", "a.docx", "a.out"):
        write_document(result(), tmp_path / name)
        document = read_document(tmp_path / name, format="txt" if name == "a.out" else None)
        assert [block.text for block in document.blocks] == ["Навіны", "Ідзе дождж <&>."]


def test_html_says_its_language_and_direction(tmp_path: Path) -> None:
    write_document(result("html", "he"), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert '<html lang="he" dir="rtl">' in page
    assert "Ідзе дождж &lt;&amp;&gt;." in page
    write_document(result("html", "be"), tmp_path / "a.html")
    assert '<html lang="be">' in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_writing_replaces_a_file_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    for _ in range(2):
        write_document(result(), path)
    assert [found.name for found in path.parent.iterdir()] == ["a.txt"]


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left") as failed:
        write_document(result(), path)
    assert failed.value.hint
    assert path.read_text() == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


def test_a_folder_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        write_document(result(), tmp_path)


def test_texts_must_be_one_a_block() -> None:
    with pytest.raises(ValueError, match="zip"):
        render_document(result().document, ["one"], "txt")


def test_every_extension_loads_a_module_with_both_functions() -> None:
    for found in FORMATS.values():
        module = found.load()
        assert callable(module.read)
        assert callable(module.render)


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"<!doctype html><p>Hello, world.</p>", "html"),
        ("\ufeff<html><p>Hello, world.</p></html>".encode(), "html"),
        (b"Plain text it is.", "txt"),
        (b"---\ntitle: T\n---\n\nText.\n", "markdown"),
    ],
)
def test_standard_input_is_told_by_its_content(data: bytes, format: str) -> None:
    assert read_bytes(data, "<stdin>").format == format


def test_missing_empty_unknown_and_folder(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "a.xyz").write_bytes(b"text")
    (tmp_path / "tags.html").write_bytes(b"<html><body></body></html>")
    for name, what in [
        ("none.txt", "no such file"), ("empty.txt", "is empty"), ("a.pdf", "pdf"), ("a.xyz", "xyz"),
        ("", "is a folder"), ("tags.html", "no text"),
    ]:  # fmt: skip
        with pytest.raises(InputError, match=what) as refused:
            read_document(tmp_path / name)
        assert refused.value.hint
    assert read_document(tmp_path / "a.xyz", format=".txt").blocks
    with pytest.raises(InputError, match="no format"):
        read_document(tmp_path / "a.xyz", format="wordstar")


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Root may read and write everything, so a test run as root gives its rights up for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """A folder that nobody may write to, with a file that nobody may read."""
    path = tmp_path / "secret.txt"
    path.write_text("text")
    write_document(result(), tmp_path / "warm-up.txt")  # loads the modules while they can be read
    path.chmod(0)
    tmp_path.chmod(0o500)
    return tmp_path


@pytest.mark.usefixtures("locked", "unprivileged")
def test_no_permission(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="may not be read"):
        read_document(tmp_path / "secret.txt")
    with pytest.raises(OutputError):
        write_document(result(), tmp_path / "out.txt")


def test_importing_loads_no_heavy_library() -> None:
    code = (
        "import sys, xlate.documents;"
        "heavy = {'lxml', 'trafilatura', 'docx', 'markdown_it', 'charset_normalizer'} & set(sys.modules);"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_reading_plain_text_loads_no_heavy_library() -> None:
    code = (
        "import sys; from xlate.documents import read_bytes; read_bytes('Прывітанне, свет.'.encode('cp1251'), 'x.txt');"
        "sys.exit(bool({'lxml', 'trafilatura', 'docx', 'markdown_it'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
