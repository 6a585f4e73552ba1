"""What every reader does to characters, so that offsets mean the same whatever the file was.

Text becomes NFC.  Line ends become ``\\n``; a form feed or U+2028 is a line end too, U+2029 ends a paragraph.
Control characters go, and so do characters that only steer layout: soft hyphens (a name must be found even where a
page says how to break it), zero-width spaces, byte-order marks inside the text.  Joiners and direction marks stay where
a script needs them (Persian verbs, an emoji family) and go between Latin or Cyrillic letters, where they are leftovers
of a web page.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\u180e\ufeff\ufff9-\ufffb]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_JOINER = re.compile("[\u200c\u200d]+")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_SPACES = re.compile(r"[^\S ]\s*| \s+")  # white space that is not a single space already
# A sentence that ends here, quotation marks and brackets behind it included: 'said so."'
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»“)\]]*$")
# Scripts whose spelling uses the joiners: Arabic to Indic, Khmer, Mongolian; and the emoji planes.
_JOINING = ((0x0600, 0x0DFF), (0x1780, 0x18AF), (0x2190, 0x2BFF), (0xFE0F, 0xFE0F), (0x1F000, 0x1FAFF))


def clean_text(text: str) -> str:
    """The text in NFC with ``\\n`` line ends and no control or layout characters; tabs and spaces stay."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = _INVISIBLE.sub("", _CONTROLS.sub("", text))
    if _JOINER.search(text):
        text = _JOINER.sub(_keep_joiner, text)
    if _DIRECTION.search(text) and not _RTL.search(text):
        text = _DIRECTION.sub("", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """One line of ``clean_text``: white space becomes single spaces; a no-break space alone ("10 000") stays."""
    return _SPACES.sub(_one_space, clean_text(text)).strip()


def split_breaks(lines: list[str]) -> list[str]:
    """Paragraphs from the parts between line breaks (``<br>``): parts belong together unless a sentence ends between.

    "Sports Palace, <br> Minsk" is one paragraph.  "He left.<br>She stayed." is two, and so are parts with an empty
    one between them.  White space is cleaned; empty parts are not returned.
    """
    paragraphs: list[str] = []
    joined = False
    for line in map(clean_line, lines):
        if joined and line and not _SENTENCE_END.search(paragraphs[-1]):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        elif line:
            paragraphs.append(line)
        joined = bool(line)
    return paragraphs


def clean_verbatim(text: str) -> str:
    """Code as it stood, without the empty lines around it and the spaces at line ends."""
    lines = [line.rstrip() for line in clean_text(text).expandtabs(4).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines).strip()


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence: "." "!" "?" "…", with quotation marks or brackets behind it."""
    return bool(_SENTENCE_END.search(text))


def fold(text: str) -> str:
    """A key by which two copies of a paragraph are the same: letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, text.casefold()))


def _one_space(found: re.Match[str]) -> str:
    run = found.group()
    return run[0] if run[0] in "\u00a0\u202f" and not run.strip("\u00a0\u202f") else " "


def _keep_joiner(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    return found.group()[0] if before and any(low <= ord(before) <= high for low, high in _JOINING) else ""
