"""``xlate memory``: look into a translation memory, fill it, tidy it, and give it to other programs."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from xlate.cli.console import complain, put, say

if TYPE_CHECKING:
    from xlate.memory import Match, Memory, Unit
    from xlate.memory.learning import Learnt
    from xlate.memory.upkeep import Choice

SHOWN_ROWS = 20  # of those that are left out, a file

app = typer.Typer(help="Translation memory: search, import, export, corrections, upkeep.", no_args_is_help=True)

Place = Annotated[
    str, typer.Option("--memory", "-m", help="Its file or postgresql:// address; the setting `memory` if not given.")
]
From = Annotated[str, typer.Option("--from", "-f", help="Source language.")]
To = Annotated[str, typer.Option("--to", "-t", help="Target language.")]
Project = Annotated[str, typer.Option("--project", help="Only, or for, this project.")]
OriginName = Annotated[str, typer.Option("--origin", help="Only machine, imported, human or reviewed.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command("stats")
def stats_command(memory: Place = "", as_json: AsJson = False) -> None:
    """What is in the memory: units by pair, project and origin."""
    from xlate.memory.upkeep import stats

    with _open(memory) as opened:
        counts, n_bytes = stats(opened), opened.n_bytes
        content = {
            "memory": opened.name,
            "fingerprint": opened.fingerprint,
            "bytes": n_bytes,
            "n_units": sum(count.n_units for count in counts),
            "units": [{name: getattr(count, name) for name in count.__slots__} for count in counts],
        }
    if as_json:
        put(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        return
    for count in counts:
        dates = f"{count.oldest[:10]} to {count.newest[:10]}"
        put(f"{count.source}-{count.target}\t{count.project or '-'}\t{count.origin}\t{count.n_units}\t{dates}\n")
    put(f"{content['n_units']} units, {n_bytes / 1e6:.1f} MB\n")


@app.command("search")
def search_command(
    text: Annotated[str, typer.Argument(help="A segment.")],
    from_: From = "",
    to: To = "",
    memory: Place = "",
    threshold: Annotated[float, typer.Option(min=0.3, max=1.0, help="Least likeness of the sources, 0.3 to 1.")] = 0.75,
    limit: Annotated[int, typer.Option(min=1, help="No more than this many for each pair.")] = 5,
    as_json: AsJson = False,
) -> None:
    """The translations of a segment and of similar ones, best first."""
    from xlate.memory import Query
    from xlate.memory.upkeep import stats

    with _open(memory) as opened:
        wanted = _pair(from_, to)
        pairs = [wanted] if wanted else sorted({(count.source, count.target) for count in stats(opened)})
        found = [match for pair in pairs for match in opened.fuzzy(pair, Query(text), least=threshold, limit=limit)]
    if as_json:
        put(json.dumps([_match(match) for match in found], ensure_ascii=False, indent=1) + "\n")
        return
    for match in found:
        unit = match.unit
        pair_name = "-".join(unit.languages)
        put(f"{100 * match.likeness:.0f} %\t{pair_name}\t{unit.origin}\t{_line(unit.source)}\t{_line(unit.target)}\n")


@app.command("import")
def import_command(
    files: Annotated[list[Path], typer.Argument(help="TMX files.")], memory: Place = "", project: Project = ""
) -> None:
    """Take in the units of TMX files of any size; what is there already is not doubled."""
    from xlate.errors import InputError
    from xlate.memory.files import import_tmx

    exit_code = 0
    with _open(memory, create=True) as opened:
        for path in files:
            try:
                done = import_tmx(opened, path, project)
            except InputError as error:
                complain(error)
                exit_code = error.exit_code
                continue
            passed = f", {done.n_passed} passed over (no pair of known languages, or empty)" if done.n_passed else ""
            unknown = f", {done.n_unknown} texts in unknown languages left out" if done.n_unknown else ""
            say(f"{path}: {done.n_read} units read, {done.n_stored} new or changed{passed}{unknown}")
    raise typer.Exit(exit_code)


@app.command("export")
def export_command(
    output: Annotated[Path, typer.Option("--output", "-o", help="The TMX file to write.")],
    memory: Place = "",
    from_: From = "",
    to: To = "",
    project: Project = "",
    origin: OriginName = "",
) -> None:
    """Write units as TMX 1.4, with all that is known of them."""
    from xlate.memory.files import export_tmx

    choice = _choice(from_, to, project, origin)
    with _open(memory) as opened:
        say(f"Wrote {export_tmx(opened, output, choice)} units to {output}")


@app.command("add")
def add_command(
    source: Annotated[str, typer.Argument(help="A segment.")],
    target: Annotated[str, typer.Argument(help="Its translation.")],
    from_: Annotated[str, typer.Option("--from", "-f", help="Source language.")],
    to: Annotated[str, typer.Option("--to", "-t", help="Target language.")],
    memory: Place = "",
    project: Project = "",
    note: Annotated[str, typer.Option(help="A note for people.")] = "",
) -> None:
    """Add one translation by hand."""
    from xlate.errors import UsageError
    from xlate.memory import Query, Unit
    from xlate.memory.learning import in_every_place

    pair = _pair(from_, to)
    if not pair or pair[0] == pair[1] or not source.strip() or not target.strip():
        raise UsageError("A unit has two languages and two texts.", "xlate memory add -f en -t ru Hello Привет")
    with _open(memory, create=True) as opened:
        unit = Unit(source.strip(), target.strip(), pair, project=project, note=note)
        [matches] = opened.exact(pair, [Query(unit.source)])
        n = opened.add(in_every_place(unit, matches))
    say("Added." if n else "It was there already.")


@app.command("learn")
def learn_command(
    files: Annotated[list[Path], typer.Argument(help="Edited .xlsx .md .tmx .json of translations, or .tsv.")],
    memory: Place = "",
    from_: From = "",
    to: To = "",
    project: Project = "",
    confirm: Annotated[bool, typer.Option("--confirm", help="All of it was read: what is unchanged is right.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be learnt.")] = False,
) -> None:
    """Take corrections back: they stand above every machine translation from now on.

    Exit code 1 if there are rows that fit nothing, or machine translations that the memory does not know.
    """
    from xlate.errors import InputError
    from xlate.memory.learning import learn

    if missing := next((file for file in files if not file.exists()), None):
        raise InputError(f"{missing}: no such file.", "Check the spelling.")
    n_left = 0
    with ExitStack() as stack:
        opened = stack.enter_context(_open_to_look(memory, stack) if dry_run else _open(memory, create=True))
        as_of = opened.fingerprint
        for file in files:
            talk = _Lessons(dry_run)
            lesson = learn(
                opened, file, _pair(from_, to),
                project=project, confirm=confirm, dry_run=dry_run, as_of=as_of, told=talk.tell,
            )  # fmt: skip
            where = f"{file}: " if len(files) > 1 else ""
            say(f"{where}{lesson.n_corrected} corrections, {lesson.n_new} new, {lesson.n_same} as they were")
            if lesson.n_misfit:
                say(f"{where}{lesson.n_misfit} rows fit nothing and were left out")
            if lesson.n_unknown:
                say(f"{where}whether {lesson.n_unknown} machine translations were edited cannot be told: the memory "
                    "does not have what they were.  --confirm takes them in as read and right.")  # fmt: skip
            n_left += lesson.n_misfit + lesson.n_unknown
    raise typer.Exit(1 if n_left else 0)


class _Lessons:
    """Says which rows are left out, and, in a dry run, what would be learnt."""

    def __init__(self, dry_run: bool) -> None:
        self._dry_run = dry_run
        self._n_left = 0

    def tell(self, learnt: Learnt) -> None:
        if learnt.change in ("misfit", "unknown"):
            self._n_left += 1
            if self._n_left <= SHOWN_ROWS:
                about = f'"{_line(learnt.source)}" ' if learnt.source else ""
                say(f"xlate: {learnt.place}: {about}{learnt.problem}")
        elif self._dry_run and learnt.change != "same":
            cells = (learnt.place, learnt.change, learnt.source, learnt.was, learnt.target)
            put("\t".join(map(_line, cells)) + "\n")


@app.command("prune")
def prune_command(
    memory: Place = "",
    from_: From = "",
    to: To = "",
    project: Project = "",
    origin: OriginName = "",
    before: Annotated[str, typer.Option(help="Last changed before this date, 2026-11-23.")] = "",
    stale: Annotated[bool, typer.Option("--stale", help="Made by another model or termbase than today's.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how many.")] = False,
) -> None:
    """Delete units; at least one option says which."""
    from dataclasses import replace

    from xlate.errors import UsageError
    from xlate.memory.upkeep import prune

    choice = replace(_choice(from_, to, project, origin), before=_date(before))
    if stale:
        choice = replace(choice, stale_signature=_signature(from_, to))
    if choice.condition()[0] == "TRUE":
        raise UsageError("This would delete everything.", "Say which units, for example --origin machine.")
    with _open(memory) as opened:
        n = prune(opened, choice, dry_run=dry_run)
    say(f"{n} units {'would go' if dry_run else 'are gone'}")


@app.command("lint")
def lint_command(
    memory: Place = "", from_: From = "", to: To = "", project: Project = "", origin: OriginName = ""
) -> None:
    """What looks wrong: the checks of translations on every unit, and segments translated in several ways.

    Exit code 1 if anything is found.
    """
    from xlate.memory.upkeep import lint

    choice, n_findings = _choice(from_, to, project, origin), 0
    with _open(memory) as opened:
        for unit, finding in lint(opened, choice):
            n_findings += 1
            put(f"{unit.id}\t{finding.check}\t{finding.severity}\t{finding.message}\t{_line(unit.source)}\n")
    raise typer.Exit(1 if n_findings else 0)


@app.command("recover")
def recover_command(memory: Place = "") -> None:
    """Save what can be read of a damaged memory; the damaged file is kept beside the new one."""
    from xlate.errors import UsageError
    from xlate.memory.database import is_address
    from xlate.memory.recovery import recover

    path = _place(memory)
    if is_address(path):
        raise UsageError(f"{path}: is no file.", "PostgreSQL restores its own backups: pg_restore.")
    n_units, aside = recover(Path(path))
    say(f"{path}: {n_units} units saved; the damaged file is kept as {aside}")


def _place(given: str) -> str:
    from xlate.errors import UsageError
    from xlate.settings import load_settings

    if place := given or load_settings(Path.cwd()).memory:
        return place
    raise UsageError("Which memory?", 'Say it with --memory FILE, or in xlate.toml: memory = "news.memory"')


def _open(given: str, *, create: bool = False) -> Memory:
    from xlate.memory import Memory

    return Memory(_place(given), create=create)


def _open_to_look(given: str, stack: ExitStack) -> Memory:
    """The memory, or an empty one in the place of one that is still to be made."""
    from xlate.errors import InputError
    from xlate.memory import Memory

    try:
        return _open(given)
    except InputError:
        if Path(place := _place(given)).exists() or "://" in place:
            raise
        return Memory(Path(stack.enter_context(TemporaryDirectory())) / "empty")


def _pair(from_: str, to: str) -> tuple[str, str] | None:
    from xlate import languages
    from xlate.errors import UsageError

    if not from_ and not to:
        return None
    if not (from_ and to):
        raise UsageError("One language is not a pair.", "Give --from and --to, or neither.")
    return languages.canonical(from_), languages.canonical(to)


def _choice(from_: str, to: str, project: str, origin: str) -> Choice:
    from xlate.errors import UsageError
    from xlate.memory import UnitOrigin
    from xlate.memory.upkeep import Choice

    if origin and origin not in list(UnitOrigin):
        raise UsageError(f'There is no origin "{origin}".', f"Origins: {', '.join(UnitOrigin)}.")
    return Choice(_pair(from_, to), project, origin)


def _date(text: str) -> str:
    from datetime import date

    from xlate.errors import UsageError

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise UsageError(f'"{text}" is no date.', "A date looks like this: 2026-11-23") from error


def _signature(from_: str, to: str) -> str:
    """How a machine with today's settings translates the pair."""
    from xlate.errors import UsageError
    from xlate.pipeline import Translator
    from xlate.settings import load_settings

    pair = _pair(from_, to)
    if not pair:
        raise UsageError("Models are of a pair.", "Give --from and --to with --stale.")
    translator = Translator(load_settings(Path.cwd()))
    return str(translator.made_by(pair[1], [translator.route(*pair)]))


def _match(match: Match) -> dict[str, Any]:
    return {"likeness": round(match.likeness, 4), "stale": match.stale, **_unit(match.unit)}


def _unit(unit: Unit) -> dict[str, Any]:
    return {name: getattr(unit, name) for name in unit.__slots__ if name != "extra"}


def _line(text: str) -> str:
    return " ".join(text.split())
