"""The pipeline's door to the glossary: one termbase for all texts, and further terms that come with a text."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from xlate.glossary.enforcement import Decode, Draft, Enforced, Enforcer
from xlate.glossary.enforcement.expectation import Expectation, Expectations
from xlate.glossary.termbase import Termbase


class Names:
    """Enforces a termbase; tables are made once for each language pair."""

    def __init__(self, termbase: Termbase) -> None:
        self.termbase = termbase
        self._expectations: dict[tuple[Termbase, str, str], Expectations] = {}
        self._enforcers: dict[tuple[str, str], Enforcer] = {}

    def translate(
        self,
        pair: tuple[str, str],
        texts: Sequence[tuple[str, Termbase | None]],
        decode: Decode,
        again: Decode,
    ) -> list[Enforced]:
        """One translation a text, names put right.  A text's own terms go before those of the termbase.

        ``decode`` is given every text once; what is wanted beyond that is asked of ``again``.
        """
        expected = [self.expected(pair, text, own) for text, own in texts]
        if pair not in self._enforcers:
            self._enforcers[pair] = Enforcer(*pair)
        named = [number for number, names in enumerate(expected) if names]
        plain = [number for number, names in enumerate(expected) if not names]
        made: dict[int, Enforced] = {}
        if named:
            beams = deque(decode([texts[number][0] for number in named], attention=True))
            drafts = (Draft(texts[number][0], expected[number], beams.popleft()) for number in named)
            made.update(zip(named, self._enforcers[pair].enforce(drafts, again), strict=True))
        if plain:
            found = decode([texts[number][0] for number in plain])
            made.update(
                (number, Enforced(beam[0].text, beam[0].score)) for number, beam in zip(plain, found, strict=True)
            )
        return [made[number] for number in range(len(texts))]

    def expected(self, pair: tuple[str, str], text: str, own: Termbase | None = None) -> tuple[Expectation, ...]:
        """What the names in ``text`` ask of its translation, in text order."""
        shared = self._of(self.termbase, pair).of_text(text) if self.termbase else ()
        if not own:
            return shared
        first = [replace(expectation, forced=True) for expectation in Expectations(own, *pair).of_text(text)]
        taken = [expectation.match.span for expectation in first]
        rest = [e for e in shared if not any(e.match.span.start < t.end and t.start < e.match.span.end for t in taken)]
        return tuple(sorted((*first, *rest), key=lambda expectation: expectation.match.span.start))

    def _of(self, termbase: Termbase, pair: tuple[str, str]) -> Expectations:
        if (termbase, *pair) not in self._expectations:
            self._expectations[termbase, *pair] = Expectations(termbase, *pair)
        return self._expectations[termbase, *pair]
