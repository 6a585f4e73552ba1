"""The ``xlate`` program: its commands, and the border where errors become messages and exit codes.

0 fine; 1 findings at or above --fail-on; 2 wrong usage, settings or input; 3 engine or model missing; 130 interrupted.
"""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from xlate import __version__
from xlate.cli import align, batch, compare, detect, glossary, memory, models, segment, stories, translate
from xlate.cli.console import complain
from xlate.errors import XlateError

INTERRUPTED = 130
GARBAGE_THRESHOLDS = (20_000, 20, 50)  # rarer than usual: 4 % of CPU seconds saved (62 articles of news, 2026-11-29)

app = typer.Typer(
    name="xlate",
    help="Offline translation and comparison of news: English, Russian, Belarusian, Ukrainian.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("translate")(translate.translate_command)
app.command("batch")(batch.batch_command)
app.command("compare")(compare.compare_command)
app.command("align")(align.align_command)
app.command("detect")(detect.detect_command)
app.command("segment")(segment.segment_command)
app.command("stories")(stories.stories_command)
app.add_typer(models.app, name="models")
app.add_typer(memory.app, name="memory")
app.add_typer(glossary.app, name="glossary")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"xlate {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Offline translation and comparison of news: English, Russian, Belarusian, Ukrainian."""


def main() -> None:
    """Run the program; the only place that turns errors into exit codes."""
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    try:
        app()
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
