"""Builds what the segmenter knows of words at a joint without a stop: which open a sentence, which close one.

    python -m tools.build_lowercase_words .work/data ../shared/data/newswriting corpus/newswriting

Sources are folders, archives or files of parallel text as tools/build_profile.py takes them; of files with two columns
only those of PROSE are read.  For each of en, ru, uk and be comes words/LANGUAGE.joints.gz, lines of

    WORD <tab> OPENS <tab> CLOSES      in half bits; either may be missing

sorted by word, in lower case.  OPENS weighs how often the word opens a sentence against how often it has a capital
within one: a large number is a capital where the language has none ("Although", "Дипломаты"), while a title or the
first word of a name ("President", "Совет") gets a small one or none, and a word never seen in lower case has none.
CLOSES weighs how often a sentence stops after the word against how often it goes on; a line "-ной" speaks for all words
of that ending which have no number of their own.  `xlate.segmenting.evidence` reads the files.  Only counts are stored,
no text, and the same sources give the same bytes.  Development sets must not go in.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tools.build_profile import columns, read_sources
from xlate.languages import FOUR

PROSE = (
    "anki", "belapan", "belarus-legal", "bible", "bilinguator", "debian-webwml", "mlqe", "opensource-guide", "quran",
    "resistinua", "stellarium", "tatoeba", "tico19", "ud-pud", "udhr", "wesnoth", "xquad",
)  # fmt: skip
"""Files of running sentences.  Manuals and interfaces call things by capitalised names: click Save As."""

LEAST_LOWER = 2
"""Occurrences in lower case that make a word common; 3 loses up to one joint in twenty (2026-11-23)."""
UNSEEN_OPENS, UNSEEN_CAPITAL = 0.1, 0.3
"""What a word is given beside what was counted, so that "never" is no certainty; guessed."""
DAMPING = 5.0
"""Occurrences that the ending's answer is worth beside the word's own; guessed."""
ENDINGS = (0, 2, 3)
LEAST_ENDING = 10
"""Damped occurrences below which an ending has no line of its own; guessed."""
LEAST_OPENS = 6
"""Half bits from which OPENS is kept; words that never opened a sentence stay below."""
LEAST_COUNT, LEAST_DIFFERENCE = 6, 2
"""CLOSES is kept for a word counted so often whose own answer is so many half bits away from its ending's."""

_TWO_COLUMNS = re.compile(r"\.\w\w-\w\w\.tsv$")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_OPENING = "«“„\"'(—– "


class Counts:
    """How often each word form of one language, in lower case, stands where."""

    def __init__(self) -> None:
        self.lower: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()  # within a sentence
        self.opens: Counter[str] = Counter()
        self.closes: Counter[str] = Counter()
        self.goes_on: Counter[str] = Counter()
        self._seen: set[str] = set()

    def add(self, text: str) -> None:
        """Count one line, unless it was there before."""
        if text in self._seen:
            return
        self._seen.add(text)
        found = list(_WORD.finditer(text))
        titled = _in_title_case([match[0] for match in found])
        for match in found:
            word = match[0].lower().replace("’", "'").replace("ʼ", "'")
            if match[0][0].islower():
                self._count_lower(word, text[match.end() : match.end() + 3])
            elif not titled and (match[0][1:].islower() or len(word) == 1):
                self._count_capital(word, text[: match.start()][-40:])

    def _count_lower(self, word: str, after: str) -> None:
        self.lower[word] += 1
        bare = after.lstrip("»”\")'")
        if not bare or bare[0] in ".!?…":
            self.closes[word] += 1
        elif after[0].isspace() and after[1:2].isalpha():
            self.goes_on[word] += 1

    def _count_capital(self, word: str, before: str) -> None:
        bare = before.rstrip(_OPENING)
        if not bare or bare[-1] in ".!?…":
            self.opens[word] += 1
        elif before[-1].isspace() and (before[-2].isalnum() or before[-2] in ",;%)»”\"'"):
            self.capital[word] += 1


def _in_title_case(words: Sequence[str]) -> bool:
    """Whether most longer words have a capital: Killer Pig Mauls Chinese Farmer to Death."""
    longer = [word for word in words if len(word) > 3]
    return len(longer) >= 3 and 2 * sum(word[0].isupper() for word in longer) > len(longer)


def count_sources(paths: Iterable[Path], leave_out: Sequence[str] = ()) -> dict[str, Counts]:
    """Every language's counts over all sources; files whose name starts with one of ``leave_out`` are passed over."""
    counts = {language: Counts() for language in FOUR}
    for name, content in read_sources(paths):
        if (_TWO_COLUMNS.search(name) and not name.startswith(PROSE)) or name.startswith(tuple(leave_out)):
            continue
        for language, texts in columns(name, content).items():
            for text in texts:
                counts[language].add(text)
    return counts


def opening_bits(counts: Counts) -> dict[str, float]:
    """For each common word, the weight of its capital for a start against a name within a sentence."""
    starts, words = sum(counts.opens.values()), sum(counts.lower.values())
    return {
        word: math.log2((counts.opens[word] + UNSEEN_OPENS) / (counts.capital[word] + UNSEEN_CAPITAL) * words / starts)
        for word, lower in counts.lower.items()
        if lower >= LEAST_LOWER
    }


def closing_shares(counts: Counts) -> tuple[dict[str, float], Callable[[str], float]]:
    """The share of occurrences that close a sentence: of each ending ("-ной"), and of any word."""
    closing, all_in_all = _by_ending(counts.closes), _by_ending(counts.goes_on)
    all_in_all.update(closing)
    shares: dict[str, float] = {"": closing[""] / max(all_in_all[""], 1)}
    known = [ending for ending, count in all_in_all.items() if ending and count >= LEAST_ENDING]
    for ending in sorted(known, key=lambda ending: (len(ending), ending)):
        above = shares.get(ending[1:], shares[""])
        shares[ending] = (closing[ending] + DAMPING * above) / (all_in_all[ending] + DAMPING)

    def of_word(word: str) -> float:
        closes = counts.closes[word]
        return (closes + DAMPING * of_ending(shares, word)) / (closes + counts.goes_on[word] + DAMPING)

    return shares, of_word


def _by_ending(words: Counter[str]) -> Counter[str]:
    """Counts by ending, damped by the square root, so that one frequent word does not speak for its ending."""
    found: Counter[str] = Counter()
    for word, count in words.items():
        for length in ENDINGS:
            if len(word) > length + 1:
                found[word[len(word) - length :] if length else ""] += round(100 * math.sqrt(count))
    return Counter({ending: max(1, count // 100) for ending, count in found.items()})


def of_ending(shares: dict[str, float], word: str) -> float:
    """What the word's longest known ending says."""
    return next(
        shares[word[-length:] if length else ""]
        for length in sorted(ENDINGS, reverse=True)
        if not length or (len(word) > length + 1 and word[-length:] in shares)
    )


def rows(counts: Counts) -> Iterator[str]:
    """The lines of a language's file."""
    opens = {word: _half(bits) for word, bits in opening_bits(counts).items() if _half(bits) >= LEAST_OPENS}
    shares, share = closing_shares(counts)
    closes = {f"-{ending}": _half(_odds(value)) for ending, value in shares.items()}
    for word, lower in counts.lower.items():
        own = _half(_odds(share(word)))
        if lower >= LEAST_COUNT and abs(own - _half(_odds(of_ending(shares, word)))) >= LEAST_DIFFERENCE:
            closes[word] = own
    for word in sorted(opens.keys() | closes.keys()):
        yield f"{word}\t{opens.get(word, '')}\t{closes.get(word, '')}\n"


def _half(bits: float) -> int:
    return round(2 * bits)


def _odds(share: float) -> float:
    return math.log2(max(share, 1e-5) / max(1 - share, 1e-5))


def build(sources: Iterable[Path], out: Path, leave_out: Sequence[str] = ()) -> list[Path]:
    """Write the four files into ``out``; the paths written."""
    written = []
    for language, counts in count_sources(sources, leave_out).items():
        path = out / f"{language}.joints.gz"
        path.write_bytes(gzip.compress("".join(rows(counts)).encode(), 9, mtime=0))
        written.append(path)
    return written


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and say how large the files became."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sources", nargs="+", type=Path, help="archives, folders or files of TSV")
    parser.add_argument("--out", type=Path, default=Path("xlate/data/words"), help="the package's folder of word lists")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="NAME", help="beginnings of file names")
    options = parser.parse_args(arguments)
    for path in build(options.sources, options.out, options.leave_out):
        print(f"{path}\t{path.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
