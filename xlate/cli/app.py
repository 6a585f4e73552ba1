"""The ``xlate`` program: its commands, and the border where errors become messages and exit codes.

0 fine; 1 findings at or above --fail-on; 2 wrong usage, settings or input; 3 engine or model missing; 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from xlate import __version__
from xlate.cli.console import complain
from xlate.errors import XlateError

INTERRUPTED = 130
GARBAGE_THRESHOLDS = (20_000, 20, 5)  # rarer than usual: 4 % of CPU seconds saved (with 50, 2026-11-29)

COMMANDS = {
    "translate": "translate:translate_command",
    "batch": "batch:batch_command",
    "compare": "compare:compare_command",
    "align": "align:align_command",
    "detect": "detect:detect_command",
    "segment": "segment:segment_command",
    "stories": "stories:stories_command",
    "models": "models:app",
    "memory": "memory:app",
    "glossary": "glossary:app",
}
"""Where each is found.  Only what is asked for is loaded, which saves a sixth of the CPU seconds of a batch with
nothing to do (500 articles, 2026-11-30)."""


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xlate {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Offline translation and comparison of news: English, Russian, Belarusian, Ukrainian."""


def program(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """The program with those of its commands."""
    app = typer.Typer(
        name="xlate",
        help="Offline translation and comparison of news: English, Russian, Belarusian, Ukrainian.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in names:
        module, attribute = COMMANDS[name].split(":")
        command = getattr(import_module(f"xlate.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def main() -> None:
    """Run the program; the only place that turns errors into exit codes."""
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    asked = [name for name in sys.argv[1:2] if name in COMMANDS]
    try:
        program(asked or COMMANDS)()
    except XlateError as error:
        complain(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # `xlate ... | head`: the reader has seen enough
        sys.stderr.close()
        sys.exit(0)
    except SystemExit as leaving:  # Typer turns Ctrl-C into this exit without a word
        if leaving.code == INTERRUPTED:
            sys.stderr.write("xlate: interrupted; finished files are complete, nothing half-written was left.\n")
        raise


if __name__ == "__main__":
    main()
