"""``xlate align``: which sentences of two texts say the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import progress_bar, put, read_input, say
from xlate.errors import InputError, UsageError, XlateError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlate.alignment import Side
    from xlate.alignment.pairs import Aligned
    from xlate.coverage.judging import Judge
    from xlate.pipeline import Prepared, Translator

STDIN = Path("-")
_SUFFIXES = {".tsv": "tsv", ".json": "json", ".tmx": "tmx", ".xlsx": "xlsx", ".beads": "beads"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is aligned: ``mt`` is the source in the target's language, ``mt_reverse`` the target in the source's."""

    source: Path
    target: Path
    lines: bool = False
    from_: str = ""
    to: str = ""
    mt: Path | None = None
    mt_reverse: Path | None = None
    translate: bool = True
    ask: bool = True
    encoding: str = ""
    most: int = 6


def align_command(
    source: Annotated[Path, typer.Argument(help="A text; - reads stdin.")],
    target: Annotated[Path, typer.Argument(help="A text that says the same in another language.")],
    lines: Annotated[bool, typer.Option("--lines", help="Every line is a segment.")] = False,
    from_: Annotated[str, typer.Option("--from", "-f", help="Language of the first text; else detected.")] = "",
    to: Annotated[str, typer.Option("--to", "-t", help="Language of the second text; else detected.")] = "",
    mt: Annotated[Path | None, typer.Option("--mt", help="The first text, translated, line for segment.")] = None,
    mt_reverse: Annotated[Path | None, typer.Option("--mt-reverse", help="The second text, translated.")] = None,
    no_mt: Annotated[
        bool, typer.Option("--no-mt", help="Without a model: words known, names, numbers, lengths.")
    ] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Do not ask the model about pairs in doubt.")] = False,
    format_: Annotated[str, typer.Option("--format", help="beads, tsv, json, tmx or xlsx; else by the suffix.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else stdout.")] = None,
    most: Annotated[int, typer.Option(help="Segments that may belong together, both sides counted.")] = 6,
    encoding: Annotated[str, typer.Option(help="Encoding of both texts, if xlate guesses it wrong.")] = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no talk.")] = False,
) -> None:
    """Pair the sentences of two texts, whatever the segmentation of either."""
    from xlate.alignment.pairs import render
    from xlate.files import write_atomic

    wanted = _format(format_, output)
    request = Request(source, target, lines, from_, to, mt, mt_reverse, not no_mt, not quick, encoding, most)
    rendered = render(align_files(request, quiet=quiet), wanted)
    if output:
        write_atomic(output, rendered)
    elif wanted == "xlsx":
        raise UsageError("A workbook cannot be printed.", "Give a file: -o pairs.xlsx")
    else:
        put(rendered.decode("utf-8"))


def align_files(request: Request, *, quiet: bool = False) -> Aligned:
    """Read, segment, translate where it helps, and align.  InputError if the two have nothing to do with each other."""
    from xlate.alignment import Options, align, judge
    from xlate.alignment.pairs import Aligned

    if request.source == request.target == STDIN:
        raise UsageError("Only one of the two texts can come from stdin.", "Name a file for the other.")
    if not 2 <= request.most <= MOST:
        raise UsageError(f"--most is {request.most}.", f"It runs from 2, which gives 1-1 beads only, to {MOST}.")
    translator = _translator(request)
    prepared = _prepared(request, translator)
    if request.from_ and request.to and _swapped(prepared):
        raise InputError(
            f"{request.source} is not {request.from_} and {request.target} not {request.to}, but the other way round.",
            "Change places of --from and --to, or leave them out.",
        )
    sides = _sides(request, prepared, translator, quiet=quiet)
    if sides[0].language == sides[1].language and not quiet:
        say(f"xlate: both texts are {sides[0].language}; aligned as they are.")
    languages = sides[0].language, sides[1].language
    options = Options(request.most, model=_judge(request, translator, languages))
    if all(side.segments for side in sides) and not judge(*sides, options).related:
        raise InputError(
            f"{request.source} and {request.target} have nothing to do with each other, as far as can be told.",
            _advice(request, sides),
        )
    alignment = align(*sides, options)
    return Aligned(tuple(sides[0].segments), tuple(sides[1].segments), languages, alignment)


MOST = 12  # segments of a bead: there are 66 kinds of beads then, and the work grows with them


def _swapped(prepared: tuple[Prepared, Prepared]) -> bool:
    """Whether each text is in the language that the other is said to be in."""
    from xlate.detection import Detector

    said = tuple(one.detection.language for one in prepared)
    if said[0] == said[1]:
        return False
    texts = ("\n".join(segment.text for segment in one.segments) for one in prepared)
    return tuple(Detector().detect(text).language for text in texts) == said[::-1]


def _advice(request: Request, sides: tuple[Side, Side]) -> str:
    """What to try with two texts that do not align."""
    if request.lines and 1 in (len(side.segments) for side in sides):
        return "One of them is a single line.  Without --lines xlate finds the sentences itself."
    return "Are they the right files?  If they are, say their languages (--from, --to), or give a translation (--mt)."


def _translator(request: Request) -> Translator:
    from xlate.pipeline import Translator
    from xlate.settings import load_settings, with_flags

    return Translator(with_flags(load_settings(Path.cwd()), no_glossary=True, encoding=request.encoding))


def _prepared(request: Request, translator: Translator) -> tuple[Prepared, Prepared]:
    """Both texts, segmented, in their languages."""
    from xlate.documents import decode_lines, read_bytes

    found = []
    for path, language in ((request.source, request.from_), (request.target, request.to)):
        name = "<stdin>" if path == STDIN else str(path)
        data = read_input(None if path == STDIN else path)
        own = _speaking(translator, language)
        if not data.strip():
            raise InputError(f"{name}: is empty: there is nothing to align.", "Name a file with a text in it.")
        if request.lines:
            found.append(own.prepare_lines(decode_lines(data, name, request.encoding or None), name))
        else:
            found.append(own.prepare(read_bytes(data, name, encoding=request.encoding or None)))
    return found[0], found[1]


def _speaking(translator: Translator, language: str) -> Translator:
    """A translator for texts in a language; for an empty one it is detected."""
    from xlate import languages
    from xlate.pipeline import Translator

    if not language:
        return translator
    return Translator(replace(translator.settings, from_=languages.canonical(language)))


def _sides(
    request: Request, prepared: tuple[Prepared, Prepared], translator: Translator, *, quiet: bool
) -> tuple[Side, Side]:
    from xlate.alignment import Side

    languages = [one.detection.language for one in prepared]
    files = request.mt, request.mt_reverse
    sides = []
    for one, language, other, file in zip(prepared, languages, reversed(languages), files, strict=True):
        segments = [segment.text for segment in one.segments]
        translation: Sequence[str] | None = _lines_of(file, len(segments), request.encoding) if file else None
        if not any(files) and request.translate and language != other:
            translation = _translated(one, other, translator, quiet=quiet)
        paragraphs = [segment.block for segment in one.segments] if not request.lines else None
        sides.append(Side(segments, language, translation, paragraphs))
    return sides[0], sides[1]


def _judge(request: Request, translator: Translator, pair: tuple[str, str]) -> Judge | None:
    """The model to be asked about beads in doubt, where it translates the texts as well."""
    from xlate.coverage.judging import Judge

    given = request.mt or request.mt_reverse
    asked = request.translate and request.ask and not given and pair[0] != pair[1]
    return Judge.of(translator.engines.values(), pair, translator.settings.threads) if asked else None


def _lines_of(path: Path, n: int, encoding: str) -> list[str]:
    """A translation file: a line for each of ``n`` segments."""
    from xlate.documents import decode_lines

    lines = decode_lines(read_input(path), str(path), encoding or None)
    if len(lines) != n:
        raise InputError(
            f"{path}: has {len(lines)} lines, the text that it translates has {n} segments.",
            "A translation has a line for every segment; with --lines every line of the text is a segment.",
        )
    return lines


def _translated(one: Prepared, target: str, translator: Translator, *, quiet: bool) -> Sequence[str] | None:
    """The segments in the other language; None where no installed model leads there."""
    source = one.detection.language
    try:
        translator.route(source, target)
        with progress_bar(f"Into {target}", not quiet) as update:
            [result] = translator.translate([one], target, update)
    except XlateError as error:
        if not quiet:
            say(f"xlate: aligned without a translation from {source} into {target}: {error}")
        return None
    return [unit.target for unit in result.units]


def _format(given: str, output: Path | None) -> str:
    from xlate.alignment.pairs import FORMATS

    wanted = given or (_SUFFIXES.get(output.suffix.lower(), "") if output else "tsv")
    if wanted not in FORMATS:
        what = f'There is no format "{given}".' if given else f"{output}: its suffix names no format."
        raise UsageError(what, f"Formats: {', '.join(FORMATS)}.")
    return wanted
