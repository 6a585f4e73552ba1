"""From translated articles to statements: each sentence with its names, figures, dates, quotations and sources.

All of these are read in the language in which the article was written: a translation may lose or change them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from xlate.checks.numbers import mentions
from xlate.checks.numbers.mention import Kind, Mention
from xlate.checks.quotes import quotations
from xlate.comparison.dates import dates
from xlate.comparison.names import NameReader
from xlate.comparison.sources import sources
from xlate.comparison.story import Article, Date, Figure, Statement
from xlate.model import UNDETERMINED, BlockKind, Origin, TranslationResult, TranslationUnit

QUOTED_WORDS = 3  # shorter quotations are names and titles (guessed; the checks' own limit for titles is near it)
SMALLEST = 3  # number in words that counts as a figure: one and two come and go (guessed)
_NEXT_WORD = re.compile(r"\s?(?:%|[^\W\d_][^\s,.;:!?)»”\"]*)")
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


def article_of(result: TranslationResult) -> Article:
    """What the reader is told of an article."""
    document, metadata = result.document, result.document.metadata
    title = next((block.text for block in document.blocks if block.kind is BlockKind.TITLE), "")
    units = list(said(result))
    return Article(
        document.name,
        metadata.outlet or Path(document.name).stem.strip("<>"),
        metadata.title or title or (units[0].source if units else document.name),
        result.source_language,
        metadata.date,
        sum(len(unit.source.split()) for unit in units),
        len(units),
    )


def statements_of(article: int, result: TranslationResult, reader: NameReader) -> tuple[Statement, ...]:
    """The article's statements in order; segments without a letter are none."""
    published = result.document.metadata.date
    return tuple(
        _statement(article, number, unit, result, reader, published) for number, unit in enumerate(said(result))
    )


def said(result: TranslationResult) -> Iterator[TranslationUnit]:
    """The units that state something: those with a letter."""
    return (unit for unit in result.units if any(map(str.isalpha, unit.source)))


def _statement(
    article: int, number: int, unit: TranslationUnit, result: TranslationResult, reader: NameReader, published: str
) -> Statement:
    text, language = unit.source, unit.segment.language
    language = result.source_language if language == UNDETERMINED else language
    dated = dates(text, language, published)
    return Statement(
        article,
        number,
        text,
        language,
        unit.target,
        is_heading=result.document.blocks[unit.segment.block].kind in _HEADINGS,
        machine=unit.origin is Origin.MACHINE,
        names=reader.names(text, language),
        figures=tuple(_figures(text, language, dated)),
        dates=dated,
        quotations=tuple(_quotations(unit, result)),
        sources=sources(text, language),
    )


def _quotations(unit: TranslationUnit, result: TranslationResult) -> Iterator[str]:
    """What stands in quotation marks; of a quotation that goes on over several sentences, the part in this one."""
    block, segment = result.document.blocks[unit.segment.block].text, unit.segment.span
    for span in quotations(block).spans:
        quoted = block[max(span.start, segment.start) : min(span.end, segment.end)]
        if len(quoted.split()) >= QUOTED_WORDS:
            yield quoted.strip()


def _figures(text: str, language: str, dated: Sequence[Date]) -> Iterator[Figure]:
    for mention in mentions(text, language):
        in_date = any(mention.span.start < d.span.end and d.span.start < mention.span.end for d in dated)
        kinds = mention.kinds
        small = mention.optional and not mention.unit
        if in_date or kinds & {Kind.PHONE, Kind.MONTH} or (small and not _counts(mention)):
            continue
        is_time = Kind.CLOCK in kinds
        yield Figure(mention, mention.span.of(text) if is_time else _shown(text, mention), is_time)


def _counts(mention: Mention) -> bool:
    """A small number in words that is worth comparing: "three weeks", but not "one of them"."""
    return mention.telling and all(value >= SMALLEST for _, value in mention.exact)


def _shown(text: str, mention: Mention) -> str:
    start, end = mention.span.start, mention.span.end
    if text[:start][-1:] in tuple("$€£₴₽"):
        start -= 1
    following = _NEXT_WORD.match(text, end)
    return text[start : following.end() if following else end]
