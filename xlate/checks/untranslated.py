"""Text that was left in the source language: the whole segment, or a run of words in the middle of it.

Names stay in Latin letters in good translations ("Revlon, Essie and Dr. PawPaw", titles in quotation marks), so only
ordinary words count: those that begin with a small letter, outside titles and addresses.  Where both languages are
written in Cyrillic, a run is untranslated if it stands word for word in the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlate.checks.addresses import addresses
from xlate.checks.base import Pair
from xlate.checks.quotes import without_titles
from xlate.languages import script
from xlate.model import Finding, Severity, Span

RUN = {"Latn": 3, "Cyrl": 1}
"""Ordinary words of the source's script in one run.  On dev/news (1,007 segments a pair, 2026-11-23) no human
translation into Russian, Ukrainian or Belarusian has 3 Latin ones, none into English has a Cyrillic one."""

COMMON_RUN = 4
"""Ordinary words in one run that source and target share, both in one script.  On dev/news (ru-uk, ru-be, uk-be, 1,007
segments each, 2026-11-23) two human translations in 3,021 share 4, such as "поставлено на карту в"."""

TITLE = 8
"""Words; a longer quotation is somebody's speech, and has to be translated.  Guessed."""

ALIKE = 0.9
"""Likeness from which a target is the source again.  On dev/news (1,007 segments a pair, 2026-11-23) the most alike
human translations of 30 characters or more reach 0.84 (Russian and Ukrainian), 0.48 across scripts."""

SHORT = 30
"""Characters; a shorter segment may be a name, or the same in both languages: "ООН", "Нова Каховка".  Guessed."""

_WORDS = {"Latn": r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*", "Cyrl": r"[Ѐ-ӿ][Ѐ-ӿ'’ʼ-]*"}
_BETWEEN = r"[\s,.;:'\"“”()-]+(?:\d[\d.,:]*[\s,.;:]+)?"


class UntranslatedCheck:
    """Says that the target repeats the source, or has a run of its words."""

    name = "untranslated"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        if pair.source_language == pair.target_language:
            return
        whole = Span(0, len(pair.target))
        if score_copy(pair.source, pair.target) >= ALIKE and _can_tell(pair):
            yield Finding(self.name, Severity.ERROR, "the target repeats the source", Span(0, len(pair.source)), whole)
            return
        for span in left_over(pair):
            yield Finding(self.name, Severity.ERROR, f"left untranslated: {span.of(pair.target)}", target_span=span)


def left_over(pair: Pair) -> Iterator[Span]:
    """Stretches of the target that are still in the source language."""
    source_script, target_script = script(pair.source_language), script(pair.target_language)
    if source_script in RUN and source_script != target_script:
        found = foreign_runs(pair.target, source_script)
        yield from (span for span, n_words in found if n_words >= RUN[source_script])
    elif source_script == "Cyrl":
        span, n_words = common_run(pair.source, pair.target)
        if n_words >= COMMON_RUN:
            yield span


def score_copy(source: str, target: str) -> float:
    """How much of the source stands unchanged in the target, 0..1; below ``ALIKE`` it is not worked out."""
    from xlate.similarity import likeness

    return likeness(source.casefold().strip(), target.casefold().strip(), cutoff=ALIKE)


def foreign_runs(text: str, of_script: str) -> Iterator[tuple[Span, int]]:
    """Runs of words in a script, each with the number of its ordinary words; a capitalized word does not end a run."""
    for address in addresses(text):
        text = text[: address.span.start] + "|" * len(address.span) + text[address.span.end :]
    word = _WORDS[of_script]
    other_words = next(pattern for name, pattern in _WORDS.items() if name != of_script)
    for match in re.finditer(rf"(?<!\w){word}(?:{_BETWEEN}{word})*", without_titles(text, TITLE, other_words)):
        ordinary = [w for w in re.findall(word, match[0]) if w[0].islower() and len(w) > 1]
        if ordinary:
            yield Span(*match.span()), len(ordinary)


def common_run(source: str, target: str) -> tuple[Span, int]:
    """The run of Cyrillic words that both texts share with most ordinary ones: its span in the target, their number."""
    left = [match[0] for match in re.finditer(_WORDS["Cyrl"], source)]
    right = list(re.finditer(_WORDS["Cyrl"], target))
    best, most = Span(0, 0), 0
    lengths = [0] * (len(right) + 1)  # of the common run that ends at this word of the target
    for word in left:
        previous, lengths = lengths, [0] * (len(right) + 1)
        for j, match in enumerate(right):
            if word == match[0]:
                lengths[j + 1] = previous[j] + 1
                run = right[j - lengths[j + 1] + 1 : j + 1]
                n_ordinary = sum(w[0][0].islower() for w in run)
                if n_ordinary > most:
                    best, most = Span(run[0].start(), match.end()), n_ordinary
    return best, most


def _can_tell(pair: Pair) -> bool:
    """Whether the segment has words that have to change: long, or an ordinary word where the script changes."""
    if len(pair.source.strip()) >= SHORT and any(c.isalpha() for c in pair.source):
        source_script = script(pair.source_language)
        changes = source_script != script(pair.target_language)
        return not changes or source_script not in _WORDS or any(foreign_runs(pair.source, source_script))
    source_script = script(pair.source_language)
    if source_script == script(pair.target_language) or source_script not in _WORDS:
        return False
    return any(n_words >= RUN[source_script] for _, n_words in foreign_runs(pair.source, source_script))
