"""``xlate memory`` and ``xlate translate --memory`` as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.test_cli import talk, xlate

TMX = """<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en"><seg>It rained in Minsk on Monday.</seg></tuv>
<tuv xml:lang="ru"><seg>В понедельник в Минске шёл дождь.</seg></tuv></tu></body></tmx>"""


def test_a_memory_from_birth_to_export(tmp_path: Path) -> None:
    (tmp_path / "in.tmx").write_text(TMX, encoding="utf-8")
    (tmp_path / "xlate.toml").write_text('memory = "news.memory"')
    done = xlate("memory", "import", "in.tmx", "--project", "river", cwd=tmp_path)
    assert done.returncode == 0, talk(done)
    assert "1 units read, 1 new or changed" in talk(done)

    done = xlate("memory", "add", "-f", "en", "-t", "ru", "Snow.", "Снег.", cwd=tmp_path)
    assert (done.returncode, talk(done)) == (0, "Added.\n")

    done = xlate("memory", "stats", "--json", cwd=tmp_path)
    content = json.loads(done.stdout)
    assert content["n_units"] == 2
    assert {unit["origin"] for unit in content["units"]} == {"imported", "human"}
    assert b"en-ru\triver\timported\t1\t" in xlate("memory", "stats", cwd=tmp_path).stdout

    done = xlate("memory", "search", "It rained in Pinsk on Monday.", cwd=tmp_path)
    assert done.stdout.decode().split("\t")[:3] == ["97 %", "en-ru", "imported"]
    [match] = json.loads(xlate("memory", "search", "Snow", "-f", "en", "-t", "ru", "--json", cwd=tmp_path).stdout)
    assert (match["target"], match["likeness"], match["stale"]) == ("Снег.", 0.8, False)

    assert xlate("memory", "lint", cwd=tmp_path).returncode == 0
    done = xlate("memory", "export", "-o", "out.tmx", "--project", "river", cwd=tmp_path)
    assert "Wrote 1 units" in talk(done)
    assert "шёл дождь" in (tmp_path / "out.tmx").read_text("utf-8")

    done = xlate("memory", "prune", "--origin", "human", cwd=tmp_path)
    assert talk(done) == "1 units are gone\n"


def test_translation_with_corrections(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("It rained in Minsk on Monday.\n\nThe trains were late.\n", encoding="utf-8")
    memory = tmp_path / "news.memory"
    run = ("translate", article, "--from", "en", "--to", "ru", "--memory", memory, "--json")
    first = xlate(*run)
    assert first.returncode == 0, talk(first)
    units = json.loads(first.stdout)["results"][0]["units"]
    assert {unit["origin"] for unit in units} == {"machine"}

    edited = tmp_path / "edited.json"
    edited.write_text(
        first.stdout.decode().replace(json.dumps(units[1]["target"], ensure_ascii=False), '"Поезда опоздали."')
    )
    done = xlate("memory", "learn", edited, "-m", memory)
    assert talk(done) == "1 corrections, 0 new, 1 as they were\n"

    again = json.loads(xlate(*run).stdout)["results"][0]["units"]
    assert [unit["origin"] for unit in again] == ["memory exact"] * 2
    assert [unit["target"] for unit in again] == [units[0]["target"], "Поезда опоздали."]
    verbose = xlate(*run, "--verbose")
    assert "memory: 2 segments were there" in talk(verbose)

    done = xlate("memory", "prune", "--stale", "-f", "en", "-t", "ru", "-m", memory)
    assert talk(done) == "0 units are gone\n"


def test_wrong_calls_say_the_way_out(tmp_path: Path) -> None:
    memory = tmp_path / "news.memory"
    (tmp_path / "text.memory").write_text("not a database at all, but quite long. " * 50)
    for arguments, message in (
        (("stats",), "Which memory?"),
        (("stats", "-m", memory), "no such memory"),
        (("stats", "-m", tmp_path / "text.memory"), "is no translation memory"),
        (("prune", "-m", memory), "would delete everything"),
        (("prune", "-m", memory, "--before", "yesterday"), "is no date"),
        (("prune", "-m", memory, "--stale"), "Models are of a pair"),
        (("lint", "-m", memory, "--origin", "alien"), "There is no origin"),
        (("export", "-m", memory, "-o", "x.tmx", "-f", "en"), "not a pair"),
        (("import", "-m", memory, tmp_path / "none.tmx"), "cannot be read"),
        (("recover", "-m", tmp_path / "none"), "no such memory"),
    ):
        done = xlate("memory", *arguments, cwd=tmp_path)
        assert done.returncode == 2, (arguments, talk(done))
        assert message in talk(done), arguments
        assert "Traceback" not in talk(done)
