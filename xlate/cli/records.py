"""``xlate translate in.jsonl``: records that bring their own terms, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from xlate.cli.console import put, read_input, say
from xlate.errors import UsageError, XlateError

if TYPE_CHECKING:
    from xlate.cli.translate import Outcome, Talk
    from xlate.pipeline import Prepared, Translator
    from xlate.records import BadLine, Fields, Item, Record
    from xlate.settings import Settings

SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Job:
    """A file of records and where its results go; None is stdout."""

    name: str
    items: list[Item]
    target: str
    output: Path | None


def are_records(files: Sequence[Path], format_: str) -> bool:
    """Whether the files are records; UsageError if only some are."""
    found = {format_ == "jsonl" or path.suffix.lower() in SUFFIXES for path in files}
    if len(found) > 1:
        raise UsageError("Articles and .jsonl records in one call.", "Run it once for each.")
    return found == {True}


def translate_records(
    files: Sequence[Path], settings: Settings, output: Path | None, talk: Talk, fields: Fields
) -> Outcome:
    """Every file into every target.  Lines that cannot be translated are complained about and listed beside the
    output (``out.errors.jsonl``); the others go on."""
    from xlate.cli.translate import Outcome, make_translator
    from xlate.records import read_records

    outcome, translator = Outcome(), make_translator(settings)
    several = len(files) * len(settings.to) > 1
    if several and (output is None or (output.suffix and not output.is_dir())):
        raise UsageError("Several results need a folder.", "Give one: -o out/")
    for path in files:
        name = "<stdin>" if str(path) == "-" else str(path)
        try:
            items = read_records(read_input(path), name, fields)
            for target in settings.to:
                place = output
                if output and (several or output.is_dir() or not output.suffix):
                    place = output / f"{Path(name).stem.strip('<>')}.{target}.jsonl"
                _run(Job(name, items, target, place), translator, outcome, talk, fields)
        except XlateError as error:
            outcome.failed(error)
    return outcome


def _run(job: Job, translator: Translator, outcome: Outcome, talk: Talk, fields: Fields) -> None:
    from xlate.cli.translate import run_translation
    from xlate.files import write_atomic
    from xlate.records import BadLine, Record, render_errors, render_record

    ready: list[tuple[Record, Prepared]] = []
    bad: list[BadLine] = []
    for item in job.items:
        made = _prepare(job, item, translator) if isinstance(item, Record) else item
        if isinstance(made, BadLine):
            bad.append(made)
            outcome.failed(made.error(job.name))
        elif isinstance(item, Record):
            ready.append((item, made))  # type: ignore[arg-type]
    results = run_translation([prepared for _, prepared in ready], job.target, translator, talk)
    rendered = {}
    for (record, _), result in zip(ready, results, strict=True):
        outcome.finished(result)
        rendered[record.line] = render_record(record, result, fields)
    broken = {item.line for item in bad}
    text = "".join(rendered.get(item.line, "\n") for item in job.items if item.line not in broken)
    if job.output is None:
        put(text)
        return
    write_atomic(job.output, text.encode())
    if bad:
        errors = job.output.with_name(f"{job.output.stem}.errors.jsonl")
        write_atomic(errors, render_errors(bad).encode())
        say(f"xlate: {len(bad)} of {len(ready) + len(bad)} records are in {errors}")


def _prepare(job: Job, record: Record, translator: Translator) -> Prepared | BadLine:
    """The record ready for translation; a text without letters is copied, in whatever language it is."""
    from xlate.model import Block, BlockKind, Detection, Document
    from xlate.pipeline import Prepared
    from xlate.records import BadLine

    name = f"{job.name}:{record.line}"
    if not any(character.isalpha() for line in record.lines for character in line):
        blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in record.lines)
        return Prepared(Document(name, "lines", blocks), Detection(job.target, 1.0, method="no-letters"), ())
    try:
        prepared = translator.prepare_lines(record.lines, name)
        source = prepared.detection.language
        if source != job.target:
            translator.route(source, job.target)
    except XlateError as error:
        import json

        message = str(error).removeprefix(f"{name}: ")
        return BadLine(record.line, json.dumps(dict(record.content), ensure_ascii=False), message, error.hint)
    own = record.termbase(source, job.target)
    return Prepared(prepared.document, prepared.detection, prepared.segments, own)
