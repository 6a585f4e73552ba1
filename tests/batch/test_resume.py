"""A second run does what is new, changed, or wanted otherwise, and nothing else."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.batch.helpers import TEXT, Company, Engine, Heard, lines, make_job, manifest, run, tree, write_corpus
from xlate.batch import folder as batch_folder
from xlate.batch import run as batch_run
from xlate.batch import worker
from xlate.batch.rows import Row
from xlate.batch.state import State
from xlate.documents import write_document
from xlate.errors import OutputError, UsageError, XlateError
from xlate.memory import Memory
from xlate.memory.learning import learn


def test_outputs_mirror_the_inputs(tmp_path: Path) -> None:
    summary = run(make_job(write_corpus(tmp_path / "in"), tmp_path / "out"))
    assert list(tree(tmp_path / "out")) == sorted(
        f"part{n % 2}/article{n}.{code}.txt" for n in range(5) for code in ("be", "ru")
    )
    assert (summary.documents, summary.results, summary.n_failed, summary.exit_code) == (5, 10, 0, 0)
    assert "дождж" in (tmp_path / "out" / "part0" / "article0.be.txt").read_text("utf-8")


def test_a_second_run_translates_nothing(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    run(job)
    before, engine = tree(tmp_path / "out"), Engine()
    summary = run(job, engine)
    assert (engine.n_texts, summary.unchanged, summary.results) == (0, 5, 10)
    assert tree(tmp_path / "out") == before
    assert len(manifest(tmp_path / "out")) == 10


def test_a_second_run_of_the_program_loads_no_pipeline(tmp_path: Path) -> None:
    write_corpus(tmp_path / "in", 1)
    command = f"['xlate', 'batch', {str(tmp_path / 'in')!r}, '-f', 'en', '-t', 'be', '-o', {str(tmp_path / 'out')!r}]"
    code = (
        f"import sys; sys.argv = {command}\n"
        "from xlate.cli.app import main\n"
        "try: main()\n"
        "except SystemExit as end: print(end.code)\n"
        "print('xlate.pipeline' in sys.modules, 'ctranslate2' in sys.modules)"
    )
    shown = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout for _ in range(2)]
    assert shown == ["0\nTrue False\n", "0\nFalse False\n"]  # the model is another process's


def test_a_changed_document_is_done_again_alone(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    run(job)
    (tmp_path / "in" / "part0" / "article0.txt").write_text("Rain in Minsk, and the harvest is late this year.\n")
    engine = Engine()
    summary = run(job, engine)
    assert (engine.n_texts, summary.unchanged) == (2, 4)
    assert (tmp_path / "out" / "part0" / "article0.be.txt").read_text("utf-8").startswith("Дождж in Minsk")


def test_a_new_target_or_setting_is_done_and_only_that(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "in", 2)
    run(make_job(corpus, tmp_path / "out", to=("be",)))
    engine = Engine()
    run(make_job(corpus, tmp_path / "out"), engine)
    assert engine.n_texts == 3  # two segments of two documents, one of them the same, into Russian
    assert run(make_job(corpus, tmp_path / "out", beam_size=3)).unchanged == 0
    assert run(make_job(corpus, tmp_path / "out", beam_size=3, fail_on="error")).unchanged == 2
    other = {("en", "be"): {"rain": "залева"}, ("en", "ru"): {"rain": "ливень"}}
    assert run(make_job(corpus, tmp_path / "out", beam_size=3), Engine(other)).unchanged == 0


def test_tables_for_reviewers_beside_the_articles_are_learnt_from(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in", 1), tmp_path / "out", to=("be",))
    run(job)
    assert run(replace(job, xlsx=True, markdown=True)).unchanged == 0
    assert list(tree(tmp_path / "out")) == [
        f"part0/article0.be.{ending}" for ending in ("review.md", "review.xlsx", "txt")
    ]
    table = tmp_path / "out" / "part0" / "article0.be.review.md"
    table.write_text(table.read_text("utf-8").replace("| Then the дождж came", "| Тады пайшоў дождж"), encoding="utf-8")
    with Memory(tmp_path / "m") as memory:
        assert (learn(memory, table).n_corrected, learn(memory, table.with_suffix(".xlsx")).n_same) == (1, 2)
    with pytest.raises(UsageError, match="holds nothing beside"):
        replace(job, output=tmp_path / "all.jsonl", xlsx=True)


def test_a_changed_glossary_counts_as_a_changed_setting(tmp_path: Path) -> None:
    corpus, mine = write_corpus(tmp_path / "in", 1), tmp_path / "mine.tsv"
    mine.write_text("en\tbe\tkind\nMinsk\tМінск\tplace\n", encoding="utf-8")
    job = make_job(corpus, tmp_path / "out", to=("be",), no_glossary=False, glossary=(str(mine),))
    run(job)
    assert run(job).unchanged == 1
    mine.write_text("en\tbe\tkind\nMinsk\tМенск\tplace\n", encoding="utf-8")
    assert run(job).unchanged == 0


def test_an_output_that_was_removed_comes_again(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    run(job)
    before = tree(tmp_path / "out")
    (tmp_path / "out" / "part1" / "article1.ru.txt").unlink()
    assert run(job).unchanged == 4
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize("out", ["out", "out.jsonl"])
def test_windows_of_any_size_give_the_same(tmp_path: Path, out: str) -> None:
    corpus, found = write_corpus(tmp_path / "in", 9), []
    for window in (1, 3, 7, 1000):
        place = tmp_path / str(window) / out
        run(make_job(corpus, place, window=window))
        found.append(tree(place) if place.is_dir() else place.read_bytes())
    assert found[0]
    assert all(other == found[0] for other in found)


def test_a_document_that_the_engine_fails_on_is_set_aside_alone(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    heard = Heard()
    summary = run(job, Engine(bad="document 3 "), heard)
    assert (summary.n_failed, summary.results, summary.exit_code) == (1, 8, 3)
    assert heard.errors == ["part1/article3.txt: the engine fell over"] * 2
    failed = [row for row in manifest(tmp_path / "out") if row["status"] == "failed"]
    assert [(row["name"], row["to"], row["exit_code"]) for row in failed] == [
        ("part1/article3.txt", "be", 3),
        ("part1/article3.txt", "ru", 3),
    ]


def test_failed_documents_are_tried_again_when_asked(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    run(job, Engine(bad="document 3 "))
    untouched = Engine()
    again = run(job, untouched)
    assert (untouched.n_texts, again.n_failed, again.exit_code) == (0, 1, 3)
    retried = run(replace(job, retry_failed=True))
    assert (retried.n_failed, retried.results, retried.exit_code) == (0, 10, 0)


def test_a_locked_output_is_tried_again_by_itself(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    blocked = tmp_path / "out" / "part0" / "article2.be.txt"
    blocked.mkdir(parents=True)  # a folder in its place: nobody can write there, not even root
    summary = run(job)
    assert (summary.n_failed, summary.results, summary.exit_code) == (1, 9, 2)
    blocked.rmdir()
    engine = Engine()
    assert run(job, engine).results == 10
    assert engine.n_texts == 2


def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = write_corpus(tmp_path / "in", 6)
    run(make_job(corpus, tmp_path / "calm"))
    job = make_job(corpus, tmp_path / "out", window=2)
    written: list[Path] = []

    def write(result: object, path: Path) -> None:
        if len(written) == 5:
            raise OutputError(f"{path}: cannot be written.") from OSError(28, "No space left on device")
        written.append(path)
        real(result, path)  # type: ignore[arg-type]

    real = write_document
    monkeypatch.setattr(batch_folder, "write_document", write)
    with pytest.raises(OutputError):
        run(job)
    assert len(tree(tmp_path / "out")) == 5
    monkeypatch.undo()
    engine = Engine()
    assert run(job, engine).results == 12
    assert engine.n_texts == 14
    assert tree(tmp_path / "out") == tree(tmp_path / "calm")


@pytest.mark.parametrize("out", ["out", "all.jsonl"])
def test_what_a_model_saw_together_before_a_kill_it_sees_together_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    corpus = write_corpus(tmp_path / "in", 25)
    (corpus / "part0" / "article2.txt").write_text("")
    (corpus / "part1" / "article5.txt").write_text("the cat\n")
    monkeypatch.setattr(worker, "SEGMENT_BYTES", 512)
    job = make_job(corpus, tmp_path / "calm" / out, window=5, from_="")  # three shards of 1, 6 and 2 windows
    run(job, Company())
    calm = tree(tmp_path / "calm")
    for moment in range(1, 50, 5):
        folder = tmp_path / f"killed{moment}"
        killed = replace(job, output=folder / out, inputs=replace(job.inputs, away=folder / out))
        for last in (moment, 2):  # killed again, soon after it went on
            with monkeypatch.context() as patch:
                patch.setattr(State, "put", _killing(last))
                with contextlib.suppress(KeyboardInterrupt):
                    run(killed, Company())
        run(killed, Company())
        assert tree(folder) == calm, moment
        assert killed.manifest_path.read_bytes() == job.manifest_path.read_bytes()


def _killing(moment: int) -> Callable[[State, Row], None]:
    """``State.put``, where the program ends at the ``moment``-th row."""
    rows, put = count(1), State.put

    def kill(state: State, row: Row) -> None:
        if next(rows) >= moment:
            raise KeyboardInterrupt
        put(state, row)

    return kill


def test_what_a_kill_left_of_the_manifest_is_taken_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = make_job(write_corpus(tmp_path / "in", 1), tmp_path / "out")
    part = tmp_path / "out" / ".xlate" / ".manifest.jsonl.x.part"

    def killed(*_: object) -> None:
        part.write_text("half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch_run, "write_manifest", killed)
        with pytest.raises(KeyboardInterrupt):
            run(job)
    assert part.exists()
    assert run(job).unchanged == 1
    assert not part.exists()


def test_when_a_run_has_ended_only_what_is_new_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    with monkeypatch.context() as patch:
        patch.setattr(State, "put", _killing(3))
        with pytest.raises(KeyboardInterrupt):
            run(job)
    engine = Engine()
    assert (run(job, engine).unchanged, engine.n_texts) == (1, 12)  # one window: all that was in it comes along
    (tmp_path / "in" / "part0" / "article9.txt").write_text(TEXT.format(9))
    engine = Engine()
    assert (run(job, engine).unchanged, engine.n_texts) == (5, 4)


def test_two_runs_never_write_the_same_output(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    with State(job.state_path), pytest.raises(UsageError, match="another"):
        run(job)
    assert run(job).results == 10


def test_a_damaged_state_says_what_to_do(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out")
    run(job)
    job.state_path.write_bytes(b"no database at all " * 100)
    with pytest.raises(OutputError, match="damaged"):
        run(job)


def test_another_corpus_does_not_replace_this_one(tmp_path: Path) -> None:
    run(make_job(write_corpus(tmp_path / "in"), tmp_path / "out"))
    other = write_corpus(tmp_path / "other")
    with pytest.raises(UsageError, match=r"holds part0/article0\.txt"):
        run(make_job(other, tmp_path / "out"))
    (tmp_path / "in").rename(tmp_path / "moved")
    assert run(make_job(tmp_path / "moved", tmp_path / "out")).unchanged == 5


def test_jsonl_takes_replaced_lines_out(tmp_path: Path) -> None:
    corpus, out = write_corpus(tmp_path / "in"), tmp_path / "out.jsonl"
    run(make_job(corpus, out))
    (corpus / "part0" / "article0.txt").write_text("Rain in Minsk, and the harvest is late this year.\n")
    summary = run(make_job(corpus, out))
    found = lines(out)
    assert (summary.unchanged, len(found)) == (4, 10)
    assert len({(line["name"], line["to"]) for line in found}) == 10
    assert sum("Rain" not in line["text"] and "in Minsk" in line["text"] for line in found) == 2
    before = out.read_bytes()
    assert run(make_job(corpus, out)).unchanged == 5
    assert out.read_bytes() == before


def test_jsonl_drops_what_a_kill_left_half_written(tmp_path: Path) -> None:
    corpus, out = write_corpus(tmp_path / "in", 2), tmp_path / "out.jsonl"
    run(make_job(corpus, out))
    whole = out.read_bytes()
    with out.open("ab") as file:
        file.write(b'{"name": "part0/art')
    with State(make_job(corpus, out).state_path) as state:
        state.begin()  # and was killed
    assert run(make_job(corpus, out)).unchanged == 2
    assert out.read_bytes() == whole
    out.write_bytes(whole[:-30])
    assert run(make_job(corpus, out)).unchanged == 1
    assert sorted(out.read_bytes().splitlines()) == sorted(whole.splitlines())


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.replace(b'"text": "', b'"text": "\xd0\x9e, ', 1),
        lambda whole: b"".join(sorted(whole.splitlines(keepends=True), reverse=True)),
        lambda whole: whole + b'{"name": "mine"}\n',
    ],
)
def test_jsonl_that_somebody_has_edited_is_not_cut_up(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    corpus, out = write_corpus(tmp_path / "in", 3), tmp_path / "out.jsonl"
    run(make_job(corpus, out))
    out.write_bytes(edited := change(out.read_bytes()))
    with pytest.raises(OutputError, match="changed by another program"):
        run(make_job(corpus, out))
    assert out.read_bytes() == edited
    out.rename(tmp_path / "edited.jsonl")
    assert run(make_job(corpus, out)).unchanged == 0


def test_what_came_from_elsewhere_is_not_replaced_once_its_original_has_gone(tmp_path: Path) -> None:
    """Yesterday's folder was archived, and today's has a file of the same name."""
    for day in ("day1", "day2"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "a.txt").write_text(TEXT.format(day), encoding="utf-8")
    run(make_job(tmp_path / "day1", tmp_path / "out"))
    before = tree(tmp_path / "out")
    (tmp_path / "day1").rename(tmp_path / "archive")
    with pytest.raises(UsageError, match="would replace it"):
        run(make_job(tmp_path / "day2", tmp_path / "out"))
    assert tree(tmp_path / "out") == before
    assert run(make_job(tmp_path / "archive", tmp_path / "out")).unchanged == 1  # the same text, moved


def test_a_memory_that_cannot_be_read_blames_no_document(tmp_path: Path) -> None:
    job = make_job(write_corpus(tmp_path / "in"), tmp_path / "out", memory=str(tmp_path / "news.memory"))
    (tmp_path / "news.memory").write_bytes(b"no memory at all" * 99)
    with pytest.raises(XlateError, match="is no translation memory"):
        run(job)
    (tmp_path / "news.memory").unlink()
    assert (summary := run(job)).results == 10
    assert summary.n_failed == 0


def test_jsonl_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine\n")
    with pytest.raises(OutputError, match="is there already"):
        run(make_job(write_corpus(tmp_path / "in"), out))
    assert out.read_text() == "mine\n"
