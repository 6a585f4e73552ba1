"""``xlate batch``: many articles, and a run that can be stopped anywhere and goes on."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from xlate.cli.console import complain, say

if TYPE_CHECKING:
    from xlate.batch import Batch, Job, Observer, Summary
    from xlate.batch.estimate import Estimate
    from xlate.errors import XlateError

SHOWN_ERRORS = 20  # the manifest has them all


def batch_command(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, globs, .jsonl, .csv; - reads paths from stdin.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="A folder, or one .jsonl file for all results.")],
    to: Annotated[list[str] | None, typer.Option("--to", "-t", help="Target language; may be given again.")] = None,
    from_: Annotated[str, typer.Option("--from", "-f", help="Source language; detected if not given.")] = "",
    text_field: Annotated[
        list[str] | None, typer.Option(help="Field of JSONL or CSV records to translate (text); may be given again.")
    ] = None,
    id_field: Annotated[str, typer.Option(help="Field that names a record.")] = "id",
    report: Annotated[bool, typer.Option("--report", help="Side-by-side pages, and an index over them.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Also JSON of every result.")] = False,
    tmx: Annotated[bool, typer.Option("--tmx", help="Also TMX of every result.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="Also workbooks to correct (memory learn).")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Also Markdown tables to correct.")] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try documents again that failed.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done and how long it takes.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Go on looking for new and changed files.")] = False,
    every: Annotated[float, typer.Option(help="With --watch: seconds between two looks.")] = 5.0,
    manifest: Annotated[Path | None, typer.Option(help="The manifest's place; else .xlate/ by the output.")] = None,
    via: Annotated[list[str] | None, typer.Option("--via", help="Pivot language; may be given again.")] = None,
    engine: Annotated[str, typer.Option(help="Only this engine: argos or apertium.")] = "",
    model: Annotated[str, typer.Option(help="Only this model (`xlate models list`), or a model folder.")] = "",
    memory: Annotated[
        str,
        typer.Option("--memory", help="Translation memory, a file or postgresql://...: what it has is not made anew."),
    ] = "",
    glossary: Annotated[
        list[Path] | None, typer.Option("--glossary", "-g", help="A glossary file or folder over the shipped one.")
    ] = None,
    no_glossary: Annotated[bool, typer.Option("--no-glossary", help="Names as the model writes them.")] = False,
    keep_boilerplate: Annotated[bool, typer.Option("--keep-boilerplate", help="Keep captions, promotion ...")] = False,
    format_: Annotated[str, typer.Option("--format", help="Read every file as txt, md, html or docx.")] = "",
    encoding: Annotated[str, typer.Option(help="Encoding of the inputs, if xlate guesses it wrong.")] = "",
    beam_size: Annotated[int, typer.Option(help="Hypotheses kept while decoding (2); 4 is best.")] = 0,
    threads: Annotated[int, typer.Option(help="CPU threads; 0 for all.")] = 0,
    window: Annotated[int, typer.Option(min=1, help="Segments that are read and decoded together.")] = 256,
    ray: Annotated[str, typer.Option("--ray", help="Translate on a Ray cluster: auto, or its address.")] = "",
    fail_on: Annotated[str, typer.Option(help="Exit with 1 on findings of info, warning or error.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")] = False,
) -> None:
    """Translate many articles.  Run again, it does what is new, changed or was not finished."""
    from xlate.batch import Batch, Inputs, Job
    from xlate.settings import load_settings, with_flags

    settings = with_flags(
        load_settings(Path.cwd()),
        to=to, from_=from_, via=via, engine=engine, model=model, beam_size=beam_size, threads=threads,
        keep_boilerplate=keep_boilerplate, encoding=encoding, fail_on=fail_on,
        glossary=[str(place) for place in glossary or ()], no_glossary=no_glossary,
        memory=memory,
    )  # fmt: skip
    fields = tuple(text_field or ("text",))
    settle = min(2.0, every) if watch else 0.0
    places = Inputs(tuple(inputs), fields, id_field, format_, settings.encoding, output, sys.stdin, settle)
    job = Job(places, settings, output, report, as_json, tmx, retry_failed, manifest, window, ray, xlsx, markdown)
    if dry_run:
        _show_estimate(Batch(job).estimate())
        return
    raise typer.Exit(watch_folder(job, every, quiet=quiet) if watch else run_once(job, quiet=quiet))


def run_once(job: Job, *, quiet: bool = False) -> int:
    """Run the job and tell what came of it; the exit code."""
    from xlate.batch import Batch

    with _observer(job, quiet=quiet) as observer:
        batch = Batch(job, observer=observer, apart=True)
        with _stopping(batch):
            summary = batch.run(observer.total)
    if not quiet:
        show_summary(summary)
    return summary.exit_code


def watch_folder(job: Job, every: float, *, quiet: bool = False) -> int:
    """Run the job again and again, until Ctrl-C."""
    from xlate.batch import Batch
    from xlate.batch.state import Busy

    batch = Batch(job)
    with _stopping(batch):
        while True:
            shown = None
            with _observer(job, quiet=quiet) as observer, suppress(Busy):  # its turn comes at the next look
                batch.observer = observer
                summary = batch.run(observer.total)
                if summary.documents > summary.unchanged and not quiet:
                    shown = summary
            if shown:
                show_summary(shown)
            end = time.monotonic() + every
            while time.monotonic() < end:
                if batch.stop.asked:
                    raise KeyboardInterrupt
                time.sleep(0.05)


@contextmanager
def _stopping(batch: Batch) -> Iterator[None]:
    """Ctrl-C asks the run to end at the next moment that is safe; a second one ends it at once."""

    def ask(*_: object) -> None:
        if batch.stop.asked:
            raise KeyboardInterrupt
        batch.stop.ask()

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def show_summary(summary: Summary) -> None:
    """The summary as a table on stderr."""
    for name, text in summary_lines(summary):
        say(f"{name:<14}{text}")


def summary_lines(summary: Summary) -> Iterator[tuple[str, str]]:
    documents = f"{summary.documents:,}"
    yield "documents", f"{documents} ({summary.unchanged:,} unchanged, {summary.n_failed:,} failed)"
    yield "translations", f"{summary.results:,}"
    if summary.words:
        yield "words", f"{summary.words:,} in {_time(summary.seconds)} ({summary.rate:,.0f} words/s)"
    if summary.recalled:
        yield "memory", f"{summary.recalled:,} segments were there"
    if summary.findings:
        yield "findings", ", ".join(f"{kind} {number:,}" for kind, number in summary.findings.items())
    for number, row in enumerate(summary.worst):
        found = f"{row.errors} errors, {row.warnings} warnings in {row.segments} segments"
        yield "" if number else "look at", f"{row.name} ({row.target}): {found}"
    for number, row in enumerate(summary.failed):
        yield "" if number else "failed", row.error
    if summary.passed_over:
        kinds = ", ".join(f"{number:,} {kind or 'without ending'}" for kind, number in summary.passed_over.items())
        yield "passed over", f"{kinds} (no article formats)"
    yield "manifest", str(summary.manifest)


def _show_estimate(found: Estimate) -> None:
    basis = "the rate of earlier runs" if found.measured else "a usual rate: run a part to measure yours"
    say(f"documents  {found.documents:,} ({found.unchanged:,} unchanged, {found.failing:,} cannot be read)")
    say(f"to do      {found.pending:,}, about {found.words:,} words over all target languages")
    say(f"time       about {_time(found.seconds)} (by {basis})")


def _time(seconds: float) -> str:
    """``3.2 s``, ``12 min 05 s``, ``3 h 07 min``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes < 60 else f"{minutes // 60:,} h {minutes % 60:02d} min"


@contextmanager
def _observer(job: Job, *, quiet: bool) -> Iterator[Any]:
    """Errors as they come, and a progress bar where stderr is a terminal."""
    from xlate.batch import Observer

    class Talk(Observer):
        total = 0
        _n_errors = 0

        def failed(self, error: XlateError) -> None:
            self._n_errors += 1
            if self._n_errors <= SHOWN_ERRORS:
                complain(error)
            elif self._n_errors == SHOWN_ERRORS + 1:
                say(f"xlate: more documents failed: see {job.manifest_path}")

        def noted(self, text: str) -> None:
            say(f"xlate: {text}")

    talk = Talk()
    if quiet or not sys.stderr.isatty():
        yield talk
        return
    talk.total = job.inputs.weigh()
    with _bar(talk):
        yield talk


@contextmanager
def _bar(talk: Observer) -> Iterator[None]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    from xlate.batch.job import Meter

    columns = (
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(),
        TextColumn("{task.fields[counts]}"), TimeElapsedColumn(), TimeRemainingColumn(elapsed_when_finished=True),
    )  # fmt: skip
    start = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4) as bar:
        task = bar.add_task("Translating", total=None, counts="")

        def moved(meter: Meter) -> None:
            rate = meter.words_by_now / max(time.monotonic() - start, 1e-9)
            failed = f", {meter.failed:,} failed" if meter.failed else ""
            counts = f"{meter.documents:,} documents{failed}, {rate:,.0f} words/s"
            bar.update(task, completed=meter.weight, total=meter.total or None, counts=counts)

        talk.moved = moved  # type: ignore[method-assign]
        yield
