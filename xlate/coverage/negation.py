"""A denial that one side has and the other has not: "will not be closed" against «закроют».

Words that deny are counted by lists per language (``xlate/data/negation``).  Strong ones are those that a translation
nearly always answers with a denial of some kind; weak ones ("fail", «без-») only answer.  A set phrase in which the
word denies nothing ("not only") is a weak one.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from xlate.coverage.clauses import n_words
from xlate.coverage.common_words import nearly_common, words_of
from xlate.coverage.finding import Kind, Note
from xlate.coverage.judging import Judge, Opinion
from xlate.coverage.sides import Couple
from xlate.model import Severity, Span

ALL_LOST, SOME_LOST = 0.75, 0.55
"""Likelihood that a denial is lost where the translation has none at all, and where it has fewer; before a model is
asked.  Guessed, then checked with tools/eval_coverage.py."""

LIKELY = 0.45
"""Likelihood from which a lost denial is a warning.  Of 402 taken out of dev/news (en-ru, en-uk, en-be, seeds 7 and
301, 2026-11-30) 309 are found, with alarms on 14 of 3,630 untouched segments; with .35 313 and 18, with .55 301 and
14."""

STEEP, START = 0.8, 0.0
"""How the log odds grow with the gain in ln P, and the odds at none.  Guessed, then checked with the same tool."""

LEAST_REST = 4  # letters after «не-» from which the rest may be the word that is denied (guessed)

LEANS = 3  # letters; «ни», «ні», «ані» also stand in what concedes

_EDGE = re.compile(r"[,;:.!?…]\s|\s[—–-]\s|[()«»\"„“]")
_INSERTED = re.compile(r",\s(?:\w{1,3}\s)?(?:котор|кто|кого|що|як|хто|кого|які|якія|якая|каго)\w*")

SENTENCE = 4  # words; shorter ones need no verb: «Никогда!»

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")

# "Not only ... but", «не только», "no later than", "not until", "no doubt", "No. 5": nothing is denied, or the
# translation says it the other way round.
_PHRASES = {
    "en": r"not (?:only|just|merely|simply|least|until|long|to mention|so much|unlike|uncommon|surprising\w*)|"
    r"no (?:later|sooner|less|fewer|doubt|matter|wonder|longer|one)|nothing but|more often than not|whether or not|"
    r"n[o']t (?:only|just|until)|isn't it|aren't they|No\. ?\d+|none other|if not|why not|or not|no-\w+|non-\w+|"
    r"not-\w+|never ?ending|without (?:a )?doubt|nevertheless|nonetheless|"
    r"(?:can(?:no|')t|could(?:n't| not)) (?:but|help)|"
    r"never mind|with or without|\w+n['’]t until|never more so|look no further|plead\w* not guilty",
    "ru": r"вс[её] равно|безразлич\w+|"
    r"не (?:только|просто|позднее|позже|менее|более|раз|столько|говоря)|тем не менее|ни разу не|чуть не|"
    r"едва не|пока не|(?:что|кто|где|куда|как|какой|какая|какие|какое) бы то ни было|"
    r"(?:кто|что|где|как|какой) бы .{1,12}? ни|"
    r"во что бы то ни стало|не что иное|не раз",
    "uk": r"байдуж\w+|все одно|"
    r"не (?:лише|тільки|просто|пізніше|менше|більше|раз|стільки|кажучи)|тим не менш|поки не|мало не|ледь не|"
    r"хоч би (?:що|як|хто)",
    "be": r"усё роўна|абыякав\w+|"
    r"не (?:толькі|проста|пазней|менш|больш|раз|столькі|кажучы)|тым не менш|пакуль не|ледзь не|ледзь ня",
}


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of a text that deny: ``strong`` surely, ``weak`` perhaps; ``leaning`` ones only beside a strong one."""

    strong: tuple[Span, ...]
    weak: tuple[Span, ...]
    leaning: tuple[Span, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.strong or self.weak or self.leaning)


@dataclass(frozen=True, slots=True)
class _Words:
    strong: frozenset[str]
    leaning: frozenset[str]
    weak: re.Pattern[str]
    prefixes: tuple[str, ...]  # that deny the word they stand before


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
    leaning: list[Span] = []
    for match in re.finditer(rf"\b(?:{_PHRASES[language]})\b", text, re.IGNORECASE):
        weak.append(Span(*match.span()))
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        if word in words.strong or (language == "en" and word.endswith("n't")):
            strong.append(Span(*match.span()))
        elif word in words.leaning:
            leaning.append(Span(*match.span()))
        elif (match[0][0].islower() or not match.start()) and _is_weak(word, words, language):  # not «Нидерланды»
            weak.append(Span(*match.span()))
    return Denials(tuple(strong), tuple(weak), tuple(leaning))


def check_negation(couple: Couple, opinion: Opinion | None = None, judge: Judge | None = None) -> Iterator[Note]:
    """A note where the source denies more often than the translation, a fainter one for the other way round.

    A model is asked whether the translation is likelier once the source denies less: that says how likely the note is.
    It says little of whether there is one: a threshold of 0.5 lost 13 of 100 removed denials of dev/news en-ru.
    """
    if not (judged(couple.source_language) and judged(couple.target_language)):
        return
    source = denials(couple.source.text, couple.source_language)
    target = denials(couple.target.text, couple.target_language)
    n_lost = _n_lost(source, target)
    if alone := _alone(target, couple.target.text):
        message = f"«{alone[0].of(couple.target.text)}» without a denying word beside it"
        yield Note(Kind.NEGATION, Severity.WARNING, ALL_LOST, message, source.strong, alone)
    elif n_lost and source.strong:
        likelihood = ALL_LOST if not target.strong and not target.weak else SOME_LOST
        if opinion and judge:
            likelihood = _likelihood(_gain(couple, source.strong, opinion, judge), likelihood)
        said = ", ".join(dict.fromkeys(span.of(couple.source.text).lower() for span in source.strong))
        severity = Severity.WARNING if likelihood >= LIKELY else Severity.INFO
        yield Note(Kind.NEGATION, severity, likelihood, f"denied in the source only: {said}", source.strong)
    elif target.strong and not source.any:
        said = ", ".join(dict.fromkeys(span.of(couple.target.text).lower() for span in target.strong))
        message = f"denied in the translation only: {said}"
        yield Note(Kind.NEGATION, Severity.INFO, SOME_LOST / 2, message, target=target.strong)


def _alone(found: Denials, text: str) -> tuple[Span, ...]:
    """Words that lean on a denying word which their clause has not: «Никогда позволяй», «принимает никаких мер».

    A short text needs no verb, «ни» may concede («как бы то ни было»), and one with a clause inside has its verb after
    that: «Никто из тех, кого она вызывала, не мог».  In human translations (dev/news and FLORES dev: ru, uk, be, 2,004
    segments each, 2026-11-29) 5 of 142 segments with such a word look like this.
    """
    if n_words(text) < SENTENCE:
        return ()
    edges = [0, *(match.start() for match in _EDGE.finditer(text)), len(text)]
    denied = {bisect_right(edges, span.start) for span in (*found.strong, *found.weak)}
    return tuple(
        span
        for span in found.leaning
        if len(span) > LEANS
        and bisect_right(edges, span.start) not in denied
        and not (_INSERTED.match(text, edges[bisect_right(edges, span.start)]) and denied)
    )


def _n_lost(source: Denials, target: Denials) -> int:
    """How many denials of the source the target does not answer; its weak words answer where the source has fewer."""
    answers = (
        len(target.strong) + len(target.leaning) * bool(target.strong) + max(0, len(target.weak) - len(source.weak))
    )
    return max(0, len(source.strong) - answers)


def _gain(couple: Couple, strong: tuple[Span, ...], opinion: Opinion, judge: Judge) -> float:
    """How much likelier the translation becomes, in ln P, when one denying word of the source goes, at best."""
    texts = [_affirmed(couple.source.text, (span,)) for span in strong]
    scored = judge.forward([(text, couple.target.text) for text in texts])
    return max(sum(likelihood.logs) for likelihood in scored) - sum(opinion.target.given.logs)


def _affirmed(text: str, spans: tuple[Span, ...]) -> str:
    """The text without its denying words: "doesn't" becomes "does"."""
    for span in reversed(spans):
        kept = re.sub(r"(?i)n['’]t$|^cannot$", lambda m: "can" if m[0].lower() == "cannot" else "", span.of(text))
        kept = kept if kept != span.of(text) else ""
        text = text[: span.start] + kept + text[span.end :]
    return " ".join(text.split()) or "."


def _likelihood(gain: float, before: float) -> float:
    """Of a lost denial, by how much likelier the translation becomes without it and by what the words said before."""
    odds = math.log(before / (1 - before))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, STEEP * gain + START + odds))))


@cache
def _list(language: str) -> _Words | None:
    place = resources.files("xlate") / "data" / "negation" / f"{language}.txt"
    if language not in _PHRASES or not place.is_file():
        return None
    lines = [line for line in place.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    strong = frozenset(line for line in lines if line[0] not in "~+^")
    leaning = frozenset(line[1:] for line in lines if line.startswith("+"))
    weak = "|".join(_pattern(line[1:]) for line in lines if line.startswith("~"))
    prefixes = tuple(line[1:] for line in lines if line.startswith("^"))
    return _Words(strong, leaning, re.compile(weak), prefixes)


def _is_weak(word: str, words: _Words, language: str) -> bool:
    """One of the list, or a common word with a denying prefix: "unkind", and not "united"."""
    if words.weak.fullmatch(word):
        return True
    rests = [word[len(prefix) :] for prefix in words.prefixes if word.startswith(prefix)]
    if language == "en":
        return any(len(rest) > 2 and rest in words_of(language) for rest in rests)
    return any(len(rest) > LEAST_REST and nearly_common(rest, language) for rest in rests)


def _pattern(word: str) -> str:
    """``un-`` any word that begins so, ``-less`` any that ends so."""
    if word.endswith("-"):
        return re.escape(word[:-1]) + r"[\w'-]{2,}"
    return r"[\w'-]{2,}" + re.escape(word[1:]) if word.startswith("-") else re.escape(word)
