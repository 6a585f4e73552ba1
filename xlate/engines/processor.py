"""The processor's instructions that CTranslate2 is to use.

It takes AVX2 where it finds nothing said, also on processors with AVX-512, on which its own AVX-512 code decodes the
bundled model in 0.86 of the CPU time (250 sentences of the news development set into Russian, best of six runs,
Xeon with AVX-512 VNNI, 2026-11-29).  Rounding differs a little between the two, and so do a few words in a thousand.
"""

from __future__ import annotations

import os
import platform
from functools import cache
from pathlib import Path

VARIABLE = "CT2_FORCE_CPU_ISA"  # CTranslate2 reads it when it first computes; what the user set stands
_AVX512 = {"avx512f", "avx512cd", "avx512vl", "avx512bw", "avx512dq"}  # what its AVX-512 code asks for


def use_best_instructions() -> None:
    """To be called before CTranslate2 is imported."""
    if VARIABLE not in os.environ and _flags() >= _AVX512:
        os.environ[VARIABLE] = "AVX512"


def arithmetic() -> str:
    """What decides how results are rounded: machines that say the same here translate alike."""
    use_best_instructions()
    return f"{platform.machine()} {os.environ.get(VARIABLE, 'auto')}"


@cache
def _flags(described: Path = Path("/proc/cpuinfo")) -> frozenset[str]:
    """The processor's abilities; none where the system has no such file."""
    try:
        lines = described.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return frozenset()
    return frozenset(next((line for line in lines if line.startswith("flags")), "").split()[2:])
