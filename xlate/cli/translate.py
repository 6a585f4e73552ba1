"""``xlate translate``: the main job."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import complain, progress_bar, put, read_input, say
from xlate.cli.records import are_records, translate_records
from xlate.errors import InputError, UsageError, XlateError
from xlate.report.beside import Beside

if TYPE_CHECKING:
    from xlate.model import Document, Severity, TranslationResult
    from xlate.pipeline import Prepared, Translator
    from xlate.settings import Settings

STDIN = Path("-")


@dataclass(slots=True)
class Outcome:
    """What became of a call: the worst exit code so far, and the worst finding."""

    exit_code: int = 0
    worst: Severity | None = None

    def failed(self, error: XlateError) -> None:
        complain(error)
        self.exit_code = max(self.exit_code, error.exit_code)

    def finished(self, result: TranslationResult) -> None:
        severities = [finding.severity for _, finding in result.findings]
        if severities and (self.worst is None or max(severities) > self.worst):
            self.worst = max(severities)


@dataclass(frozen=True, slots=True)
class Output:
    """Where results go and which files are written for each."""

    place: Path | None
    as_json: bool
    beside: Beside


@dataclass(frozen=True, slots=True)
class Talk:
    """How much is said on stderr."""

    quiet: bool = False
    verbose: bool = False


def translate_command(
    files: Annotated[list[Path] | None, typer.Argument(help="Articles; none or - reads stdin.")] = None,
    to: Annotated[list[str] | None, typer.Option("--to", "-t", help="Target language; may be given again.")] = None,
    from_: Annotated[str, typer.Option("--from", "-f", help="Source language; detected if not given.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A folder; or a file for one result.")] = None,
    lines: Annotated[bool, typer.Option("--lines", help="Every line is a segment; answer line for line.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print (or with -o also write) JSON.")] = False,
    tmx: Annotated[bool, typer.Option("--tmx", help="With -o: also write TMX.")] = False,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="With -o: also a workbook to correct (memory learn).")] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="With -o: also a table in Markdown to correct (memory learn).")
    ] = False,
    no_report: Annotated[bool, typer.Option("--no-report", help="With -o: no side-by-side HTML page.")] = False,
    via: Annotated[list[str] | None, typer.Option("--via", help="Pivot language; may be given again.")] = None,
    engine: Annotated[str, typer.Option(help="Only this engine: argos or apertium.")] = "",
    model: Annotated[str, typer.Option(help="Only this model (`xlate models list`), or a model folder.")] = "",
    glossary: Annotated[
        list[Path] | None,
        typer.Option("--glossary", "-g", help="A glossary file or folder over the shipped one."),
    ] = None,
    no_glossary: Annotated[bool, typer.Option("--no-glossary", help="Names as the model writes them.")] = False,
    memory: Annotated[
        str,
        typer.Option("--memory", help="Translation memory, a file or postgresql://...: what it has is not made anew."),
    ] = "",
    keep_boilerplate: Annotated[bool, typer.Option("--keep-boilerplate", help="Keep captions, promotion ...")] = False,
    format_: Annotated[str, typer.Option("--format", help="Read the input as txt, md, html, docx or jsonl.")] = "",
    text_field: Annotated[str, typer.Option(help="Of .jsonl records: the field with the text.")] = "text",
    target_field: Annotated[
        str, typer.Option(help="Of .jsonl records: the field for the translation.")
    ] = "translation",
    encoding: Annotated[str, typer.Option(help="Encoding of the input, if xlate guesses it wrong.")] = "",
    beam_size: Annotated[int, typer.Option(help="Hypotheses kept while decoding (2); 4 is best.")] = 0,
    threads: Annotated[int, typer.Option(help="CPU threads; 0 for all.")] = 0,
    fail_on: Annotated[str, typer.Option(help="Exit with 1 on findings of info, warning or error.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no talk.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say route, segments and speed.")] = False,
) -> None:
    """Translate articles offline, check the result, and set it side by side with the source."""
    from xlate.settings import load_settings, with_flags

    settings = with_flags(
        load_settings(Path.cwd()),
        to=to, from_=from_, via=via, engine=engine, model=model, beam_size=beam_size, threads=threads,
        keep_boilerplate=keep_boilerplate, encoding=encoding, fail_on=fail_on,
        glossary=[str(place) for place in glossary or ()], no_glossary=no_glossary,
        memory=memory,
    )  # fmt: skip
    if not settings.to:
        raise UsageError("No target language.", "Say it with --to, for example: xlate translate a.txt --to be --to uk")
    wanted = Output(output, as_json, Beside(settings.report and not no_report, as_json, tmx, xlsx, markdown))
    talk = Talk(quiet, verbose)
    places = files or [STDIN]
    if not lines and are_records(places, format_):
        from xlate.records import Fields

        outcome = translate_records(places, settings, output, talk, Fields(text_field, target_field))
    elif lines:
        outcome = translate_lines(places, settings, wanted, talk)
    else:
        outcome = translate_files(places, settings, wanted, talk, format_)
    failing = settings.fail_severity
    if failing is not None and outcome.worst is not None and outcome.worst >= failing:
        outcome.exit_code = max(outcome.exit_code, 1)
    raise typer.Exit(outcome.exit_code)


def translate_files(
    files: Sequence[Path], settings: Settings, output: Output, talk: Talk, format_: str = ""
) -> Outcome:
    """Translate every file that can be; the others are complained about and counted in the outcome."""
    from xlate.cli.deliver import unique_stems, write_into

    outcome = Outcome()
    folder = _folder(output.place, several=len(files) * len(settings.to) > 1)
    stems = unique_stems([_name(path) for path in files])
    translator = make_translator(settings)
    prepared = tee(_prepare_all(files, translator, format_, outcome), len(settings.to))  # read while others decode

    def finish(result: TranslationResult) -> None:
        outcome.finished(result)
        if folder:
            try:
                stem = f"{stems[result.document.name]}.{result.target_language}"
                write_into(folder, stem, result, output.beside)
            except XlateError as error:
                outcome.failed(error)

    results = []
    for target, documents in zip(settings.to, prepared, strict=True):
        feasible = (document for document in documents if _has_route(document, target, translator, outcome))
        results += run_translation(feasible, target, translator, talk, finish)
    if not folder:
        _deliver(results, output, outcome)
    return outcome


def translate_lines(files: Sequence[Path], settings: Settings, output: Output, talk: Talk) -> Outcome:
    """Line for line: as many lines come out as went in."""
    from xlate.documents import decode_lines
    from xlate.files import write_atomic
    from xlate.report.json import render_json

    if len(files) != 1 or len(settings.to) != 1:
        raise UsageError("--lines takes one file and one --to.", "Run it once for each.")
    name = _name(files[0])
    lines = decode_lines(read_input(files[0]), name, settings.encoding or None)
    outcome, translator = Outcome(), make_translator(settings)
    prepared = translator.prepare_lines(lines, name)
    [result] = run_translation([prepared], settings.to[0], translator, talk)
    outcome.finished(result)
    rendered = "".join(" ".join(unit.target.split("\n")) + "\n" for unit in result.units)
    if output.as_json:
        rendered = render_json([result])
    if output.place:
        write_atomic(output.place, rendered.encode())
    else:
        put(rendered)
    return outcome


def make_translator(settings: Settings) -> Translator:
    """A translator; rows of the glossary that do not load are said."""
    from xlate.pipeline import Translator

    translator = Translator(settings)
    for problem in translator.glossary_problems:
        say(f"xlate: glossary: {problem} This row is not used.")
    return translator


def _prepare_all(files: Sequence[Path], translator: Translator, format_: str, outcome: Outcome) -> Iterable[Prepared]:
    for path in files:
        try:
            yield translator.prepare(_read(path, translator.settings, format_))
        except XlateError as error:
            outcome.failed(error)


def _read(path: Path, settings: Settings, format_: str) -> Document:
    from xlate.documents import read_bytes, read_document

    options = {
        "format": format_ or None,
        "keep_boilerplate": settings.keep_boilerplate,
        "encoding": settings.encoding or None,
    }
    if path != STDIN:
        return read_document(path, **options)  # type: ignore[arg-type]
    return read_bytes(read_input(None), _name(path), **options)  # type: ignore[arg-type]


def _name(path: Path) -> str:
    return "<stdin>" if path == STDIN else str(path)


def _has_route(prepared: Prepared, target: str, translator: Translator, outcome: Outcome) -> bool:
    source = prepared.detection.language
    if source == target:
        say(f"xlate: {prepared.document.name}: is already {target}; copied as it is.")
        return True
    try:
        translator.route(source, target)
    except XlateError as error:
        outcome.failed(type(error)(f"{prepared.document.name}: {error}", error.hint))
        return False
    return True


def run_translation(
    prepared: Iterable[Prepared],
    target: str,
    translator: Translator,
    talk: Talk,
    finish: Callable[[TranslationResult], None] | None = None,
) -> list[TranslationResult]:
    """The results, with a progress bar and, if wanted, talk; ``finish`` gets each as soon as it is there."""
    from xlate import languages

    start = time.monotonic()
    results = []
    with progress_bar(f"Into {languages.name(target)}", not talk.quiet) as update:
        for result in translator.translate_each(prepared, target, update):
            results.append(result)
            if finish:
                finish(result)
    if talk.verbose:
        _describe(results, time.monotonic() - start)
    return results


def _describe(results: Sequence[TranslationResult], seconds: float) -> None:
    from xlate.model import Origin

    words = sum(len(unit.source.split()) for result in results for unit in result.units)
    for result in results:
        routes = sorted({str(unit.route) for unit in result.units if unit.route})
        detected = f"{result.source_language} ({result.detection.probability:.2f}, {result.detection.method})"
        say(f"{result.document.name}: {detected} to {result.target_language}: {len(result.units)} segments")
        remembered = sum(unit.origin is Origin.MEMORY_EXACT for unit in result.units)
        if remembered:
            say(f"  memory: {remembered} segments were there")
        say(f"  route: {'; '.join(routes) or 'copied'}; boilerplate taken out: {len(result.document.removed)} blocks")
    say(f"  {words} words in {seconds:.1f} s ({words / max(seconds, 1e-9):.0f} words/s)")


def _deliver(results: Sequence[TranslationResult], output: Output, outcome: Outcome) -> None:
    from xlate.cli.deliver import print_results, write_file

    try:
        if output.place is None:
            print_results(results, output.as_json)
        elif results:
            write_file(results[0], output.place)
    except XlateError as error:
        outcome.failed(error)


def _folder(place: Path | None, *, several: bool) -> Path | None:
    """The place, if a folder is meant: it exists, ends in a slash (which Path drops) or has no suffix."""
    if place is None or not (place.is_dir() or not place.suffix or several):
        return None
    if place.suffix and not place.is_dir():
        raise InputError(f"{place}: one file cannot hold several results.", "Give a folder: -o out/")
    return place
