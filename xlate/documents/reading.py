"""From a file to a Document: read, decode, parse, and take the boilerplate out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from xlate.documents.draft import Candidate, Draft
from xlate.documents.formats import format_named, format_of
from xlate.errors import InputError
from xlate.model import Block, BlockKind, Document, Metadata, RemovedBlock


def read_document(
    path: Path, *, format: str | None = None, keep_boilerplate: bool = False, encoding: str | None = None
) -> Document:
    """The article in a file.  InputError, with the way out, for all that is no readable article."""
    return read_bytes(_load(path), str(path), format=format, keep_boilerplate=keep_boilerplate, encoding=encoding)


def read_bytes(
    data: bytes,
    name: str,
    *,
    format: str | None = None,
    keep_boilerplate: bool = False,
    encoding: str | None = None,
) -> Document:
    """The article in the bytes of a file or of standard input; ``name`` goes into messages and the Document.

    ``format`` is a name or an extension; without it the name's extension decides, and without one the content.  With
    ``keep_boilerplate`` nothing is taken out: captions, menus and notices are blocks like the others.
    """
    chosen = format_named(format) if format else format_of(name, data)
    if not data.strip():
        raise InputError(f"{name} is empty.", "Name a file with an article in it.")
    draft = chosen.load().read(data, name, encoding)
    if not draft.candidates:
        raise InputError(f"{name} holds no text.", "Name a file with an article in it.")
    return _document(name, chosen.name, draft, keep_boilerplate=keep_boilerplate)


def _load(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise InputError(f"{path} is a folder, not a file.", "Name the files in it, for example with *.txt.") from None
    except PermissionError:
        raise InputError(f"{path} may not be read.", "Ask for permission, or copy the file.") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}).", "Copy it to a local folder first.") from None


def _document(name: str, format: str, draft: Draft, *, keep_boilerplate: bool) -> Document:
    from xlate.documents import boilerplate  # its many patterns, and not before a document is read

    reasons = boilerplate.find(draft.candidates, draft.metadata)
    if len(reasons) == len(draft.candidates):
        reasons = {}  # a page of nothing but notices: then they are what the user wants
    candidates = list(draft.candidates)
    if draft.guess_title:
        _promote_title(candidates, reasons)
    blocks = [candidate.block for candidate in candidates]
    metadata = _with_title(draft.metadata, blocks)
    if keep_boilerplate:
        return Document(name, format, tuple(blocks), metadata)
    kept = tuple(block for at, block in enumerate(blocks) if at not in reasons)
    removed = tuple(RemovedBlock(at, blocks[at], reason) for at, reason in sorted(reasons.items()))
    return Document(name, format, kept, metadata, removed)


def _promote_title(candidates: list[Candidate], reasons: dict[int, str]) -> None:
    """Make the first block that is no boilerplate the title, if it is a heading."""
    first = next(at for at in range(len(candidates)) if at not in reasons)
    if candidates[first].block.kind is BlockKind.HEADING:
        title = Block(BlockKind.TITLE, candidates[first].block.text, 1)
        candidates[first] = replace(candidates[first], block=title)


def _with_title(metadata: Metadata, blocks: list[Block]) -> Metadata:
    """The metadata with the title as it stands in the article: pages add the outlet's name to theirs."""
    title = next((block.text for block in blocks if block.kind is BlockKind.TITLE), "")
    return replace(metadata, title=title) if title else metadata
