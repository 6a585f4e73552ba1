"""``xlate glossary lint check stats``: is the glossary in order, do translations keep to it, what of it is used."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from xlate.cli.console import say
from xlate.cli.glossary.options import AsJson, Files, From, To, code, pair_of, put_json, put_lines, shelf_of


def lint_command(
    file: Files = None,
    fail_on: Annotated[str, typer.Option(help="Exit with 1 on findings of info, warning or error.")] = "error",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Errors and warnings only.")] = False,
    as_json: AsJson = False,
) -> None:
    """What is wrong with the glossary: file, line, column, and how to mend it."""
    from xlate.glossary.linting import lint
    from xlate.glossary.shelf import open_shelf
    from xlate.model import Severity
    from xlate.settings import Settings, load_settings

    failing = Settings(fail_on=fail_on).fail_severity
    own = [Path(place) for place in load_settings(Path.cwd()).glossary]
    shelf = open_shelf(file, shipped=False) if file else open_shelf(own)
    findings = lint(shelf.entries)
    shown = [finding for finding in findings if not quiet or finding.severity > Severity.INFO]
    if as_json:
        put_json(
            [
                {
                    "place": f.place,
                    "column": f.column,
                    "severity": str(f.severity),
                    "rule": f.rule,
                    "message": f.message,
                    "fix": f.fix,
                }
                for f in shown
            ]
        )
    else:
        put_lines(map(str, shown))
    counts = ", ".join(f"{sum(f.severity is s for f in findings)} {s}" for s in reversed(Severity))
    say(f"{len(shelf.entries)} rows: {counts}")
    if failing is not None and any(finding.severity >= failing for finding in findings):
        raise typer.Exit(1)


def check_command(
    source: Annotated[Path, typer.Argument(help="The source; or a bilingual .tmx, .json or .tsv file.")],
    target: Annotated[Path | None, typer.Argument(help="The finished translation.")] = None,
    from_: From = "",
    to: To = "",
    file: Files = None,
    everything: Annotated[bool, typer.Option("--all", help="Also the names that are right.")] = False,
    as_json: AsJson = False,
) -> None:
    """Whether a finished translation has the names as the glossary writes them.  Exits with 1 if one is wrong."""
    from dataclasses import asdict

    from xlate.glossary.checking import check, units_of

    pair = pair_of(from_, to)
    verdicts = list(check(units_of(source, target, pair), shelf_of(file).termbase, pair))
    bad = [verdict for verdict in verdicts if not verdict.good]
    shown = verdicts if everything else bad
    if as_json:
        put_json([asdict(verdict) for verdict in shown])
    else:
        put_lines(f"{v.place}: {v.term}: {v.wanted}: right" if v.good else str(v) for v in shown)
    say(f"{len(verdicts)} names: {len(verdicts) - len(bad)} right, {len(bad)} wrong")
    if bad:
        raise typer.Exit(1)


def stats_command(
    texts: Annotated[list[Path] | None, typer.Argument(help="Articles, folders of them, aligned files.")] = None,
    from_: From = "en",
    results: Annotated[
        list[Path] | None, typer.Option("--results", help="JSON of xlate translate: how often terms were violated.")
    ] = None,
    unused: Annotated[bool, typer.Option("--unused", help="Only the rows that no text has.")] = False,
    file: Files = None,
    as_json: AsJson = False,
) -> None:
    """How often each term is used over a corpus, which are not, and how often translations violate them."""
    from xlate.errors import UsageError
    from xlate.glossary.browsing import fields, line
    from xlate.glossary.mining.corpus import read_texts
    from xlate.glossary.usage import rates, uses

    if not texts and not results:
        raise UsageError("Nothing to count over.", "Name texts or folders, or JSON results with --results.")
    found = uses(shelf_of(file).used(), read_texts(texts, code(from_)), code(from_)) if texts else []
    found = [use for use in found if not (unused and use.count)]
    measured = rates(results or ())
    if as_json:
        put_json(
            {
                "uses": [{"count": u.count, "names": dict(u.names), **fields(u.entry)} for u in found],
                "rates": [
                    {"term": r.term, "wanted": r.wanted, **dict(r.statuses), "violated_rate": round(r.violated, 4)}
                    for r in measured
                ],
            }
        )
        return
    put_lines(f"{use.count}\t{line(use.entry)}" for use in found)
    put_lines(
        f"{100 * rate.violated:.0f} % of {rate.total} violated\t{rate.term}\t{rate.wanted}"
        for rate in measured
        if rate.violated or not texts
    )
    if texts and not unused:
        say(f"{sum(use.count > 0 for use in found)} of {len(found)} rows used, {sum(u.count for u in found)} times")
