"""What translations write for a name: the target name that stands where the source name stands, and nowhere else.

For each source name, the capitalised runs of the targets (up to four words) are counted by stem, and scored by the
Dice coefficient: 2 · both / (source + target).  Likeness to the transliteration breaks near-ties, so that "Minsk" does
not become «Лукашэнка» in texts where both always stand together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from xlate.glossary.function_words import FUNCTION_WORDS
from xlate.glossary.mining.candidates import N_CONTEXTS, names_in
from xlate.glossary.mining.lemma import lemma_of, stem
from xlate.glossary.transliteration import suggest
from xlate.similarity import likeness

MAX_WORDS = 4
_FOLLOWING = re.compile(r" ([^\W\d_]{3,})")
LIKE_WEIGHT = 0.4
"""Share of the transliteration in the score; guessed, and looked at on the news corpus (en-be, 2026-11-29)."""
LEAST_SCORE = 0.35  # below, a target is a chance neighbour; guessed


@dataclass(frozen=True, slots=True)
class Target:
    """A target name: its lemma, in how many pairs it stood for the source name, and how sure that is (0..1)."""

    lemma: str
    count: int
    score: float
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mined:
    """A source name with what was written for it, the likeliest first."""

    name: str
    count: int
    targets: tuple[Target, ...]
    contexts: tuple[str, ...]

    @property
    def disputed(self) -> bool:
        """Two targets are nearly as likely, each seen more than once: translators disagree."""
        good = [target for target in self.targets if target.count > 1]
        return len(good) > 1 and good[1].count >= 0.25 * good[0].count


def mine(pairs: Iterable[tuple[str, str]], source: str, target: str, least: int = 2) -> list[Mined]:
    """Names seen in at least ``least`` pairs, the most frequent first; without targets where nothing was sure."""
    seen: Counter[str] = Counter()
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    both: dict[str, Counter[str]] = defaultdict(Counter)
    contexts: dict[str, list[str]] = defaultdict(list)
    for left, right in pairs:
        names = {stem(span.of(left), source): span.of(left) for span, _ in names_in(left, source)}
        runs = _runs(right, target)
        totals.update(runs.keys())
        for key, surface in runs.items():
            forms[key][surface] += 1
        for key, name in names.items():
            seen[key] += 1
            surfaces[key][name] += 1
            both[key].update(runs.keys())
            if len(contexts[key]) < N_CONTEXTS:
                contexts[key].append(f"{left} | {right}")
    found = []
    for key, count in seen.items():
        if count >= least:
            name = lemma_of(surfaces[key], source)
            targets = _targets(name, count, both[key], totals, forms, (source, target))
            found.append(Mined(name, count, tuple(targets), tuple(contexts[key])))
    return sorted(found, key=lambda mined: (-mined.count, mined.name))


def _runs(text: str, language: str) -> dict[str, str]:
    """Every part of every capitalised run, by stem; also with the common noun after it («Белы дом»)."""
    found: dict[str, str] = {}
    for span, _ in names_in(text, language):
        words = span.of(text).split()
        following = _FOLLOWING.match(text, span.end)
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + MAX_WORDS) + 1):
                run = " ".join(words[start:end])
                if words[start][:1].isupper() and words[end - 1][:1].isupper():
                    found.setdefault(stem(run, language), run)
        if following and following[1] not in FUNCTION_WORDS.get(language, ()):
            run = f"{words[-1]} {following[1]}"
            found.setdefault(stem(run, language), run)
    return found


def _targets(
    name: str,
    count: int,
    both: Counter[str],
    totals: Counter[str],
    forms: dict[str, Counter[str]],
    pair: tuple[str, str],
) -> list[Target]:
    spelt = [stem(suggestion.text, pair[1]) for suggestion in suggest(name, *pair)]
    scored = []
    for key, together in both.most_common(30):
        dice = 2 * together / (count + totals[key])
        like = max((likeness(key, one) for one in spelt), default=0.0)
        words = len(key.split())
        if words > 1 and " " not in name and next(iter(forms[key])).split()[-1][0].islower():
            continue  # "Слонім пасля": a common noun only belongs to names of several words
        score = (1 - LIKE_WEIGHT) * dice + LIKE_WEIGHT * like - 0.02 * abs(words - len(name.split()))
        if score >= LEAST_SCORE and (together > 1 or count == 1 or like > 0.6):
            scored.append((score, together, key))
    scored.sort(key=lambda item: (-item[0], item[2]))
    if not scored:
        return []
    hints = [suggestion.text for suggestion in suggest(name, *pair)]
    best = scored[0]
    kept = [best, *(item for item in scored[1:3] if _other_name(item[2], best[2]) and item[0] > 0.5 * best[0])]
    return [
        Target(lemma_of(forms[key], pair[1], hints[0] if hints else ""), together, round(score, 3), tuple(forms[key]))
        for score, together, key in kept
    ]


def _other_name(left: str, right: str) -> bool:
    """Not just a part of the other, or the other with a word more."""
    return not (set(left.split()) & set(right.split()))
