"""``xlate models``: which translation models are here, and how to get more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from xlate.cli.console import progress_bar, put, say

app = typer.Typer(help="List, install, verify, remove and export translation models.", no_args_is_help=True)

Index = Annotated[str, typer.Option(help="Package index (address or file); Argos's own if not given.")]


@app.command("list")
def list_command(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Everything that can translate on this machine, without the network."""
    from xlate.engines import load_engines
    from xlate.routing import measured_quality, route_key

    rows = [
        {
            "source": leg.source,
            "target": leg.target,
            "engine": leg.engine,
            "model": leg.model,
            "chrf": measured_quality().get(route_key((leg,))),
        }
        for engine in load_engines()
        for leg in engine.legs()
    ]
    if as_json:
        put(json.dumps(rows, indent=1) + "\n")
        return
    for row in rows:
        chrf = "not measured" if row["chrf"] is None else f"chrF {100 * float(row['chrf'] or 0):.1f}"
        put(f"{row['source']}-{row['target']}\t{row['engine']}\t{row['model']}\t{chrf}\n")


@app.command("available")
def available_command(index: Index = "") -> None:
    """What the package index offers (needs the network)."""
    from xlate.packages import available_packages

    for package in available_packages(index):
        put(f"{package.source}-{package.target}\t{package.version}\n")


@app.command("install")
def install_command(
    what: Annotated[list[str], typer.Argument(help="Pairs such as en-de (from the index), or .argosmodel files.")],
    index: Index = "",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Install packages from the index or from files.  A package is checked before anything is unpacked."""
    from xlate.packages import install_file, install_pair

    for item in what:
        if Path(item).exists() or item.endswith(".argosmodel"):
            package = install_file(Path(item))
        else:
            source, target = _pair(item)
            with progress_bar(f"Downloading {source}-{target}", not quiet) as update:
                package = install_pair(source, target, index, update)
        say(f"Installed {package.source}-{package.target} {package.version} in {package.path}")


@app.command("verify")
def verify_command() -> None:
    """Load every model on this machine and translate a word with it."""
    from xlate.errors import PackageError
    from xlate.packages import broken_folders, find_packages, verify

    failures = [str(error) for error in broken_folders()]
    for package in find_packages():
        try:
            verify(package)
            put(f"{package.source}-{package.target}\t{package.label}\tok\n")
        except PackageError as error:
            failures.append(str(error))
    if failures:
        raise PackageError("\n       ".join(failures), "Remove the folder, then `xlate models install` the pair again.")


@app.command("remove")
def remove_command(pair: Annotated[str, typer.Argument(help="An installed pair such as en-de.")]) -> None:
    """Remove an installed package (bundled models stay)."""
    from xlate.packages import remove_pair

    for folder in remove_pair(*_pair(pair)):
        say(f"Removed {folder}")


@app.command("export")
def export_command(
    pair: Annotated[str, typer.Argument(help="A pair such as en-be.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The .argosmodel file to write.")],
) -> None:
    """Write a model as an .argosmodel file that plain Argos Translate and LibreTranslate can install."""
    from xlate.errors import PackageError
    from xlate.packages import export_package, find_packages

    source, target = _pair(pair)
    found = [p for p in find_packages() if (p.source, p.target) == (source, target)]
    if not found:
        raise PackageError(f"There is no model {source}-{target} here.", "`xlate models list` shows what is installed.")
    export_package(found[0], output)
    say(f"Wrote {output}")


def _pair(text: str) -> tuple[str, str]:
    from xlate import languages
    from xlate.errors import UsageError

    source, dash, target = text.replace("_", "-").partition("-")
    if not (dash and source and target):
        raise UsageError(f'"{text}" is neither a file nor a pair of languages.', "A pair looks like this: en-de")
    return languages.canonical(source), languages.canonical(target)
