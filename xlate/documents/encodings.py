"""From bytes to text: which encoding a file is in.

The order, and what breaks if a step moves:

1. what the user says (``--encoding``): the way out when a guess is wrong;
2. a byte-order mark;
3. UTF-16 without a mark: its NUL bytes would make it a binary file further down;
4. UTF-8: hardly any other text is valid UTF-8 by chance, while pages with a wrong ``<meta charset>`` are common;
5. what the file declares (``<meta charset>``), unless it reads much worse than the best guess;
6. the most plausible of the 8-bit encodings that Cyrillic and western files are found in;
7. charset-normalizer for all others (Greek, Chinese): it is weak on short Cyrillic, so it comes last.
"""

from __future__ import annotations

import codecs

from xlate.documents.cleaning import clean_text
from xlate.documents.letters import plausibility
from xlate.documents.refusals import refuse_binary, refuse_nul
from xlate.errors import InputError

CANDIDATES = ("cp1251", "koi8-u", "koi8-r", "cp1252", "iso-8859-5", "cp866", "mac-cyrillic")
"""8-bit encodings that are compared; of equals the first wins (koi8-u reads all that koi8-r does, and more letters)."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes from the first one outside ASCII on: enough to tell, quick on large files
_RARITY = {"iso-8859-5": 0.02, "cp866": 0.04, "mac-cyrillic": 0.08}  # taken off: of near equals the common one; guessed
# Plausibility below which charset-normalizer is asked.  Sentences in cp1251 and koi8-u score 0.66 and more (99 of 100),
# wrong readings -0.56 in the median (dev/news ru uk be, 200 lines each, 2026-11-23); the threshold between is guessed.
_LIKELY = 0.3
_ENOUGH = 16  # characters outside ASCII from which on charset-normalizer is asked; guessed
_DECLARED_BONUS = 0.3  # guessed: a declaration wins over small differences


def decode(data: bytes, name: str, encoding: str | None = None, *, declared: str = "") -> str:
    """The clean text (NFC, ``\\n`` line ends) of a text file; ``declared`` is a charset that the file itself names.

    Raises InputError for binary files and where no encoding gives a plausible text.
    """
    return clean_text(_decode(data, name, encoding, declared))


def decode_lines(data: bytes, name: str, encoding: str | None = None) -> list[str]:
    """The clean lines of a text file, as line feeds part them: form feeds and lone carriage returns are spaces here.

    What ``wc -l`` and other programs call line 7 is line 7; the last line may lack its line feed.
    """
    text = _decode(data, name, encoding, "").removeprefix("\ufeff")
    lines = text.removesuffix("\n").split("\n") if text else []
    return [" ".join(clean_text(line.removesuffix("\r")).split("\n")) for line in lines]


def _decode(data: bytes, name: str, encoding: str | None, declared: str) -> str:
    refuse_binary(data, name)
    if encoding:
        return _decode_as(data, name, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, errors="replace")
    if wide := _unmarked_utf16(data):
        return data.decode(wide, errors="replace")
    refuse_nul(data, name)
    text = _utf8(data)
    return _guess(data, name, declared) if text is None else text


def _decode_as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise InputError(
            f'{name}: there is no encoding "{encoding}".', f"Common ones: utf-8, utf-16, {', '.join(CANDIDATES)}."
        ) from None
    except UnicodeError as error:
        raise InputError(
            f"{name} is not in {encoding} ({error}).", "Leave the encoding out and let xlate find it, or name another."
        ) from None


def _unmarked_utf16(data: bytes) -> str:
    """``"utf-16-le"`` or ``"utf-16-be"`` where every other byte is NUL (Latin) or 4 (Cyrillic), else ``""``."""
    sample = data[:4096]
    if len(sample) < 4:
        return ""
    even, odd = (_high_byte_share(sample[start::2]) for start in (0, 1))
    if max(even, odd) < 0.7 or min(even, odd) > 0.2:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _high_byte_share(sample: bytes) -> float:
    return (sample.count(0) + sample.count(4)) / len(sample)


def _utf8(data: bytes) -> str | None:
    """UTF-8 text, a damaged character in it forgiven where there are twenty good ones for each (a cut-off file)."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    n_bad = text.count("\ufffd")
    n_good = sum(char > "\x7f" for char in text) - n_bad
    return text if n_good >= 20 * n_bad else None


def _guess(data: bytes, name: str, declared: str) -> str:
    first = next(at for at, byte in enumerate(data) if byte > 0x7F)
    start = max(0, first - 40)
    sample = data[start : start + _SAMPLE]
    scores = {codec: score for codec in CANDIDATES if (score := _score(sample, codec)) is not None}
    best = max(scores, key=scores.__getitem__, default="")
    claimed = _score(sample, declared) if declared else None
    if claimed is not None and (not best or claimed + _DECLARED_BONUS >= scores[best]):
        return data.decode(declared, errors="replace")
    if best and scores[best] >= _LIKELY:
        return data.decode(best, errors="replace")
    return _any_encoding(data, name, sample, best)


def _score(sample: bytes, codec: str) -> float | None:
    """Plausibility of the sample in the encoding; None where the encoding is unknown or has no such bytes."""
    try:
        return plausibility(sample.decode(codec)) - _RARITY.get(codec, 0.0)
    except LookupError:
        return None
    except UnicodeDecodeError as error:
        # A multi-byte character cut by the sample's end is no fault; byte 0x98 in "cp1251" is.
        return plausibility(sample[: error.start].decode(codec)) if error.start > len(sample) - 4 > 60_000 else None


def _any_encoding(data: bytes, name: str, sample: bytes, best: str) -> str:
    from charset_normalizer import from_bytes

    few = sum(byte > 0x7F for byte in sample) < _ENOUGH
    match = None if best and few else from_bytes(sample).best()
    codec = match.encoding if match else best
    if not codec:
        raise InputError(f"{name}: cannot tell the encoding of this file.", "Name it, for example --encoding cp1251.")
    return data.decode(codec, errors="replace")
