"""``xlate glossary extract suggest``: names that the glossary lacks, and how they could be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.glossary.options import AsJson, Files, From, code, put_json, put_lines, shelf_of

if TYPE_CHECKING:
    from xlate.glossary.mining import Target

Least = Annotated[int, typer.Option(help="Only names seen this often.")]
Limit = Annotated[int, typer.Option(help="How many at most; 0 for all.")]
Known = Annotated[bool, typer.Option("--known", help="Also names that the glossary has.")]


def extract_command(
    texts: Annotated[list[Path], typer.Argument(help="Articles or folders of them; with --to aligned files.")],
    from_: From = "en",
    to: Annotated[str, typer.Option("--to", "-t", help="Of aligned files: also what is written for each name.")] = "",
    least: Least = 2,
    limit: Limit = 0,
    known: Known = False,
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """Proper nouns of a corpus that the glossary lacks, counted, with contexts or, from aligned text, their targets."""
    from dataclasses import asdict

    from xlate.glossary.mining import find_candidates, mine
    from xlate.glossary.mining.corpus import read_bitext, read_texts
    from xlate.glossary.mining.known import unknown

    source, shelf = code(from_), shelf_of(file)
    if to:
        mined = mine(read_bitext(texts, source, code(to)), source, code(to), least)
        found = [m for m in mined if known or unknown(m.name, shelf.termbase, source)][: limit or None]
        if as_json:
            put_json([asdict(m) for m in found])
        else:
            put_lines(f"{m.count}\t{m.name}\t{_targets(m.targets)}\t{m.contexts[0]}" for m in found)
        return
    candidates = find_candidates(read_texts(texts, source), source, least)
    listed = [c for c in candidates if known or unknown(c.name, shelf.termbase, source)][: limit or None]
    if as_json:
        put_json([asdict(candidate) for candidate in listed])
    else:
        put_lines(f"{c.count}\t{c.name}\t... {c.contexts[0]} ..." for c in listed)


def suggest_command(
    name: Annotated[str, typer.Argument(help="A name; or with --in: leave it out.")] = "",
    from_: From = "",
    to: Annotated[list[str] | None, typer.Option("--to", "-t", help="Target language; may be given again.")] = None,
    aligned: Annotated[
        list[Path] | None, typer.Option("--in", help="Aligned files: names that their translations disagree on.")
    ] = None,
    least: Least = 3,
    as_json: AsJson = False,
) -> None:
    """How a name could be written, by each language's own system; or what translations disagree on."""
    from dataclasses import asdict

    from xlate.errors import UsageError
    from xlate.glossary.mining import mine
    from xlate.glossary.mining.corpus import read_bitext
    from xlate.glossary.transliteration import suggest

    if bool(name) == bool(aligned):
        raise UsageError(
            "Name a name, or aligned files with --in.", "For example: xlate glossary suggest Karpenko --to be"
        )
    if aligned:
        source, target = code(from_) or "en", code((to or [""])[0])
        if not target:
            raise UsageError("The target language is needed.", "For example: --from en --to be")
        disputed = [m for m in mine(read_bitext(aligned, source, target), source, target, least) if m.disputed]
        if as_json:
            put_json([asdict(m) for m in disputed])
        else:
            put_lines(f"{m.count}\t{m.name}\t{_targets(m.targets)}" for m in disputed)
        return
    source = code(from_) or ("en" if name.isascii() else "")
    if not source:
        raise UsageError(f'"{name}": in which language?', "Say it with --from, for example --from be")
    targets = [code(one) for one in to or ()] or (["ru", "uk", "be"] if source == "en" else ["en"])
    made = [(target, suggestion) for target in targets for suggestion in suggest(name, source, target)]
    if as_json:
        put_json([{"language": target, **asdict(suggestion)} for target, suggestion in made])
    else:
        put_lines(f"{target}\t{suggestion.text}\t{suggestion.system}" for target, suggestion in made)


def _targets(targets: Sequence[Target]) -> str:
    return "; ".join(f"{target.lemma} ({target.count})" for target in targets) or "?"
