"""What a TMX translation unit holds, element by element."""

from __future__ import annotations

from dataclasses import dataclass, field

Attributes = tuple[tuple[str, str], ...]
"""Attributes in the order of the file; ``xml:lang`` under that name."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A ``<prop>`` or a ``<note>``; a prop's type is among its attributes."""

    element: str
    text: str
    attributes: Attributes = ()

    @classmethod
    def prop(cls, kind: str, text: str) -> Remark:
        return cls("prop", text, (("type", kind),))

    @property
    def kind(self) -> str:
        """The type of a prop, or ``"note"``."""
        return dict(self.attributes).get("type", "") if self.element == "prop" else "note"


@dataclass(frozen=True, slots=True)
class Variant:
    """A ``<tuv>``: the segment in one language, as the file writes the code.

    ``markup`` is the segment with its inline codes as XML, empty if it has none; ``text`` is what a reader sees.
    """

    language: str
    text: str
    attributes: Attributes = ()
    remarks: tuple[Remark, ...] = ()
    markup: str = ""


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """A ``<tu>``; ``source_language`` is its own or the file's, ``"*all*"`` if any may be the source.

    ``line`` is where it begins in the file that it was read from.
    """

    variants: tuple[Variant, ...]
    source_language: str = "*all*"
    attributes: Attributes = ()
    remarks: tuple[Remark, ...] = ()
    line: int = field(default=0, compare=False, repr=False)

    def remark(self, kind: str) -> str:
        """The text of the first prop of that type, or of the first note; empty if there is none."""
        return next((remark.text for remark in self.remarks if remark.kind == kind), "")


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself: attributes, ``<prop>`` and ``<note>``, and ``<ude>`` (characters) as XML."""

    attributes: Attributes = ()
    remarks: tuple[Remark, ...] = ()
    characters: str = ""
