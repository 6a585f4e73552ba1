"""What the glossary commands share: flags, the termbase that they work on, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import put, say

if TYPE_CHECKING:
    from xlate.glossary.editing import Change
    from xlate.glossary.shelf import Shelf

Files = Annotated[
    list[Path] | None,
    typer.Option("--file", "-g", help="A glossary file or folder, instead of the shipped one and the settings'."),
]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change; write nothing.")]
Kind = Annotated[str, typer.Option(help="person, place, organisation, outlet, title, event, adjective or other.")]
Domain = Annotated[str, typer.Option(help="The domain that tells namesakes apart.")]
From = Annotated[str, typer.Option("--from", "-f", help="Source language.")]
To = Annotated[str, typer.Option("--to", "-t", help="Target language.")]


def shelf_of(files: list[Path] | None) -> Shelf:
    """The files named, or the shipped glossary with the settings' own over it.  Rows that do not load are said."""
    from xlate.glossary.shelf import open_shelf
    from xlate.settings import load_settings

    own = [Path(place) for place in load_settings(Path.cwd()).glossary]
    shelf = open_shelf(files, shipped=False) if files else open_shelf(own)
    for problem in shelf.problems:
        say(f"xlate: glossary: {problem}")
    return shelf


def carry_out(change: Change, dry_run: bool, *, shipped: bool = False) -> None:
    """Show the change on a dry run; otherwise write it and say where."""
    from xlate.errors import UsageError
    from xlate.glossary.shelf import is_installed

    if dry_run:
        put(change.diff() or "Nothing would change.\n")
        return
    if is_installed(change.path) and not shipped:
        raise UsageError(
            f"{change.path} belongs to the installed program: an update would undo the change.",
            "Write the row to a file of your own with --file, or insist with --shipped.",
        )
    change.write()
    say(f"Wrote {change.path}")


def put_json(content: object) -> None:
    """A JSON value, as every command prints it."""
    put(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def put_lines(lines: Iterable[str]) -> None:
    """Lines of a result."""
    put("".join(f"{line}\n" for line in lines))


def code(text: str) -> str:
    """A language as its canonical code; empty stays empty."""
    from xlate import languages

    return languages.canonical(text) if text else ""


def pair_of(from_: str, to: str) -> tuple[str, str]:
    """Both languages; UsageError if one is not said."""
    from xlate.errors import UsageError

    if not (from_ and to):
        raise UsageError("Both languages are needed.", "For example: --from en --to be")
    return code(from_), code(to)
