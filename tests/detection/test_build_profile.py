"""The script that builds profiles and word lists, on sources one can read."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest

from tools.build_profile import Forms, build, columns, sample

PAIRS = "\n".join(
    f"{ru}\t{be}"
    for ru, be in [
        ("Он сказал, что Минск большой.", "Ён сказаў, што Мінск вялікі."),
        ("Он был в лесу. Лес был тёмный.", "Ён быў у лесе. Лес быў цёмны."),
        ("Дом стоит у реки, и что?", "Дом стаіць ля ракі, і што? Nota bene"),
    ]
)
NEWS = "The law passed.\tЗакон принят.\tЗакон ухвалено.\tЗакон прыняты.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "tale.ru-be.tsv").write_text(PAIRS, encoding="utf-8")
    (sources / "news.tsv").write_text(NEWS, encoding="utf-8")
    return sources


def contents(paths: list[Path]) -> dict[str, bytes]:
    return {path.name + path.parent.name: path.read_bytes() for path in paths}


def test_the_same_sources_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "sources.tar.xz"
    with tarfile.open(archive, "w:xz") as packed:
        for path in sorted(folder.iterdir(), reverse=True):
            data = path.read_bytes()
            member = tarfile.TarInfo(f"data/{path.name}")
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    first = contents(build([folder], tmp_path / "a", 100))
    assert contents(build([folder], tmp_path / "a", 100)) == first
    assert contents(build([archive], tmp_path / "b", 100)) == first
    assert contents(build(sorted(folder.iterdir()), tmp_path / "c", 100)) == first


def test_langdetect_loads_the_profile(folder: Path, tmp_path: Path) -> None:
    from langdetect.detector_factory import DetectorFactory
    from langdetect.utils.lang_profile import LangProfile

    build([folder], tmp_path, 100)
    made = json.loads((tmp_path / "profiles" / "be").read_text("utf-8"))
    assert set(made) == {"freq", "n_words", "name"}
    assert made["name"] == "be"
    assert made["n_words"] == [sum(v for k, v in made["freq"].items() if len(k) == n) for n in (1, 2, 3)]
    factory = DetectorFactory()
    factory.add_profile(LangProfile(**made), 0, 1)
    assert factory.get_lang_list() == ["be"]


def test_only_letters_of_the_language_are_counted(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path, 100)
    made = json.loads((tmp_path / "profiles" / "kin" / "be").read_text("utf-8"))
    assert "і" in made["freq"]
    assert not set("".join(made["freq"])) & set("abcиNn")


def test_word_list(folder: Path, tmp_path: Path) -> None:
    build([folder], tmp_path, 100)
    lines = (tmp_path / "words" / "be.tsv").read_text("utf-8").splitlines()
    assert lines[0] == "26\tall words counted"
    assert lines[1] == "4\tЗакон"  # news counts four times; never seen in lower case, it is a name
    [names] = [line for line in lines if "Мінск" in line]
    assert names.startswith("1\t")
    assert names.istitle(), "names have a row of their own"


def test_words_at_the_start_of_a_sentence_are_no_names() -> None:
    forms = Forms("be")
    forms.add("Лес быў цёмны. Лес стаяў. У лес хадзіў Янка.")
    assert not forms.is_name("лес")
    assert forms.is_name("янка")


def test_columns() -> None:
    assert columns("a.en-be.tsv", "One\tАдзін\nbroken\n") == {"en": ["One"], "be": ["Адзін"]}
    assert columns("a.de-be.tsv", "Eins\tАдзін\n") == {"be": ["Адзін"]}
    assert set(columns("news.tsv", NEWS)) == {"en", "ru", "uk", "be"}


def test_sample_is_spread_evenly() -> None:
    texts = [f"{number:04}" for number in range(100)]
    assert sample([*texts, *texts], 400) == texts
    assert sample(texts, 100) == texts[::4]
