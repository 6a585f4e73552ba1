"""Checks on translated segments: what a reader should look at before trusting a translation.

    pairs  ->  run_checks  ->  findings for each pair

A check is one file with a pure score and a verdict on it; thresholds are constants that say where they come from.  The
registry loads a check on first use, so importing this package loads no check and no library.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module

from xlate.checks.base import Check, Pair
from xlate.errors import UsageError
from xlate.model import Finding

__all__ = ["CHECK_NAMES", "Check", "Pair", "load_check", "run_checks"]

# Findings come in this order, those that explain others first: an untranslated segment is also in the wrong language.
_REGISTRY = {
    "empty": "empty:EmptyCheck",
    "untranslated": "untranslated:UntranslatedCheck",
    "language": "language:LanguageCheck",
    "letters": "letters:LettersCheck",
    "length": "length:LengthCheck",
    "repetition": "repetition:RepetitionCheck",
    "numbers": "numbers:NumbersCheck",
    "urls": "urls:UrlsCheck",
    "punctuation": "punctuation:PunctuationCheck",
    "score": "score:ScoreCheck",
}
CHECK_NAMES = tuple(_REGISTRY)
"""All checks, in the order in which they run."""

_FOR_COPIED = frozenset({"empty", "numbers", "urls", "punctuation"})
"""Checks that make sense where the target was meant to equal the source."""

_FOR_EMPTY = frozenset({"empty"})
"""Checks that make sense on an empty target: that all its numbers are missing goes without saying."""


@cache
def load_check(name: str) -> Check:
    """The check of that name with its default settings; raises UsageError for an unknown one."""
    if name not in _REGISTRY:
        raise UsageError(f'There is no check "{name}".', f"The checks are: {', '.join(CHECK_NAMES)}.")
    module, attribute = _REGISTRY[name].split(":")
    check: Check = getattr(import_module(f"{__name__}.{module}"), attribute)()
    return check


def run_checks(pairs: Sequence[Pair], names: Sequence[str] | None = None) -> list[tuple[Finding, ...]]:
    """The findings of each pair, one tuple a pair; ``names`` limits the checks, None means all of them."""
    wanted = CHECK_NAMES if names is None else tuple(dict.fromkeys(names))
    checks = [load_check(name) for name in wanted]
    return [tuple(finding for check in checks if _applies(check, pair) for finding in check(pair)) for pair in pairs]


def _applies(check: Check, pair: Pair) -> bool:
    if pair.copied and check.name not in _FOR_COPIED:
        return False
    return bool(pair.target.strip()) or check.name in _FOR_EMPTY
