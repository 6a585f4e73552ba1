"""An item's content, its hash, and the document made of it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from xlate.batch.plan import Item
from xlate.documents import read_bytes, render_document
from xlate.errors import InputError
from xlate.model import Block, Document, RemovedBlock, TranslationResult
from xlate.settings import Settings

Parts = tuple[tuple[str, int, int], ...]
"""Fields and the half-open ranges of blocks that hold their text."""


@dataclass(frozen=True, slots=True)
class Content:
    """What an item holds, and its hash (empty if it cannot be read): a file's bytes; a record brings its texts along.

    ``is_read`` is false where only the hash is known, from an earlier run.
    """

    digest: str
    data: bytes = b""
    is_read: bool = False


def read_content(item: Item) -> Content:
    """The content with its hash; InputError if it cannot be read."""
    if item.record is not None:
        facts = [str(item.record.error or ""), item.record.texts]
        return Content(hashlib.sha256(json.dumps(facts).encode()).hexdigest(), is_read=True)
    try:
        data = item.path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{item.name}: no such file.", "Check the spelling, or put the name in quotes.") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{item.name}: cannot be read ({error}).", "Check its permissions.") from error
    return Content(hashlib.sha256(data).hexdigest(), data, is_read=True)


def read_item(item: Item, content: Content, settings: Settings, format: str = "") -> tuple[Document, Parts]:
    """The article, and where each field of a record lies in it; InputError if there is none."""
    keep = settings.keep_boilerplate
    if item.record is None:
        encoding = settings.encoding or None
        document = read_bytes(content.data, item.name, format=format or None, keep_boilerplate=keep, encoding=encoding)
        return document, (("text", 0, len(document.blocks)),)
    blocks: list[Block] = []
    removed: list[RemovedBlock] = []
    parts = []
    for field, text in item.record.texts:
        if text.strip():
            part = read_bytes(text.encode(), item.name, format="txt", keep_boilerplate=keep, encoding="utf-8")
            parts.append((field, len(blocks), len(blocks) + len(part.blocks)))
            shift = len(blocks) + len(removed)
            blocks += part.blocks
            removed += [replace(block, position=block.position + shift) for block in part.removed]
    return Document(item.name, "txt", tuple(blocks), removed=tuple(removed)), tuple(parts)


def field_texts(result: TranslationResult, parts: Parts) -> dict[str, str]:
    """The translation as plain text, field by field."""
    targets = result.block_targets()
    texts = {}
    for field, start, stop in parts:
        part = replace(result.document, blocks=result.document.blocks[start:stop], removed=())
        texts[field] = render_document(part, targets[start:stop], "txt").decode().strip()
    return texts
