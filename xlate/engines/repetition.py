"""Decoders caught in a loop: «на на на на», "and the and the and the" - where the source does not repeat."""

from __future__ import annotations

MAX_PHRASE = 6  # words; longer loops show as text far too long
MIN_TIMES = 3  # "очень, очень" is style, three times in a row is a loop unless the source does it too
MAX_GROWTH, LEEWAY = (
    3.0,
    60,
)  # characters; human pairs reach 1.75 times + 60 (news and FLORES dev, n = 24,048, 2026-11-23)


def is_loop(target: str, source: str) -> bool:
    """Whether the target repeats a phrase in a row more often than the source does, or runs far beyond its length."""
    if len(target) > MAX_GROWTH * len(source) + LEEWAY:
        return True
    times = longest_run(target)
    return times >= MIN_TIMES and times > longest_run(source)


def longest_run(text: str) -> int:
    """How often in a row some phrase of 1..MAX_PHRASE words occurs at most; 1 if nothing repeats, 0 for no words."""
    words = [word.strip(".,;:!?…—–-\"'«»()").lower() for word in text.split()]
    words = [word for word in words if word]
    best = min(1, len(words))
    for size in range(1, MAX_PHRASE + 1):
        same = 0
        for i in range(size, len(words)):
            same = same + 1 if words[i] == words[i - size] else 0
            best = max(best, same // size + 1)
    return best
