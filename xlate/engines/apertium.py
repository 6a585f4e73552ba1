"""Apertium, the rule-based engine, when its programs are installed: be<->ru, uk<->ru and any other installed pair.

Debian's apertium-tagger aborts (bad_alloc) on the models of apertium-bel-rus and apertium-rus-ukr.  Their constraint
grammar has done most of the disambiguation by then, so that step is replaced by ``cg-proc -1 -n``: the first reading
that the grammar left.  Words that Apertium marks (*unknown, @untranslated, #ungenerated) come out without the mark.
"""

from __future__ import annotations

import hashlib
import re
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from xlate import languages
from xlate.engines import DEFAULT, Decoding, Progress
from xlate.errors import EngineError, NoRoute
from xlate.model import Hypothesis, Leg

MODES = Path("/usr/share/apertium/modes")
INSTALL_HINT = "Install the programs: apt install apertium apertium-bel-rus apertium-rus-ukr"
CALL_TEXTS = 500  # texts a run of the pipeline: start-up (0.5 s) is spread, the progress bar moves
TIMEOUT_S = 300

_MARK = re.compile("[*@#]")
# A text's own signs ("#freedom", "*see below") travel as private characters, so that every sign left is Apertium's.
_HIDDEN = str.maketrans("*@#", "\ue000\ue001\ue002")
_RESTORED = str.maketrans("\ue000\ue001\ue002", "*@#")
_SPACE = re.compile(r"\s+")


class ApertiumEngine:
    """Apertium's installed modes ``xxx-yyy`` between languages that xlate knows."""

    name = "apertium"

    def __init__(self, modes: Path = MODES) -> None:
        self._folder = modes

    @cached_property
    def _modes(self) -> dict[Leg, Path]:
        if not shutil.which("lt-proc") or not shutil.which("apertium-destxt"):
            return {}
        modes = {}
        for path in sorted(self._folder.glob("*-*.mode")):
            source, _, target = path.stem.partition("-")
            if "_" not in target and "-" not in target and languages.known(source) and languages.known(target):
                leg = Leg(languages.canonical(source), languages.canonical(target), self.name, path.stem)
                modes[leg] = path
        return modes

    def legs(self) -> tuple[Leg, ...]:
        return tuple(self._modes)

    def translate(
        self, leg: Leg, texts: Sequence[str], decoding: Decoding = DEFAULT, progress: Progress | None = None
    ) -> list[tuple[Hypothesis, ...]]:
        steps = self._steps(leg)
        hypotheses: list[tuple[Hypothesis, ...]] = []
        for start in range(0, len(texts), CALL_TEXTS):
            call = [_SPACE.sub(" ", text).strip().translate(_HIDDEN) for text in texts[start : start + CALL_TEXTS]]
            outputs = iter(_run_texts([text for text in call if text], steps))
            hypotheses += [(_unmark(next(outputs)) if text else Hypothesis(""),) for text in call]
            if progress:
                progress(len(call))
        return hypotheses

    def fingerprint(self, leg: Leg) -> str:
        stamp = [f"{path.name}:{path.stat().st_size}" for step in self._steps(leg) for path in _files(step)]
        return hashlib.sha256("|".join(stamp).encode()).hexdigest()[:12]

    def _steps(self, leg: Leg) -> list[list[str]]:
        if leg not in self._modes:
            raise NoRoute(f"Apertium has no pair {leg.source}-{leg.target} here.", INSTALL_HINT)
        pipeline = self._modes[leg].read_text(encoding="utf-8")
        steps = [shlex.split(step.replace("$1", "-g").replace("$2", "")) for step in pipeline.strip().split("|")]
        return [["apertium-destxt"], *(_mended(step, leg.model) for step in steps), ["apertium-retxt"]]


def _mended(step: list[str], mode: str) -> list[str]:
    """The step, or ``cg-proc`` in place of a tagger whose pair has a constraint grammar."""
    if Path(step[0]).name != "apertium-tagger":
        return step
    grammar = Path(step[-1]).with_name(f"{mode}.rlx.bin")
    return ["cg-proc", "-1", "-n", str(grammar)] if grammar.is_file() else step


def _files(step: list[str]) -> list[Path]:
    return [Path(argument) for argument in step[1:] if Path(argument).is_file()]


def _run_texts(texts: list[str], steps: list[list[str]]) -> list[str]:
    """Translate the texts in one run of the pipeline; one by one should their borders get lost on the way."""
    if not texts:
        return []
    outputs = _run("\n\n".join(texts), steps).split("\n\n")
    if len(outputs) == len(texts) and all(output.strip() for output in outputs):
        return outputs
    if len(texts) == 1:
        return [_SPACE.sub(" ", " ".join(outputs))]
    middle = len(texts) // 2
    return _run_texts(texts[:middle], steps) + _run_texts(texts[middle:], steps)


def _run(text: str, steps: list[list[str]]) -> str:
    data = text.encode()
    for step in steps:
        try:
            finished = subprocess.run(step, input=data, capture_output=True, timeout=TIMEOUT_S, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise EngineError(f"Apertium's step {step[0]} failed: {error}.", INSTALL_HINT) from error
        if finished.returncode:
            reason = finished.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
            raise EngineError(f"Apertium's step {step[0]} ended with {finished.returncode}: {reason[0]}", INSTALL_HINT)
        data = finished.stdout
    return data.decode(errors="replace").rstrip("\n")


def _unmark(output: str) -> Hypothesis:
    """The text without Apertium's marks; the score is the share of words without one."""
    text, marks = _MARK.subn("", output)
    words = max(1, len(text.split()))
    return Hypothesis(text.translate(_RESTORED).strip(), max(0.0, 1 - marks / words))
