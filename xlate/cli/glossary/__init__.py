"""``xlate glossary``: the termbase of names, read, changed, checked and filled.

Without ``--file`` the termbase is the shipped one and what the settings add to it (``glossary = ["names.tsv"]``).
"""

from __future__ import annotations

import typer

from xlate.cli.glossary import checking, mining, reading, writing

app = typer.Typer(
    help="Look after the glossary of names: how each is written, in every language.", no_args_is_help=True
)

for _name, _command in (
    ("list", reading.list_command),
    ("show", reading.show_command),
    ("search", reading.search_command),
    ("forms", reading.forms_command),
    ("add", writing.add_command),
    ("edit", writing.edit_command),
    ("remove", writing.remove_command),
    ("merge", writing.merge_command),
    ("import", writing.import_command),
    ("export", writing.export_command),
    ("diff", reading.diff_command),
    ("lint", checking.lint_command),
    ("check", checking.check_command),
    ("stats", checking.stats_command),
    ("extract", mining.extract_command),
    ("suggest", mining.suggest_command),
):
    app.command(_name)(_command)
