"""What the English around a name says about its case.

English has no cases but a strict order: who stands before the verb is the subject, who stands after it the object, and
prepositions say the rest.  "told X" is a dative, "by X" an instrumental, "X's" a genitive.  The cue is used where the
translation itself does not tell: a preposition in the target always goes first.
"""

from __future__ import annotations

import re

from xlate.glossary.concept import Case, Kind
from xlate.model import Span

_N, _G, _D, _A, _I, _L = (case for case in Case if case is not Case.VOCATIVE)

_PREPOSITIONS: dict[str, tuple[Case, ...]] = {
    "of": (_G,), "from": (_G,), "for": (_G,), "without": (_G,), "against": (_G,), "near": (_G, _I), "after": (_G,),
    "until": (_G,), "except": (_G,), "around": (_G,), "instead": (_G,), "with": (_I,), "by": (_I,), "between": (_I,),
    "over": (_I,), "under": (_I,), "behind": (_I,), "before": (_I,), "outside": (_I, _G), "to": (_D, _A, _G),
    "toward": (_D, _A), "towards": (_D, _A), "in": (_L,), "at": (_L,), "on": (_L, _A), "inside": (_L, _G),
    "about": (_L, _A), "into": (_A,), "through": (_A,), "across": (_D, _L), "throughout": (_D, _L),
}  # fmt: skip
_PLACE_PREPOSITIONS: dict[str, tuple[Case, ...]] = {"for": (_A, _G), "to": (_A, _G, _D), "about": (_L, _A)}

_DATIVE_VERBS = frozenset(
    """told tell tells telling gave give gives giving handed offered offers showed shows sent awarded promised promises
    helped helps help helping owes owed paid reminded lent taught reported presented brought explained wrote
    """.split()
)
_INSTRUMENTAL_VERBS = frozenset("headed heads governed rules ruled".split())
_SPEECH_VERBS = frozenset(
    """said says added adds replied replies answered noted notes explained recalled stressed concluded insisted warned
    admitted confirmed announced declared stated argued claimed remarked promised quipped""".split()
)
_SUBJECT_BEFORE = re.compile(
    r"""^\W*(?:has|have|had|is|was|were|are|will|would|can|could|may|might|must|should|did|does|said|says|told|went|came
    |met|left|won|lost|took|gave|made|became|began|spoke|wrote|flew|held|saw|sent|kept|led|built|found|arrived|plans
    |wants|hopes|thinks|\w+ed)\b""",
    re.VERBOSE,
)
_OBJECT_VERBS = frozenset(
    """met saw took left won lost knows knew visit visits meet meets see sees support supports leave leaves find found
    call calls joined quit made held beat hit sued love loves like likes wants want reach reaches built led heard hear
    """.split()
)
_ARTICLES = frozenset("the a an president mr mrs ms dr minister prime leader chancellor king queen pope".split())
_NEGATION = re.compile(r"n['’]t\b|\b(?:not|never|no|nobody|without)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def cued_cases(source: str, span: Span, kind: Kind) -> tuple[Case, ...]:
    """The cases that the words around ``span`` of an English text speak for, likeliest first; empty for none."""
    if source[span.end : span.end + 2] in ("'s", "’s") or re.match(r"['’](?=\W)", source[span.end :]):
        return (_G,)
    before = [(match[0], match.end()) for match in _WORD.finditer(source[: span.start])]
    while before and (before[-1][0].lower() in _ARTICLES or (kind is Kind.PERSON and _is_first_name(before, source))):
        before.pop()
    word, end = before[-1] if before else ("", 0)
    word = word.lower()
    if re.search(r"[,;:.!?]", source[end : span.start]) or not word:
        return (_N,) if _SUBJECT_BEFORE.match(source[span.end :]) else ()
    if kind is Kind.PLACE and word in _PLACE_PREPOSITIONS:
        return _PLACE_PREPOSITIONS[word]
    if word in _PREPOSITIONS:
        return _PREPOSITIONS[word]
    if word in _SPEECH_VERBS:
        return (_N,)
    if word in _DATIVE_VERBS:
        return (_D,)
    if word in _INSTRUMENTAL_VERBS:
        return (_I, _A)
    if word in _OBJECT_VERBS or word.endswith(("ed", "ing")):
        return (_A, _G) if _NEGATION.search(source[: span.start]) else (_A,)
    if word in ("that", "when", "where", "if", "because", "while", "as") and _SUBJECT_BEFORE.match(source[span.end :]):
        return (_N,)
    return ()


def _is_first_name(before: list[tuple[str, int]], source: str) -> bool:
    """The word before is a capitalised neighbour that does not open the sentence: Maria *Kalesnikava*."""
    word, _ = before[-1]
    return len(before) > 1 and word[0].isupper() and not word.isupper() and source.strip()[: len(word)] != word
