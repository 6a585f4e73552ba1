"""The gate: few false alarms on human translations, nearly all injected errors found.  Needs the development data."""

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from xlate.checks import run_checks

ROOT = Path(__file__).resolve().parent.parent.parent
DEV = Path(os.environ.get("XLATE_DEV", ROOT.parent / "shared/data/dev"))

pytestmark = pytest.mark.skipif(not (DEV / "news").is_dir(), reason="no development data")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("eval_checks", ROOT / "tools" / "eval_checks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("target", ["ru", "uk", "be"])
def test_numbers_gate(tool: ModuleType, target: str) -> None:
    pairs = tool.read_pairs(DEV, "en", target)
    found = run_checks(pairs, ["numbers"])
    assert len(pairs) == 1007
    assert sum(tool._loud(findings) for findings in found) / len(pairs) <= 0.01
    recall = tool._recall("numbers", pairs, found)
    assert recall["n_broken"] > 100
    assert recall["recall"] >= 0.95
