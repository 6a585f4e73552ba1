"""What docs/api.md and the package's docstring promise."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import xlate
from xlate.errors import InputError
from xlate.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def test_the_example_of_the_docstring_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert xlate.__doc__
    example = textwrap.dedent(xlate.__doc__.split("\n\n", 1)[1].rsplit("\n\n", 1)[0])
    (tmp_path / "article.html").write_bytes((ROOT / "corpus" / "samples" / "border_crossing.html").read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert "<html" in (tmp_path / "out" / "article.html").read_text("utf-8")


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one go, as a reader would type them, in a folder with an article, a glossary and a feed."""
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    (tmp_path / "article.html").write_bytes((ROOT / "corpus" / "samples" / "border_crossing.html").read_bytes())
    (tmp_path / "names.tsv").write_text("en\tbe\tkind\nQuibbleton\tКвіблтан\tplace\n", encoding="utf-8")
    (tmp_path / "feed.jsonl").write_text('{"id": "1", "text": "The ministers met in Minsk on Monday."}\n')
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    names: dict[str, object] = {"print": lambda *words: said.append(" ".join(map(str, words)))}
    for example in re.findall(r"```python\n(.*?)```", page, re.DOTALL):
        exec(example, names)
    assert any("Квіблтан" in line for line in said)
    assert any("Міністры сустрэліся ў панядзелак." in line for line in said)
    assert (tmp_path / "out" / "article.be.html").exists()
    assert (tmp_path / "feed.be.jsonl").exists()


def test_everything_public_is_on_the_page() -> None:
    page = (ROOT / "docs" / "api.md").read_text("utf-8")
    assert [name for name in xlate.__all__ if not name.startswith("_") and f"xlate.{name}" not in page] == []
    assert all(hasattr(xlate, name) for name in xlate.__all__)


def test_compare_finds_what_is_missing() -> None:
    source = "The ministers met in Minsk on Monday. They signed 46 agreements. It rained all day."
    whole = "Министры встретились в Минске в понедельник. Они подписали 46 соглашений. Весь день шёл дождь."
    part = "Министры встретились в Минске в понедельник. Весь день шёл дождь."
    complete = xlate.compare(source, whole, from_="en", to="ru")
    found = xlate.compare(source, part, from_="English", to="ru")
    assert found.coverage.score < complete.coverage.score
    assert any("46" in finding.message or finding.kind == "omission" for finding in found.coverage.findings)
    assert (found.source_language, found.target_language) == ("en", "ru")
    with pytest.raises(InputError, match="target is empty"):
        xlate.compare(source, " ", from_="en", to="ru")


def test_a_memory_is_asked_first_and_keeps_the_rest(tmp_path: Path) -> None:
    from xlate.memory import Unit

    with xlate.Memory(tmp_path / "m") as memory:
        memory.add([Unit("It rained.", "Ліў дождж.", ("en", "be"))])
        first = xlate.translate("It rained.\n\nThe ministers met.", to="be", from_="en", memory=memory)
        assert first.text.startswith("Ліў дождж.")
        assert [unit.source for unit in memory.units()] == ["It rained.", "The ministers met."]


def test_a_glossary_with_a_broken_row_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("en\tbe\tkind\nMinsk\tМінск\tplanet\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.tsv:2"):
        xlate.Termbase.read(tmp_path / "a.tsv")


def test_one_text() -> None:
    result = xlate.translate("The ministers met in Minsk on Monday.\n\nIt rained.", to="Belarusian", from_="en")
    assert len(result.text.split("\n\n")) == 2
    assert (result.source_language, result.target_language) == ("en", "be")
    assert all(unit.score for unit in result.units)


def test_own_terms() -> None:
    terms = xlate.Termbase.of_pairs({"Quibbleton": "Квіблтан"}, "en", "be")
    assert "Квіблтан" in xlate.translate("They met in Quibbleton on Monday.", to="be", from_="en", terms=terms).text


def test_many_texts_are_read_as_they_are_wanted() -> None:
    taken = 0

    def texts() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 10_000):
            yield f"The {taken} ministers met in Minsk on Monday and went home. " * 60

    results = xlate.translate_many(texts(), to="ru", from_="en", settings=Settings(no_glossary=True, beam_size=1))
    first = next(results)
    results.close()  # type: ignore[attr-defined]
    assert first.document.name == "text 1"
    assert taken < 100


def test_what_cannot_be_told_says_so() -> None:
    with pytest.raises(InputError, match="text 1"):
        xlate.translate("12345", to="be")
    with pytest.raises(AttributeError):
        _ = xlate.nothing
