"""Articles for the tests: as if translated, without any model."""

from __future__ import annotations

from collections.abc import Sequence

from xlate.model import (
    Block,
    BlockKind,
    Detection,
    Document,
    Metadata,
    Origin,
    Segment,
    Span,
    TranslationResult,
    TranslationUnit,
)

Told = tuple[str, str]
"""A sentence as written and in English."""

ENGLISH = (
    ("Barge hits bridge in Gomel", "Barge hits bridge in Gomel"),
    (
        "A barge loaded with 600 tonnes of gravel hit the old bridge over the Sozh on Tuesday.",
        "A barge loaded with 600 tonnes of gravel hit the old bridge over the Sozh on Tuesday.",
    ),
    (
        "The governor, Ivan Krupko, said that repairs would cost 2.5 million roubles.",
        "The governor, Ivan Krupko, said that repairs would cost 2.5 million roubles.",
    ),
    ("Nurses walked to work.", "Nurses walked to work."),
)
RUSSIAN = (
    (
        "Губернатор Иван Крупко оценил ремонт в 3 миллиона рублей.",
        "Governor Ivan Krupko put the repairs at 3 million roubles.",
    ),
    ("Троллейбусы не ходят.", "Trolleybuses do not run."),
    (
        "Во вторник баржа, гружённая 600 тоннами гравия, врезалась в старый мост через Сож.",
        "On Tuesday a barge loaded with 600 tonnes of gravel struck the old bridge across the Sozh.",
    ),
)


def article(name: str, language: str, told: Sequence[Told], outlet: str = "", date: str = "") -> TranslationResult:
    """An article whose first sentence is its title, translated into English."""
    kinds = [BlockKind.TITLE, *[BlockKind.PARAGRAPH] * len(told)]
    blocks = tuple(Block(kind, text) for kind, (text, _) in zip(kinds, told, strict=False))
    origin = Origin.COPIED if language == "en" else Origin.MACHINE
    units = tuple(
        TranslationUnit(Segment(i, Span(0, len(text)), text, language), english, origin)
        for i, (text, english) in enumerate(told)
    )
    document = Document(name, "txt", blocks, Metadata(outlet=outlet, date=date))
    return TranslationResult(document, Detection(language, 1.0), "en", units)


def two_articles() -> list[TranslationResult]:
    return [
        article("a.html", "en", ENGLISH, "The Monitor", "2026-11-18"),
        article("b.txt", "ru", RUSSIAN, "Вестник", "2026-11-18"),
    ]
