"""``xlate glossary add edit remove merge import export``: changing files, with a diff first on ``--dry-run``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from xlate.cli.console import put, say
from xlate.cli.glossary.options import Domain, DryRun, Files, From, Kind, To, carry_out, code, shelf_of

if TYPE_CHECKING:
    from xlate.glossary.concept import Concept

Cells = Annotated[list[str], typer.Argument(help="column=value, as in: be=Лукашэнка kind=person gender=m")]
Name = Annotated[str, typer.Argument(help="A term or alias in any language, or people.tsv:14.")]
Shipped = Annotated[bool, typer.Option("--shipped", help="Also into the files of the installed program.")]
Prefer = Annotated[str, typer.Option(help="Whose cell wins where both differ: first or second.")]
Format = Annotated[str, typer.Option("--format", help="tsv, csv, omegat or tbx, if the suffix does not say it.")]


def add_command(cells: Cells, file: Files = None, dry_run: DryRun = False, shipped: Shipped = False) -> None:
    """A new row, at the end of --file or of the first glossary of your own."""
    from xlate.glossary.editing import added, parse_cells
    from xlate.glossary.shelf import file_for_new_rows

    place = next((path for path in file or () if not path.is_dir()), None)
    target = place or file_for_new_rows(shelf_of(file))
    carry_out(added(target, _dated(parse_cells(cells))), dry_run, shipped=shipped)


def edit_command(
    name: Name,
    cells: Cells,
    kind: Kind = "",
    domain: Domain = "",
    file: Files = None,
    dry_run: DryRun = False,
    shipped: Shipped = False,
) -> None:
    """Set cells of a row, in the file that has it; column= clears a cell."""
    from xlate.glossary.editing import edited, parse_cells

    entry = shelf_of(file).one(name, kind, domain)
    changes = parse_cells(cells)
    if "date" in entry.file.columns:
        changes = _dated(changes)
    carry_out(edited(entry, changes), dry_run, shipped=shipped)


def remove_command(
    name: Name,
    kind: Kind = "",
    domain: Domain = "",
    file: Files = None,
    dry_run: DryRun = False,
    shipped: Shipped = False,
) -> None:
    """Take a row out of the file that has it.  To keep it for the record instead: edit NAME status=deprecated."""
    from xlate.glossary.editing import removed

    carry_out(removed(shelf_of(file).one(name, kind, domain)), dry_run, shipped=shipped)


def merge_command(
    first: Annotated[Path, typer.Argument(help="The file that is merged into; its comments and order stay.")],
    second: Annotated[Path, typer.Argument(help="The file whose rows come in.")],
    prefer: Prefer = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Another file to write.")] = None,
    dry_run: DryRun = False,
) -> None:
    """Two glossary files into one.  Conflicts are listed; unless --prefer decides them, nothing is written."""
    from xlate.glossary.shelf import require_file

    _merge_into(first, list(require_file(second).termbase), prefer, output, dry_run)


def import_command(
    source: Annotated[Path, typer.Argument(help=".csv, .tsv, .txt (OmegaT), .tbx, or .tmx to mine names from.")],
    file: Annotated[Path, typer.Option("--file", "-g", help="The glossary file to add to; made if it is not there.")],
    format_: Format = "",
    from_: From = "",
    to: To = "",
    least: Annotated[int, typer.Option(help="Of a TMX: only names seen this often.")] = 2,
    prefer: Prefer = "",
    dry_run: DryRun = False,
) -> None:
    """Rows of another program's glossary into a file of ours.  Rows that cannot be read are named and left out."""
    from xlate.glossary.exchange import read
    from xlate.glossary.mining.drafts import drafts

    pair = (code(from_), code(to))
    if source.suffix.lower() == ".tmx":
        concepts = drafts(source, pair, least)
    else:
        concepts, problems = read(source, format_, pair)
        for problem in problems:
            say(f"xlate: {problem}")
    _merge_into(file, concepts, prefer, None, dry_run)


def export_command(
    output: Annotated[Path, typer.Argument(help="The file to write; - for stdout (then say --format).")],
    format_: Format = "",
    from_: From = "",
    to: To = "",
    kind: Kind = "",
    status: Annotated[str, typer.Option(help="draft, approved or deprecated.")] = "",
    file: Files = None,
) -> None:
    """The glossary as CSV, OmegaT glossary, TBX-Basic or one file of ours."""
    from xlate.files import write_atomic
    from xlate.glossary.browsing import Wish, select
    from xlate.glossary.exchange import format_of, render

    chosen = format_of(output, format_)
    rows = select(shelf_of(file).used(), Wish(kind, status))
    text = render([row.concept for row in rows if row.concept], chosen, (code(from_), code(to)))
    if str(output) == "-":
        put(text)
    else:
        write_atomic(output, text.encode())
        say(f"Wrote {len(rows)} rows to {output}")


def _merge_into(path: Path, concepts: list[Concept], prefer: str, output: Path | None, dry_run: bool) -> None:
    from xlate.errors import UsageError
    from xlate.glossary.editing import Change, file_to_write
    from xlate.glossary.merging import merge

    if prefer not in ("", "first", "second"):
        raise UsageError(f'--prefer is "{prefer}".', "It is first or second.")
    before, file = file_to_write(path)
    merged = merge(file, concepts, prefer)
    for conflict in merged.conflicts:
        say(f"xlate: conflict: {conflict}")
    if merged.open and not dry_run:
        say(f"Nothing written: {len(merged.open)} conflicts. Decide them with --prefer first or --prefer second.")
        raise typer.Exit(1)
    after = merged.file if output is None else type(merged.file)(output, merged.file.columns, merged.file.lines)
    carry_out(Change(None if output else before, after), dry_run)
    if not dry_run:
        say(f"{merged.n_added} rows added, {merged.n_filled} changed, of {len(concepts)}")


def _dated(cells: dict[str, str]) -> dict[str, str]:
    """With today's date, unless one is given: the date of a row is that of its last change."""
    from datetime import date

    return cells if "date" in cells else {**cells, "date": date.today().isoformat()}
