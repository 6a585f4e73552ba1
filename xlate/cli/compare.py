"""``xlate compare``: is a translation complete and faithful?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import progress_bar, put, read_input, say
from xlate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlate.model import Document
    from xlate.settings import Settings
    from xlate.verification import Verification

STDIN = Path("-")
FORMATS = ("html", "md", "json", "xlsx", "tmx")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".json": "json", ".xlsx": "xlsx", ".tmx": "tmx"}
SHOWN = 12  # findings on the terminal


@dataclass(frozen=True, slots=True)
class Request:
    """What is compared, and in which languages (empty: detected)."""

    source: Path
    target: Path
    from_: str = ""
    to: str = ""
    machine: Path | None = None
    translate: bool = True


def compare_command(
    source: Annotated[Path, typer.Argument(help="The source; - reads stdin.")],
    translation: Annotated[Path, typer.Argument(help="Its translation, by a machine or a person.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The report: .html .md .json .xlsx .tmx")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="html, md, json, xlsx or tmx; else by the suffix.")] = "",
    from_: Annotated[str, typer.Option("--from", "-f", help="Language of the source; else detected.")] = "",
    to: Annotated[str, typer.Option("--to", "-t", help="Language of the translation; else detected.")] = "",
    mt: Annotated[Path | None, typer.Option("--mt", help="A machine translation of the source, to be used.")] = None,
    no_mt: Annotated[bool, typer.Option("--no-mt", help="Without a model: by lengths, names and numbers.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    glossary: Annotated[
        list[Path] | None,
        typer.Option("--glossary", "-g", help="A glossary file or folder over the shipped one."),
    ] = None,
    no_glossary: Annotated[bool, typer.Option("--no-glossary", help="Names are not looked up.")] = False,
    keep_boilerplate: Annotated[bool, typer.Option("--keep-boilerplate", help="Keep captions, promotion ...")] = False,
    encoding: Annotated[str, typer.Option(help="Encoding of both texts, if xlate guesses it wrong.")] = "",
    threads: Annotated[int, typer.Option(help="CPU threads; 0 for all.")] = 0,
    fail_on: Annotated[str, typer.Option(help="Exit with 1 on findings of info, warning or error.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no summary.")] = False,
) -> None:
    """Compare a translation with its source: what is missing, added, changed, doubtful."""
    from xlate.settings import load_settings, with_flags

    settings = with_flags(
        load_settings(Path.cwd()),
        keep_boilerplate=keep_boilerplate, encoding=encoding, fail_on=fail_on, threads=threads,
        glossary=[str(place) for place in glossary or ()], no_glossary=no_glossary,
    )  # fmt: skip
    wanted = _format(format_, output, as_json)
    verification = compare_files(Request(source, translation, from_, to, mt, not no_mt), settings, quiet=quiet)
    _deliver(verification, wanted, output)
    if not quiet and wanted != "text":
        say(_headline(verification))
    for notice in verification.notices if not quiet else ():
        say(f"xlate: {notice}")
    worst = max((finding.severity for finding in verification.coverage.findings), default=None)
    failing = settings.fail_severity
    raise typer.Exit(1 if failing is not None and worst is not None and worst >= failing else 0)


def compare_files(request: Request, settings: Settings, *, quiet: bool = False) -> Verification:
    """Read both files (and the machine translation) and compare them."""
    from xlate import languages
    from xlate.verification import Languages, Verifier

    if request.source == request.target == STDIN:
        raise UsageError("Only one of the two texts can come from stdin.", "Name a file for the other.")
    named = Languages(*(languages.canonical(code) if code else "" for code in (request.from_, request.to)))
    source, target = (_read(path, settings) for path in (request.source, request.target))
    machine = _machine(request.machine, settings) if request.machine else None
    verifier = Verifier(settings)
    for problem in verifier.translator.glossary_problems:
        say(f"xlate: glossary: {problem} This row is not used.")
    with progress_bar("Translating the source", not quiet) as update:
        return verifier.verify(source, target, named, machine=machine, translate=request.translate, progress=update)


def _read(path: Path, settings: Settings) -> Document:
    from xlate.documents import read_bytes, read_document

    encoding = settings.encoding or None
    if path == STDIN:
        return read_bytes(read_input(None), "<stdin>", keep_boilerplate=settings.keep_boilerplate, encoding=encoding)
    return read_document(path, keep_boilerplate=settings.keep_boilerplate, encoding=encoding)


def _machine(path: Path, settings: Settings) -> Document | Sequence[str]:
    """A text, or the segments of what ``xlate translate --json`` printed."""
    if path.suffix.lower() == ".json":
        from xlate.bitext import read_units

        return [str(unit["target"]) for _, unit in read_units(path)]
    return _read(path, settings)


def _format(given: str, output: Path | None, as_json: bool) -> str:
    if as_json:
        return "json"
    if given:
        if given not in FORMATS:
            raise UsageError(f'There is no format "{given}".', f"Formats: {', '.join(FORMATS)}.")
        return given
    if output is None:
        return "text"
    if output.suffix.lower() not in _SUFFIXES:
        raise UsageError(
            f'{output}: xlate does not write "{output.suffix}" reports.', f"Formats: {', '.join(FORMATS)}."
        )
    return _SUFFIXES[output.suffix.lower()]


def _deliver(verification: Verification, wanted: str, output: Path | None) -> None:
    from xlate.files import write_atomic

    if wanted == "text":
        put(_summary(verification))
        return
    if wanted == "xlsx" and output is None:
        raise UsageError("A spreadsheet is not printed.", "Say where it goes with -o.")
    rendered = _render(verification, wanted)
    if output:
        write_atomic(output, rendered)
    else:
        put(rendered.decode("utf-8"))


def _render(verification: Verification, wanted: str) -> bytes:
    if wanted == "html":
        from xlate.report.compare import render_compare

        return render_compare(verification).encode()
    if wanted == "md":
        from xlate.report.compare_text import render_markdown

        return render_markdown(verification).encode()
    if wanted == "json":
        from xlate.report.compare_json import render_compare_json

        return render_compare_json(verification).encode()
    if wanted == "xlsx":
        from xlate.report.compare_xlsx import render_compare_xlsx

        return render_compare_xlsx(verification)
    from xlate.report.compare_tmx import render_compare_tmx

    return render_compare_tmx(verification).encode()


def _headline(verification: Verification) -> str:
    coverage = verification.coverage
    counts = Counter(str(finding.severity) for finding in coverage.findings)
    found = ", ".join(f"{counts[key]} {key}" for key in ("error", "warning", "info") if counts[key])
    return (
        f"Coverage {coverage.score:.2f} of 1: {len(coverage.source.segments)} segments "
        f"({verification.source_language}) and {len(coverage.target.segments)} ({verification.target_language}); "
        f"{found or 'nothing found'}"
    )


def _summary(verification: Verification) -> str:
    """The headline and the heaviest findings."""
    lines = [_headline(verification)]
    shown = verification.coverage.findings[:SHOWN]
    for finding in shown:
        couple = verification.coverage.couples[finding.bead]
        joined = couple.source if couple.source.texts else couple.target
        where = f"{'source' if couple.source.texts else 'translation'} {joined.first + 1}"
        excerpt = joined.text if len(joined.text) <= 70 else joined.text[:69] + "…"
        lines.append(f"  {finding.severity!s:7} {finding.likelihood:.2f}  {where}: {finding.message}\n      {excerpt}")
    if len(verification.coverage.findings) > len(shown):
        lines.append(
            f"  and {len(verification.coverage.findings) - len(shown)} more: write a report with -o report.html"
        )
    return "\n".join(lines) + "\n"
