"""``xlate stories``: several articles on one story, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import complain, progress_bar, put, read_input, say
from xlate.errors import InputError, UsageError, XlateError

if TYPE_CHECKING:
    from xlate.comparison import StoryComparison
    from xlate.model import Document, TranslationResult
    from xlate.pipeline import Prepared, Translator
    from xlate.settings import Settings

STDIN = Path("-")
FORMATS = ("html", "md", "json", "xlsx")
VIEWS = 3  # languages in which statements are compared, the pivot among them


def stories_command(
    files: Annotated[list[Path], typer.Argument(help="Two articles or more, in any languages.", show_default=False)],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="The report; .html .md .json .xlsx")] = None,
    pivot: Annotated[str, typer.Option("--pivot", help="The language in which all statements are shown.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; the same as --format json.")] = False,
    format_: Annotated[str, typer.Option("--format", help="html, md, json or xlsx; else by the suffix of -o.")] = "",
    quick: Annotated[bool, typer.Option("--quick", help="Compare in the pivot language only; a little worse.")] = False,
    glossary: Annotated[
        list[Path] | None,
        typer.Option("--glossary", "-g", help="A glossary file or folder over the shipped one."),
    ] = None,
    keep_boilerplate: Annotated[bool, typer.Option("--keep-boilerplate", help="Keep captions, promotion ...")] = False,
    encoding: Annotated[str, typer.Option(help="Encoding of the input, if xlate guesses it wrong.")] = "",
    beam_size: Annotated[int, typer.Option(help="Hypotheses kept while decoding (2); 4 is best.")] = 0,
    threads: Annotated[int, typer.Option(help="CPU threads; 0 for all.")] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no talk.")] = False,
) -> None:
    """Compare articles on one story: what all report, what only one does, and where they differ."""
    from xlate import languages
    from xlate.settings import load_settings, with_flags

    wanted = _format(format_ or ("json" if as_json else ""), output)
    settings = with_flags(
        load_settings(Path.cwd()),
        beam_size=beam_size, threads=threads, keep_boilerplate=keep_boilerplate, encoding=encoding,
        glossary=[str(place) for place in glossary or ()],
    )  # fmt: skip
    failures: list[XlateError] = []
    story = compare_files(files, settings, languages.canonical(pivot), failures, quick=quick, quiet=quiet)
    if not quiet:
        for note in story.notes:
            say(f"xlate: {note}")
    _deliver(story, wanted, output)
    raise typer.Exit(max((error.exit_code for error in failures), default=0))


def compare_files(
    files: Sequence[Path],
    settings: Settings,
    pivot: str,
    failures: list[XlateError],
    *,
    quick: bool = False,
    quiet: bool = True,
) -> StoryComparison:
    """Compare the articles that can be read; complaints about the others are said and added to ``failures``.

    InputError if fewer than two are left.
    """
    from xlate.comparison import Informer, compare_stories
    from xlate.pipeline import Translator

    translator = Translator(settings)
    prepared = list(_prepared(_once(files), translator, pivot, failures))
    if len(prepared) < 2:
        left = prepared[0].document.name if prepared else "none"
        raise InputError(
            f"A comparison needs two articles or more; what can be compared: {left}.",
            "Name the others too, for example: xlate stories a.html b.txt",
        )
    views = _views(prepared, pivot, translator) if not quick else ()
    results = _translate(prepared, pivot, translator, quiet)
    further = {code: _translate(prepared, code, translator, quiet) for code in views}
    informer = Informer.of(tuple(translator.engines.values()), settings.threads) if not quick else None
    return compare_stories(results, translator.names.termbase, further, informer)


def _once(files: Iterable[Path]) -> Iterator[Path]:
    seen = set()
    for path in files:
        place = path if path == STDIN else path.resolve()
        if place in seen:
            say(f"xlate: {path}: is named twice; it is compared once.")
        else:
            seen.add(place)
            yield path


def _prepared(
    files: Iterable[Path], translator: Translator, pivot: str, failures: list[XlateError]
) -> Iterator[Prepared]:
    for path in files:
        try:
            prepared = translator.prepare(_read(path, translator.settings))
            if prepared.detection.language != pivot:
                translator.route(prepared.detection.language, pivot)
            yield prepared
        except XlateError as error:
            named = error if str(path) in str(error) else type(error)(f"{path}: {error}", error.hint)
            complain(named)
            failures.append(named)


def _read(path: Path, settings: Settings) -> Document:
    from xlate.documents import read_bytes, read_document

    options = {"keep_boilerplate": settings.keep_boilerplate, "encoding": settings.encoding or None}
    if path != STDIN:
        return read_document(path, **options)  # type: ignore[arg-type]
    return read_bytes(read_input(None), "<stdin>", **options)  # type: ignore[arg-type]


def _views(prepared: Sequence[Prepared], pivot: str, translator: Translator) -> list[str]:
    """The languages that most articles are in, besides the pivot, as far as all others can be translated into them."""
    spoken = Counter(document.detection.language for document in prepared)
    spoken.pop(pivot, None)
    return [
        code
        for code, _ in sorted(spoken.items(), key=lambda item: (-item[1], item[0]))
        if all(_leads(document.detection.language, code, translator) for document in prepared)
    ][: VIEWS - 1]


def _leads(source: str, target: str, translator: Translator) -> bool:
    from xlate.errors import NoRoute

    try:
        return source == target or bool(translator.route(source, target))
    except NoRoute:
        return False


def _translate(
    prepared: Sequence[Prepared], target: str, translator: Translator, quiet: bool
) -> list[TranslationResult]:
    from xlate import languages

    with progress_bar(f"Into {languages.name(target)}", not quiet) as update:
        return translator.translate(prepared, target, update)


def _format(named: str, output: Path | None) -> str:
    wanted = named or (output.suffix.lower().removeprefix(".") if output else "md")
    wanted = {"htm": "html", "markdown": "md"}.get(wanted, wanted)
    if wanted not in FORMATS:
        raise UsageError(f'xlate stories does not write "{wanted}".', f"It writes {', '.join(FORMATS)}.")
    return wanted


def _deliver(story: StoryComparison, wanted: str, output: Path | None) -> None:
    from xlate.files import write_atomic
    from xlate.report.stories import render_stories

    rendered = render_stories(story, wanted)
    if output is not None:
        write_atomic(output, rendered.encode("utf-8", "surrogatepass") if isinstance(rendered, str) else rendered)
    elif isinstance(rendered, str):
        put(rendered)
    else:
        raise UsageError("A spreadsheet goes into a file.", "Name it: -o stories.xlsx")
