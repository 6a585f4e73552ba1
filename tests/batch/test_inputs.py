"""Whatever lies in a corpus: read, or set aside with a reason, and the rest goes on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.batch.helpers import TEXT, Engine, Heard, lines, make_job, manifest, run, tree, write_corpus
from xlate.batch import Batch, Inputs
from xlate.errors import OutputError, UsageError

LONG = "internationalisation " * 40 + "was ratified by the ministers on Monday, and they all went home."


def names(inputs: Inputs) -> list[str]:
    return [item.name for item in inputs.items()]


def test_folders_files_globs_and_a_list(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 4)
    assert names(Inputs((str(corpus),))) == [f"part{n}/article{n + 2 * m}.txt" for n in (0, 1) for m in (0, 1)]
    assert names(Inputs((str(corpus / "part0"), str(corpus / "part1" / "article1.txt")))) == [
        "part0/article0.txt",
        "part0/article2.txt",
        "part1/article1.txt",
    ]
    assert names(Inputs((str(corpus / "*" / "*2.txt"),))) == ["part0/article2.txt"]
    assert names(Inputs((str(corpus / "**" / "*3.txt"),))) == ["part1/article3.txt"]
    listed = [f"{corpus}/part1/article1.txt\n", "\n", f"{corpus}/part0/article0.txt\n"]
    assert [Path(name).name for name in names(Inputs(("-",), listed=listed))] == ["article1.txt", "article0.txt"]


def test_a_folder_that_links_lead_to_again_is_read_once(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    (corpus / "part0" / "up").symlink_to(corpus)
    (corpus / "round").symlink_to(corpus / "round")
    summary = run(make_job(corpus, tmp_path / "out"))
    assert (summary.documents, summary.n_failed) == (3, 1)
    assert len(tree(tmp_path / "out")) == 4


def test_the_output_inside_the_input_is_not_read(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    for out in (corpus / "out", corpus / "all.jsonl"):
        run(make_job(corpus, out, to=("be",)))
        assert run(make_job(corpus, out, to=("be",))).documents == 2
    assert run(make_job(corpus, tmp_path / "other")).documents == 2  # nor are those of an earlier batch
    assert (
        run(make_job(corpus / "out", tmp_path / "more", from_="be", to=("ru",))).n_failed == 2
    )  # unless named: no route
    [failed] = run(make_job(corpus / "out", corpus / "out")).failed
    assert "is where the results go" in failed.error


def test_other_kinds_of_files_are_passed_over_and_counted(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    (corpus / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (corpus / ".hidden.txt").write_text("no")
    summary = run(make_job(corpus, tmp_path / "out"))
    assert (summary.documents, summary.passed_over) == (1, {".jpg": 1})


def test_bad_files_are_set_aside_and_the_rest_goes_on(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    (corpus / "empty.txt").touch()
    (corpus / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (corpus / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (corpus / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (corpus / "torn.docx").write_bytes(b"PK\x03\x04 torn")
    heard = Heard()
    summary = run(make_job(corpus, tmp_path / "out"), observer=heard)
    assert (summary.documents, summary.n_failed, summary.results, summary.exit_code) == (7, 5, 4, 2)
    assert sorted(error.split()[0].rstrip(":") for error in heard.errors) == [
        "binary.txt",
        "empty.txt",
        "gone.txt",
        "picture.html",
        "torn.docx",
    ]
    assert sum(row["status"] == "failed" for row in manifest(tmp_path / "out")) == 10


def test_what_may_not_be_read_is_set_aside_until_it_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Any) -> Any:
        if path.name in ("article0.txt", "part1"):
            raise PermissionError(13, "Permission denied")
        return scan(path) if path.is_dir() else read(path)

    read, scan = Path.read_bytes, os.scandir
    job = make_job(write_corpus(tmp_path / "in", 3), tmp_path / "out")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # root may read everything
    monkeypatch.setattr(os, "scandir", refuse)
    summary = run(job)
    assert (summary.n_failed, summary.results, summary.exit_code) == (2, 2, 2)
    monkeypatch.undo()
    assert run(job).results == 6


def test_a_pipe_does_not_hold_the_run_up(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    os.mkfifo(corpus / "pipe.txt")
    summary = run(make_job(corpus, tmp_path / "out"))
    assert (summary.results, summary.n_failed) == (2, 1)


def test_a_file_that_is_missing_fails_alone(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    summary = run(make_job([corpus, tmp_path / "nowhere.txt", str(tmp_path / "*.none")], tmp_path / "out"))
    assert (summary.results, summary.n_failed, summary.exit_code) == (2, 2, 2)


def test_names_that_fall_together_are_told_apart_for_good(tmp_path: Path) -> None:
    corpus = tmp_path / "in"
    corpus.mkdir()
    (corpus / "x.md").write_text(TEXT.format(1))
    (corpus / "x.text").write_text(TEXT.format(2))
    (corpus / "x.txt").write_text(TEXT.format(3))
    job = make_job([corpus, corpus / "x.txt"], tmp_path / "out", to=("be",), report=True)
    assert run(job).documents == 3
    stems = ["x.be", "x.text.be", "x.txt.be"]
    assert [name for name in tree(tmp_path / "out") if name.endswith(".report.html")] == [
        f"{s}.report.html" for s in stems
    ]
    (corpus / "x.html").write_text(f"<html><body><p>{TEXT.format(0)}</p></body></html>")
    assert run(job).unchanged == 3
    assert "document 3" in (tmp_path / "out" / "x.txt.be.txt").read_text("utf-8")


def test_a_huge_document(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    (corpus / "huge.txt").write_text("\n\n".join(f"{n} {LONG}" for n in range(1_200)))
    assert (corpus / "huge.txt").stat().st_size > 1_000_000
    summary = run(make_job(corpus, tmp_path / "out", to=("be",)))
    assert summary.results == 3
    assert (tmp_path / "out" / "huge.be.txt").read_text("utf-8").count("ratified") == 1_200


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    Path(os.fsdecode(os.fsencode(corpus) + b"/n\xe4me.txt")).write_text(TEXT.format(9))
    summary = run(make_job(corpus, tmp_path / "out", report=True))
    assert (summary.results, summary.n_failed) == (4, 0)
    assert [row["name"] for row in manifest(tmp_path / "out")][:2] == ["n\\xe4me.txt"] * 2


RECORDS = [
    json.dumps({"id": "one", "title": "Rain over Minsk", "body": "The minister spoke about the harvest on Monday."}),
    "{broken",
    json.dumps({"id": "two", "title": "The harvest", "body": "The rain stopped, and the minister went home."}),
    "",
    json.dumps(["no", "object"]),
    json.dumps({"id": "three", "title": None}),
    json.dumps({"id": "four", "body": 17}),
    json.dumps({"id": "one", "body": "Another article under the same name came on Tuesday."}),
    json.dumps({"body": "An article without a name came with the rain on Tuesday."}),
]


def test_jsonl_records_with_broken_lines(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(RECORDS), encoding="utf-8")
    heard = Heard()
    job = make_job(feed, tmp_path / "out.jsonl", to=("be",), text_fields=("title", "body"))
    summary = run(job, observer=heard)
    assert (summary.documents, summary.results, summary.n_failed, summary.exit_code) == (8, 4, 4, 2)
    assert [error.split(": ")[0] for error in heard.errors] == [f"feed.jsonl:{n}" for n in (2, 5, 6, 7)]
    found = lines(tmp_path / "out.jsonl")
    assert [line["name"] for line in found] == [
        "feed.jsonl#one",
        "feed.jsonl#two",
        "feed.jsonl#one:8",
        "feed.jsonl:9",
    ]
    assert found[0]["id"] == "one"
    assert (found[0]["title"], found[0]["body"]) == (
        "Дождж over Minsk",
        "The міністр spoke about the ураджай on Monday.",
    )
    assert "title" not in found[2]
    engine = Engine()
    assert run(job, engine).unchanged == 8
    assert engine.n_texts == 0


def test_a_record_that_changed_is_done_again_alone(tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text("\n".join(RECORDS), encoding="utf-8")
    job = make_job(feed, tmp_path / "out", to=("be",), text_fields=("body",))
    run(job)
    assert list(tree(tmp_path / "out")) == [f"feed/{n}.be.txt" for n in ("9", "one-8", "one", "two")]
    feed.write_text("\n".join([RECORDS[0], *RECORDS[2:]]).replace("went home", "stayed"), encoding="utf-8")
    engine = Engine()
    run(job, engine)
    assert "stayed" in (tmp_path / "out" / "feed" / "two.be.txt").read_text("utf-8")
    assert engine.n_texts == 3  # "two", and the two records whose names are their lines: those moved


def test_csv_records(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    rows = ['number,text,"date"', '7,"The rain, at last,\ncame on Monday and stayed.",2026', "8,,2026", "9"]
    table.write_text("\n".join(rows), encoding="utf-8")
    heard = Heard()
    summary = run(make_job(table, tmp_path / "out.jsonl", to=("be",), id_field="number"), observer=heard)
    assert (summary.results, summary.n_failed) == (1, 2)
    assert [error.split(": ")[0] for error in heard.errors] == ["table.csv:4", "table.csv:5"]
    [line] = lines(tmp_path / "out.jsonl")
    assert (line["id"], line["text"]) == ("7", "The дождж, at last, came on Monday and stayed.")


def test_csv_without_the_column_lists_those_it_has(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("id,body\n1,Rain\n")
    summary = run(make_job(tmp_path / "table.csv", tmp_path / "out"))
    [row] = summary.failed
    assert 'no column "text"' in row.error
    assert "id, body" in row.hint


def test_a_job_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No target language"):
        make_job(tmp_path, tmp_path / "out", to=())
    with pytest.raises(UsageError, match="one file holds nothing beside"):
        make_job(tmp_path, tmp_path / "out.jsonl", report=True)
    with pytest.raises(UsageError, match=r"folder or a \.jsonl"):
        make_job(tmp_path, tmp_path / "out.pdf")


def test_no_record_leads_out_of_the_output(tmp_path: Path) -> None:
    """Ids are other people's: two that are made into the same file name must not end up as a path."""
    (tmp_path / "victim.be.txt").write_text("precious")
    ids = ("_.._.._victim", "../../../victim", "a/b", "a_b")
    feed = tmp_path / "in" / "feed.jsonl"
    feed.parent.mkdir()
    feed.write_text("".join(json.dumps({"id": i, "text": f"Rain at {i}."}) + "\n" for i in ids))
    summary = run(make_job(feed, tmp_path / "out", to=("be",)))
    assert (summary.results, summary.n_failed) == (4, 0)
    assert (tmp_path / "victim.be.txt").read_text() == "precious"
    assert len(tree(tmp_path / "out")) == 4
    assert all(name.startswith("feed/") for name in tree(tmp_path / "out"))


def test_fields_that_a_line_has_already_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='field "to" of its own'):
        make_job(tmp_path / "feed.jsonl", tmp_path / "out.jsonl", text_fields=("text", "to"))


@pytest.mark.parametrize(
    ("content", "failed"),
    [
        ('id\ttext\n1\tRain.\n2\t"open said\tthe\n3\tSnow.\n4\tHail.\n', "feed.tsv:3: a quotation mark"),
        ('id\ttext\n1\tRain.\n2\t"open said\n3\tSnow "cold" and "wet.\n4\tHail.\n', "feed.tsv:3: a quotation mark"),
    ],
)
def test_a_quotation_mark_that_is_not_closed_swallows_no_rows(tmp_path: Path, content: str, failed: str) -> None:
    feed = tmp_path / "feed.tsv"
    feed.write_text(content)
    heard = Heard()
    assert run(make_job(feed, tmp_path / "out"), observer=heard).n_failed == 1
    assert any(failed in error for error in heard.errors)


def test_a_cell_of_several_lines_is_a_text(tmp_path: Path) -> None:
    feed = tmp_path / "feed.csv"
    feed.write_text('id,text\n1,"Rain, snow\nand ""hail""."\n2,Rain.\n')
    assert run(make_job(feed, tmp_path / "out")).n_failed == 0


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16"])
def test_a_table_in_another_encoding_says_so_and_the_rest_goes_on(tmp_path: Path, encoding: str) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    (corpus / "feed.csv").write_bytes("ід,тэкст\n1,Дождж.\n".encode(encoding))
    heard = Heard()
    summary = run(make_job(corpus, tmp_path / "out"), observer=heard)
    assert (summary.results, summary.n_failed) == (2, 1)
    assert "feed.csv:1: its columns are no text" in heard.errors[0]


def test_a_pipe_that_is_named_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for place in (tmp_path / "pipe.txt", tmp_path / "*.txt"):
        [failed] = run(make_job(place, tmp_path / "out")).failed
        assert "is no file but a pipe" in failed.error


def test_a_folder_that_has_gone_is_a_failure_and_no_crash(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    batch = Batch(make_job(corpus, tmp_path / "out"), [Engine()])
    assert batch.run().n_failed == 0
    corpus.rename(tmp_path / "elsewhere")
    assert "no such file" in batch.run().failed[0].error
    (tmp_path / "elsewhere").rename(corpus)
    assert batch.run().unchanged == 1


def test_an_output_may_be_named_after_a_day(tmp_path: Path) -> None:
    run(make_job(write_corpus(tmp_path / "in", 1), tmp_path / "2026.11.30"))
    assert len(tree(tmp_path / "2026.11.30")) == 2


def test_a_manifest_takes_the_place_of_nothing_else(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 1)
    article = corpus / "part0" / "article0.txt"
    before = article.read_bytes()
    with pytest.raises(UsageError, match="is no manifest"):
        run(make_job(corpus, tmp_path / "out", manifest=article))
    assert article.read_bytes() == before
    with pytest.raises(OutputError, match="manifest cannot be written"):
        run(make_job(corpus, tmp_path / "out", manifest=article / "m.jsonl"))
    for _ in range(2):
        assert run(make_job(corpus, tmp_path / "out", manifest=tmp_path / "new" / "m.jsonl")).results == 2
