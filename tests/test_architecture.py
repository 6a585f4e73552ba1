"""The shape of the program, kept: who may import whom, who owns which library, and what stays out until it is used."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "xlate"
MODULES = sorted(PACKAGE.rglob("*.py"))

OWNERS = {
    "langdetect": ("xlate.detection",),
    "rapidfuzz": ("xlate.similarity",),
    "argostranslate": ("xlate.packages",),
    "ctranslate2": ("xlate.engines",),
    "sentencepiece": ("xlate.engines",),
    "typer": ("xlate.cli",),
    "rich": ("xlate.cli",),
    "trafilatura": ("xlate.documents",),
    "lxml": ("xlate.documents",),
    "docx": ("xlate.documents",),
    "markdown_it": ("xlate.documents",),
    "charset_normalizer": ("xlate.documents",),
    "openpyxl": ("xlate.spreadsheet",),
    "jinja2": ("xlate.report",),
    "pymorphy3": ("xlate.glossary",),
    "pytrovich": ("xlate.glossary",),
    "pg8000": ("xlate.memory.postgres",),
    "ray": ("xlate.batch.ray",),
}
NEVER = ("torch", "stanza", "spacy", "difflib", "pydantic", "requests")

LAYERS = [  # a module may import from its own layer and those below it
    ("xlate.cli",),
    ("xlate.batch",),
    ("xlate.records",),
    ("xlate.report",),
    ("xlate.verification",),
    ("xlate.comparison",),
    ("xlate.pipeline",),
    ("xlate.coverage",),
    (
        *("xlate.documents", "xlate.detection", "xlate.segmenting", "xlate.routing", "xlate.engines", "xlate.checks"),
        *("xlate.glossary", "xlate.memory", "xlate.alignment"),
    ),
    ("xlate.tmx", "xlate.recollection", "xlate.bitext"),
    (
        "xlate.packages",
        "xlate.similarity",
        "xlate.repetition",
        "xlate.settings",
        "xlate.transliteration",
        "xlate.spreadsheet",
        "xlate.lexicon",
    ),
    ("xlate.files", "xlate.model", "xlate.languages", "xlate.errors", "xlate.once", "xlate"),
]


def name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def layer(module: str) -> int:
    matches = [
        (len(prefix), number)
        for number, prefixes in enumerate(LAYERS)
        for prefix in prefixes
        if module == prefix or module.startswith(prefix + ".")
    ]
    return max(matches)[1]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_imports_upward(path: Path) -> None:
    if name(path) == "xlate":
        return  # the public API: its functions import what they call when they are called
    mine = layer(name(path))
    # An engine is built from the package it verifies: `verify` opens the model, and only then.
    allowed = {("xlate.packages.store", "xlate.engines.argos")}
    upward = [m for m in imports(path) if m.startswith("xlate") and layer(m) < mine and (name(path), m) not in allowed]
    assert not upward


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_library_has_one_owner(path: Path) -> None:
    for imported in imports(path):
        library = imported.split(".")[0]
        assert library not in NEVER, f"{name(path)} imports {library}"
        if library in OWNERS:
            assert name(path).startswith(OWNERS[library]), f"{name(path)} imports {library}"


@pytest.mark.parametrize("path", [p for p in MODULES if not name(p).startswith("xlate.cli")], ids=name)
def test_heavy_libraries_load_on_first_use(path: Path) -> None:
    heavy = set(OWNERS) & {imported.split(".")[0] for imported in imports(path, top_level_only=True)}
    assert not heavy


def test_core_is_standard_library_only() -> None:
    for module in ("model", "languages", "errors", "files"):
        outside = [
            m
            for m in imports(PACKAGE / f"{module}.py")
            if m.split(".")[0] not in sys.stdlib_module_names and not m.startswith("xlate")
        ]
        assert not outside


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['xlate', '--help']\n"
        "from xlate.cli.app import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(ast.literal_eval(shown.splitlines()[-1]))
    heavy = (set(OWNERS) | {"numpy", "torch", "stanza", "spacy", "sqlite3"}) - {"typer", "rich", "markdown_it"}
    assert not heavy & loaded


def test_the_public_api_loads_nothing() -> None:
    code = "import sys; before = set(sys.modules); import xlate; print(sorted(set(sys.modules) - before))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = {module.split(".")[0] for module in ast.literal_eval(shown)}
    assert not loaded - set(sys.stdlib_module_names) - {"xlate"}


def test_translation_loads_no_torch_stanza_or_spacy() -> None:
    code = (
        "import sys\n"
        "from xlate.pipeline import Translator\n"
        "from xlate.model import Block, BlockKind, Document\n"
        "document = Document('a', 'txt', (Block(BlockKind.PARAGRAPH, 'The minister arrived in Minsk on Monday.'),))\n"
        "translator = Translator()\n"
        "print(translator.translate([translator.prepare(document)], 'be')[0].units[0].target)\n"
        "print(sorted({m.split('.')[0] for m in sys.modules}))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"torch", "stanza", "spacy", "minisbd"} & set(ast.literal_eval(shown.splitlines()[-1]))
