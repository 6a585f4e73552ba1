"""``xlate glossary list show search forms diff``: looking, without changing anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.glossary.options import AsJson, Domain, Files, Kind, code, put_json, put_lines, shelf_of

if TYPE_CHECKING:
    from xlate.glossary.concept import Concept


def list_command(
    kind: Kind = "",
    status: Annotated[str, typer.Option(help="draft, approved or deprecated.")] = "",
    lang: Annotated[str, typer.Option(help="Only rows with a term in this language.")] = "",
    missing: Annotated[str, typer.Option(help="Only rows without a term in this language.")] = "",
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """The rows of the glossary, one a line."""
    from xlate.glossary.browsing import Wish, fields, line, select

    rows = select(shelf_of(file).used(), Wish(kind, status, code(lang), code(missing)))
    if as_json:
        put_json([fields(row) for row in rows])
    else:
        put_lines(line(row) for row in rows)


def show_command(
    name: Annotated[str, typer.Argument(help="A term or alias in any language, or people.tsv:14.")],
    kind: Kind = "",
    domain: Domain = "",
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """A row with all its cells."""
    from xlate.errors import UsageError
    from xlate.glossary.browsing import fields
    from xlate.glossary.shelf import valid_kind

    rows = shelf_of(file).named(name, valid_kind(kind), domain)
    if not rows:
        raise UsageError(f'The glossary has no "{name}".', f"Look for it: xlate glossary search {name!r}")
    if as_json:
        put_json([fields(row) for row in rows])
    else:
        put_lines("\n".join(f"{column}\t{cell}" for column, cell in fields(row).items()) + "\n" for row in rows)


def search_command(
    text: Annotated[str, typer.Argument(help="A name, roughly; in any alphabet.")],
    limit: Annotated[int, typer.Option(help="How many rows at most.")] = 10,
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """Rows with a name like this one, the likest first."""
    from xlate.glossary.browsing import fields, line, search

    found = search(shelf_of(file).used(), text, limit)
    if as_json:
        put_json([{"likeness": round(score, 3), "name": name, **fields(row)} for row, name, score in found])
    else:
        put_lines(f"{score:.2f}\t{line(row)}" for row, _, score in found)


def forms_command(
    name: Annotated[str, typer.Argument(help="A name of the glossary, or any other in its own alphabet.")],
    lang: Annotated[list[str] | None, typer.Option("--lang", "-l", help="ru, uk, be; may be given again.")] = None,
    kind: Kind = "",
    gender: Annotated[str, typer.Option(help="m, f or n: for a name that is not in the glossary.")] = "",
    number: Annotated[str, typer.Option(help="sg or pl.")] = "",
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """Every form of a name, as translations are held to it."""
    from xlate.glossary.browsing import forms_of

    shelf = shelf_of(file)
    codes = [code(one) for one in lang or ()] or ["ru", "uk", "be"]
    found = [forms for one in codes for forms in forms_of(shelf, name, one, kind, gender, number)]
    if as_json:
        put_json(
            [
                {
                    "term": forms.term,
                    "language": forms.language,
                    "kind": forms.kind,
                    "gender": forms.gender,
                    "forms": {str(form): list(spellings) for form, spellings in forms.paradigm.items()},
                }
                for forms in found
            ]
        )
        return
    for forms in found:
        facts = ", ".join(filter(None, (forms.language, forms.kind, forms.gender)))
        put_lines([f"{forms.term} ({facts})", *(f"  {line}" for line in forms.lines())])


def diff_command(
    before: Annotated[Path, typer.Argument(help="A glossary file or folder; - reads a file from stdin.")],
    after: Annotated[Path, typer.Argument(help="The other one.")],
    as_json: AsJson = False,
) -> None:
    """What changed between two glossaries, cell by cell: `git show HEAD:x.tsv | xlate glossary diff - x.tsv`."""
    from dataclasses import asdict

    from xlate.glossary.comparing import compare, rows

    changes = compare(*(_concepts(place) for place in (before, after)))
    if as_json:
        put_json([asdict(change) for change in changes])
    else:
        put_lines(rows(changes))


def _concepts(place: Path) -> list[Concept]:
    from xlate.errors import InputError
    from xlate.glossary.files import parse_file
    from xlate.glossary.shelf import open_shelf

    if str(place) != "-":
        return [entry.concept for entry in open_shelf([place], shipped=False).entries if entry.concept]
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("<stdin>: is not UTF-8.", "Save it as UTF-8.") from error
    return list(parse_file(text, Path("<stdin>")).termbase)
