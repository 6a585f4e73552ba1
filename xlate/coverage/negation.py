"""A denial that one side has and the other has not: "will not be closed" against «закроют».

Words that deny are counted by lists per language (``xlate/data/negation``).  Strong ones are those that a translation
nearly always answers with a denial of some kind; weak ones ("fail", «без-») only answer.  A set phrase in which the
word denies nothing ("not only") is a weak one.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Judge, Opinion
from xlate.coverage.sides import Couple
from xlate.model import Severity, Span

LIKELIHOOD = 0.75
"""Of a denial that is on the source's side only, where no model can be asked.  See tools/eval_coverage.py."""

SURE = 0.5
"""Likelihood from which it is a warning."""

STEEP, START = 0.8, 1.0
"""Of the likelihood by the gain in ln P when the denying words are taken out of the source.  Guessed, then checked: see
tools/eval_coverage.py."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")

# "Not only ... but", «не только», "no later than", "not until", "no doubt", "No. 5": nothing is denied, or the
# translation says it the other way round.
_PHRASES = {
    "en": r"not (?:only|just|merely|simply|least|until|long|to mention|so much|unlike|uncommon|surprising\w*)|"
    r"no (?:later|sooner|less|fewer|doubt|matter|wonder|longer|one)|nothing but|more often than not|whether or not|"
    r"n[o']t (?:only|just|until)|isn't it|aren't they|No\. ?\d+|none other|if not|why not|or not|no-\w+|non-\w+|"
    r"not-\w+|never ?ending|without (?:a )?doubt|nevertheless|nonetheless|can(?:no|')t (?:but|help)|never mind",
    "ru": r"не (?:только|просто|позднее|позже|менее|более|раз|столько|говоря)|тем не менее|ни разу не|чуть не|"
    r"едва не|пока не|(?:что|кто|где|куда|как|какой|какая|какие|какое) бы то ни было|"
    r"(?:кто|что|где|как|какой) бы .{1,12}? ни|"
    r"во что бы то ни стало|не что иное|не раз",
    "uk": r"не (?:лише|тільки|просто|пізніше|менше|більше|раз|стільки|кажучи)|тим не менш|поки не|мало не|ледь не|"
    r"хоч би (?:що|як|хто)",
    "be": r"не (?:толькі|проста|пазней|менш|больш|раз|столькі|кажучы)|тым не менш|пакуль не|ледзь не|ледзь ня",
}


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of a text that deny: ``strong`` surely, ``weak`` perhaps."""

    strong: tuple[Span, ...]
    weak: tuple[Span, ...]

    @property
    def any(self) -> bool:
        return bool(self.strong or self.weak)


@dataclass(frozen=True, slots=True)
class _Words:
    strong: frozenset[str]
    weak: re.Pattern[str]


def judged(language: str) -> bool:
    """Whether there is a list for the language."""
    return _list(language) is not None


def denials(text: str, language: str) -> Denials:
    """The denying words of a text; none for a language without a list."""
    words = _list(language)
    if not words:
        return Denials((), ())
    strong: list[Span] = []
    weak: list[Span] = []
    for match in re.finditer(rf"\b(?:{_PHRASES[language]})\b", text, re.IGNORECASE):
        weak.append(Span(*match.span()))
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        if word in words.strong or (language == "en" and word.endswith("n't")):
            strong.append(Span(*match.span()))
        elif words.weak.fullmatch(word):
            weak.append(Span(*match.span()))
    return Denials(tuple(strong), tuple(weak))


def check_negation(couple: Couple, opinion: Opinion | None = None, judge: Judge | None = None) -> Iterator[Note]:
    """A note where the source denies and the translation does not, and a fainter one where it is the other way round.

    A model is asked whether the translation is likelier once the source denies nothing.
    """
    if not (judged(couple.source_language) and judged(couple.target_language)):
        return
    source = denials(couple.source.text, couple.source_language)
    target = denials(couple.target.text, couple.target_language)
    if source.strong and not target.any:
        said = ", ".join(dict.fromkeys(span.of(couple.source.text).lower() for span in source.strong))
        likelihood = LIKELIHOOD
        if opinion and judge:
            [without] = judge.forward([(_affirmed(couple.source.text, source.strong), couple.target.text)])
            likelihood = _likelihood(sum(without.logs) - sum(opinion.target.given.logs))
        severity = Severity.WARNING if likelihood >= SURE else Severity.INFO
        yield Note(Kind.NEGATION, severity, likelihood, f"denied in the source only: {said}", source.strong)
    elif target.strong and not source.any:
        said = ", ".join(dict.fromkeys(span.of(couple.target.text).lower() for span in target.strong))
        message = f"denied in the translation only: {said}"
        yield Note(Kind.NEGATION, Severity.INFO, LIKELIHOOD / 2, message, target=target.strong)


def _affirmed(text: str, spans: tuple[Span, ...]) -> str:
    """The text without its denying words: "doesn't" becomes "does"."""
    for span in reversed(spans):
        kept = re.sub(r"(?i)n['’]t$|^cannot$", lambda m: "can" if m[0].lower() == "cannot" else "", span.of(text))
        kept = kept if kept != span.of(text) else ""
        text = text[: span.start] + kept + text[span.end :]
    return " ".join(text.split()) or "."


def _likelihood(gain: float) -> float:
    """Of a lost denial, by how much likelier the translation becomes without it."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, STEEP * gain + START))))


@cache
def _list(language: str) -> _Words | None:
    place = resources.files("xlate") / "data" / "negation" / f"{language}.txt"
    if language not in _PHRASES or not place.is_file():
        return None
    lines = [line for line in place.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    strong = frozenset(line for line in lines if not line.startswith("~"))
    weak = "|".join(_pattern(line[1:]) for line in lines if line.startswith("~"))
    return _Words(strong, re.compile(weak))


def _pattern(word: str) -> str:
    """``un-`` any word that begins so, ``-less`` any that ends so."""
    if word.endswith("-"):
        return re.escape(word[:-1]) + r"[\w'-]{2,}"
    return r"[\w'-]{2,}" + re.escape(word[1:]) if word.startswith("-") else re.escape(word)
