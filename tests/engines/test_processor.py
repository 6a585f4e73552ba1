"""The instructions that CTranslate2 uses are the best that the processor has, unless the user says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from xlate.engines import processor

WITH = (
    "processor : 0\nflags\t\t: fpu avx2 avx512f avx512cd avx512vl avx512bw avx512dq\n\nprocessor : 1\nflags\t\t: fpu\n"
)


@pytest.mark.parametrize(
    ("described", "said", "used"),
    [
        (WITH, None, "AVX512"),
        (WITH.replace(" avx512dq", ""), None, None),
        ("Features : neon\n", None, None),
        (None, None, None),
        (WITH, "AVX2", "AVX2"),
    ],
)
def test_instructions(
    described: str | None, said: str | None, used: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cpuinfo"
    if described is not None:
        path.write_text(described, encoding="ascii")
    flags = processor._flags.__wrapped__(path)
    monkeypatch.setattr(processor, "_flags", lambda: flags)
    monkeypatch.delenv(processor.VARIABLE, raising=False)
    if said:
        monkeypatch.setenv(processor.VARIABLE, said)
    told = processor.arithmetic()
    assert os.environ.get(processor.VARIABLE) == used
    assert told.endswith(used or "auto")
