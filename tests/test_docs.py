"""The documentation runs: README's example is what the program prints, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")


def console_blocks() -> list[tuple[str, str]]:
    """(command, output) for every ``$`` line of a console block."""
    found = []
    for block in re.findall(r"```console\n(.*?)```", README + GLOSSARY, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def test_examples_print_what_they_say() -> None:
    assert console_blocks()
    for command, output in console_blocks():
        line = command.replace("xlate ", f"{sys.executable} -m xlate.cli.app ")
        shown = subprocess.run(["sh", "-c", line], capture_output=True, text=True, cwd=ROOT, check=False).stdout
        assert shown.strip() == output.strip(), command


def test_links_lead_somewhere() -> None:
    pages = [ROOT / "README.md", *ROOT.glob("docs/*.md"), ROOT / "training" / "README.md"]
    for page in pages:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_command_of_the_readme_exists() -> None:
    for command in set(re.findall(r"`xlate (\w+)", README)):
        shown = subprocess.run(
            [sys.executable, "-m", "xlate.cli.app", command, "--help"], capture_output=True, check=False
        )
        assert shown.returncode == 0, command


def test_every_glossary_command_is_documented() -> None:
    from xlate.cli.glossary import app

    commands = [command.name for command in app.registered_commands]
    assert len(commands) == 16
    assert [name for name in commands if not re.search(rf"\b{name}\b", GLOSSARY)] == []


def test_json_fields_are_documented() -> None:
    from tests.report.test_side_by_side import make_result
    from xlate.report.json import SCHEMA, render_json

    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert SCHEMA in page
    fields = set(re.findall(r'^ *"(\w+)":', render_json([make_result()]), re.MULTILINE)) - {"xlate", "route"}
    assert not {field for field in fields if not re.search(rf"\b{field}\b", page)}
