"""What the checks of `xlate.checks` find in a bead: numbers by value, untranslated text, repetition, length ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xlate.checks import Pair, run_checks
from xlate.coverage.finding import Kind, Note
from xlate.coverage.sides import Couple
from xlate.model import Finding, Severity

_KINDS = {
    "untranslated": Kind.UNTRANSLATED,
    "language": Kind.LANGUAGE,
    "letters": Kind.FORM,
    "length": Kind.LENGTH,
    "repetition": Kind.REPETITION,
    "numbers": Kind.NUMBER,
    "urls": Kind.FORM,
    "punctuation": Kind.FORM,
}
_ONE_LANGUAGE = ("numbers", "urls", "repetition")  # what can be told of two versions in one language

LIKELIHOOD = {Severity.INFO: 0.3, Severity.WARNING: 0.6, Severity.ERROR: 0.9}
"""Of a check's finding by its severity.  An ERROR of the number check is right in about nine of ten cases where one
number in twenty was changed: recall 0.99, alarms on 0.5 % of human translations (README, dev/news, 2026-11-23)."""

SPELT_OUT = 0.3
"""Likelihood that a number in words that was added is a mistake.  Of 5 in human translations of dev/news (en-ru, en-uk,
1,210 segments, 2026-11-29) 1 was."""

FORM_SEVERITY = Severity.INFO
"""A bracket or a letter that looks like another is no matter of completeness."""


def check_checks(couple: Couple) -> Iterator[Note]:
    """The findings of the checks as notes."""
    names = _ONE_LANGUAGE if couple.same_language else tuple(_KINDS)
    pair = Pair(couple.source.text, couple.target.text, couple.source_language, couple.target_language)
    for finding in run_checks([pair], names)[0]:
        note = _note(finding)
        yield replace(note, severity=Severity.INFO, likelihood=SPELT_OUT) if _explains(finding, couple) else note


def _explains(finding: Finding, couple: Couple) -> bool:
    """A number in words that only the translation has: "13:10" is «на четырнадцатой минуте (13:10)»."""
    if finding.check != "numbers" or finding.source_span is not None or finding.target_span is None:
        return False
    return not any(map(str.isdigit, finding.target_span.of(couple.target.text)))


def _note(finding: Finding) -> Note:
    kind = _KINDS[finding.check]
    severity = min(finding.severity, FORM_SEVERITY) if kind is Kind.FORM else finding.severity
    if kind is Kind.NUMBER and finding.message.startswith("month"):
        kind = Kind.DATE
    return Note(
        kind,
        severity,
        LIKELIHOOD[severity],
        finding.message,
        () if finding.source_span is None else (finding.source_span,),
        () if finding.target_span is None else (finding.target_span,),
    )
