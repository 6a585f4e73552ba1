"""What the English around a name says about its case.

English has no cases but a strict order: who stands before the verb is the subject, who stands after it the object, and
prepositions say the rest.  "told X" is a dative, "by X" an instrumental, "X's" a genitive.  What a verb asks for
differs between the target languages: "thanked X" is поблагодарил X in the accusative, подякував X in the dative.

A cue is *sure* where the English can hardly be read in another way.  How far a sure cue goes against a translation is
decided in ``deciding.py``; a preposition in the translation always goes first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from xlate.glossary.concept import Case, Kind
from xlate.glossary.enforcement.english import DOUBLE_OBJECT_VERBS, MOTION, OBJECT_CASES, SPEECH_VERBS, VERB_FORMS
from xlate.model import Span

_N, _G, _D, _A, _I, _L = (case for case in Case if case is not Case.VOCATIVE)


class Role(StrEnum):
    """What a name is in its English sentence."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"  # X's, of X
    AGENT = "agent"  # signed by X
    AFTER_PREPOSITION = "after a preposition"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """The cases that the English speaks for, likeliest first; ``word`` is the verb or preposition that says so."""

    role: Role = Role.UNKNOWN
    cases: tuple[Case, ...] = ()
    sure: bool = False
    word: str = ""
    verb: str = ""  # the word before the preposition: *met* with, *flew* to
    joined: bool = False  # it is that of the name before "and": between X and *Y*


_PREPOSITIONS: dict[str, tuple[Case, ...]] = {
    "of": (_G,), "from": (_G,), "for": (_G, _A), "without": (_G,), "against": (_G,), "near": (_G, _I), "after": (_G,),
    "until": (_G,), "except": (_G,), "around": (_G,), "instead": (_G,), "with": (_I,), "by": (_I,), "between": (_I,),
    "over": (_I, _A), "under": (_I,), "behind": (_I,), "before": (_I,), "outside": (_I, _G), "to": (_D, _A, _G),
    "toward": (_D, _A), "towards": (_D, _A), "in": (_L,), "at": (_L,), "on": (_L, _A), "inside": (_L, _G),
    "about": (_L, _A), "into": (_A,), "through": (_A,), "across": (_D, _L), "throughout": (_D, _L),
}  # fmt: skip
_PLACE_PREPOSITIONS: dict[str, tuple[Case, ...]] = {"for": (_A, _G), "to": (_A, _G, _D), "about": (_L, _A)}

# the start of a verb or adjective, its preposition: cases in ru, uk, be
_PHRASES: dict[tuple[str, str], dict[str, tuple[Case, ...]]] = {
    ("arriv", "in"): dict.fromkeys(("ru", "uk", "be"), (_A,)),
    ("proud", "of"): dict.fromkeys(("ru", "uk", "be"), (_I,)),
    ("listen", "to"): dict.fromkeys(("ru", "uk", "be"), (_A,)),
    ("vot", "for"): dict.fromkeys(("ru", "uk", "be"), (_A,)),
    ("wait", "for"): dict.fromkeys(("ru", "uk", "be"), (_A, _G)),
    ("depend", "on"): dict.fromkeys(("ru", "uk", "be"), (_G,)),
    ("accord", "to"): dict.fromkeys(("ru", "uk", "be"), (_G, _D)),
    ("prepar", "for"): {"ru": (_D,), "uk": (_G,), "be": (_G,)},
    ("think", "of"): {"ru": (_L,), "uk": (_A,), "be": (_A, _L)},
    ("speak", "of"): {"ru": (_L,), "uk": (_A,), "be": (_A, _L)},
}
_BARE = {("proud", "of"), ("listen", "to"), ("wait", "for")}
"""Phrases whose object needs no preposition in the target languages: гордится Усиком."""
_ABOUT = {"ru": (_L, _A), "uk": (_A,), "be": (_A, _L)}
_GIVING = frozenset(
    "letter letters message gift present report call thanks gave given give sent send wrote paid".split()
)
_HANDING = frozenset(
    "give gives gave given promise promised lend lent owe owed award awarded hand handed donate donated grant".split()
)
_NOT_HANDED = frozenset("access trip visit return travel right".split())
_PREDICATES = frozenset("afraid tired ashamed heard accused suspected convicted full consists because out".split())

_TITLES = frozenset("president mr mrs ms dr minister prime leader chancellor king queen pope".split())
_ARTICLES = frozenset("the a an".split())
_OF_COUNTRY = re.compile(r"[A-Z]{2}|[A-Z][a-z]+(?:an|ish|ese|ch|eek|elsh|iss|i)")
"""Before a title: *Russian* President Vladimir Putin, *US* President Joe Biden, *Iraqi* Prime Minister."""
_NEGATION = re.compile(r"n['’]t\b|\b(?:not|never|no|nobody|without)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_CONJUNCTIONS = (
    "and or but nor as that who which when where if because while than not also then there as during amid since".split()
)
_FUNCTION_WORDS = frozenset([*_PREPOSITIONS, *_CONJUNCTIONS])
_DETERMINERS = frozenset("the a an his her its their our my your more some no two three this that these every".split())
_TIMES = frozenset("every each last next this all again yesterday today tomorrow tonight now once twice".split())
_AUXILIARIES = frozenset("does do did is are was were has have had will would can could may might must should".split())
_NAME = r"(?:the )?[A-Z][\w.'’-]*(?:(?: (?:von|der|de|van))* [A-Z][\w.'’-]*)*"
_JOINED_BEFORE = re.compile(rf"(?P<first>{_NAME})(?:, {_NAME})*(?:,? and |,? or |, )(?:the )?$")
_JOINED_AFTER = re.compile(rf"(?:,? (?:and|or)|,) {_NAME}")
_LIST_GOES_ON = re.compile(rf",? (?:and|or) |, {_NAME}")
_SUBJECT_AFTER_COMMA = re.compile(r",\s+(?:who|which|a|an|the)\b")
_QUOTED_AFTER_NOUN = re.compile(r"[a-z] [\"“„«‘]$")
_QUOTE_END = re.compile(r"[\"”»,?!]['\"”»]?\s*$")
_REST_OF_NAME = re.compile(r"^(?: (?:(?:al|el|ad|as|ibn|bin|de|der|van|von|di|da)[ -])?[A-Z][\w-]*)+")
_CAPITALISED = re.compile(r" ([A-Z][a-z]+)\b(?!['’])")  # not "made Berlin Moscow's captive"
_ATTRIBUTES = (Kind.PLACE, Kind.ORGANISATION, Kind.OUTLET)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_BECOME = frozenset("become becomes became becoming".split())
_CLAUSE_OPENERS = frozenset("that when where if because while as whether but and after before until since".split())


def cue_of(source: str, span: Span, kind: Kind, language: str) -> Cue:
    """What the words around ``span`` of an English text say about the name there, for a target language."""
    after = source[span.end :]
    if kind in (Kind.TITLE, Kind.PERSON):  # President Trump, Jordan Spieth: what follows the whole name
        after = _REST_OF_NAME.sub("", after)
    if re.match(r"['’]s\b|(?<=s)['’](?=\W)|['’](?=\W)", after):
        return Cue(Role.OWNER, (_G,), sure=True, word="'s")
    before = _words_before(source, span, kind)
    word, end = before[-1] if before else ("", 0)
    lower = word.lower()
    if joined := _JOINED_BEFORE.search(source[: span.start]):
        start = joined.start("first")
        listed = not joined[0].endswith(", ") or (_LIST_GOES_ON.match(after) and not _verb_follows(after))
        if listed and not re.search(r"[.!?:;]\s*$", source[:start]) and (start == 0 or source[start - 1] in ' “"('):
            return replace(cue_of(source, Span(start, span.end), kind, language), joined=True)
    gap = source[end : span.start]
    if not word or re.search(r"[,;:.!?]", gap):
        is_subject = _verb_follows(after) or (not word and _SUBJECT_AFTER_COMMA.match(after))
        return Cue(Role.SUBJECT, (_N,), sure=True, verb=_first_word(after)) if is_subject else Cue()
    if _is_modifier(source, span, kind) or is_attribute_of_name(source, span, kind):
        return Cue(Role.OWNER, (_G,))
    if kind is not Kind.PERSON and _QUOTED_AFTER_NOUN.search(source[: span.start]) and not _is_verbal(lower):
        return Cue(Role.UNKNOWN, (_N,))  # the newspaper "X": газеты «X» keeps its nominative
    if (lower in _CLAUSE_OPENERS or lower in _AUXILIARIES) and _verb_follows(after):
        return Cue(Role.SUBJECT, (_N,), sure=True, word=lower if lower in _AUXILIARIES else "")
    if lower in _PREPOSITIONS:
        return _after_preposition(lower, [w.lower() for w, _ in before[:-1]], kind, language)
    return _after_verb(source, span, after, lower, kind, language)


def _after_preposition(word: str, before: list[str], kind: Kind, language: str) -> Cue:
    verb = before[-1] if before else ""
    for (stem, preposition), by_language in _PHRASES.items():
        if word == preposition and _stem(verb).startswith(stem) and language in by_language:
            role = Role.OBJECT if (stem, word) in _BARE else Role.AFTER_PREPOSITION
            return Cue(role, by_language[language], sure=True, word=word, verb=verb)
    if word == "of":
        sure = verb not in _PREDICATES and verb not in VERB_FORMS
        return Cue(Role.OWNER, (_G,), sure=sure, word=word, verb=verb)
    if word == "by":
        return Cue(Role.AGENT, (_I,), word=word, verb=verb)
    if word == "about" and language in _ABOUT:
        return Cue(Role.AFTER_PREPOSITION, _ABOUT[language], word=word, verb=verb)
    if word == "across" and verb in ("bridge", "bridges"):
        return Cue(Role.AFTER_PREPOSITION, (_A,), word=word, verb=verb)
    if word == "to" and kind is Kind.PERSON and _GIVING & set(before[-4:]):
        return Cue(Role.OBJECT, (_D,), sure=True, word=word, verb=verb)
    if word == "to" and _HANDING & set(before[-5:]) and not (MOTION | _NOT_HANDED) & set(before[-3:]):
        return Cue(Role.OBJECT, (_D,), sure=True, word=word, verb=verb)
    if word == "to" and kind is Kind.PLACE and MOTION & set(before[-3:]):
        return Cue(Role.AFTER_PREPOSITION, (_A, _G), word=word, verb=verb)
    if kind is Kind.PLACE and word in _PLACE_PREPOSITIONS:
        return Cue(Role.AFTER_PREPOSITION, _PLACE_PREPOSITIONS[word], word=word, verb=verb)
    return Cue(Role.AFTER_PREPOSITION, _PREPOSITIONS[word], word=word, verb=verb)


def _after_verb(source: str, span: Span, after: str, word: str, kind: Kind, language: str) -> Cue:
    if word in SPEECH_VERBS and not _thing_follows(after):
        return Cue(Role.SUBJECT, (_N,), sure=bool(_QUOTE_END.search(_without_verb(source[: span.start]))), word=word)
    if word in DOUBLE_OBJECT_VERBS and _thing_follows(after):
        return Cue(Role.OBJECT, (_D,), sure=True, word=word)
    cases = OBJECT_CASES.get(language, OBJECT_CASES["ru"]).get(word)
    if cases:
        if cases == (_A,) and _NEGATION.search(source[: span.start]):
            cases = (_A, _G)
        return Cue(Role.OBJECT, cases, sure=len(cases) == 1, word=word)
    if word in _BECOME:
        return Cue(Role.OBJECT, (_I,) if kind is Kind.TITLE else (_I, _N), sure=kind is Kind.TITLE, word=word)
    if word in ("met", "meet", "meets"):
        return Cue(Role.OBJECT, (_A, _I, _D), word=word)
    if word in _AUXILIARIES:
        return Cue()
    if word in VERB_FORMS or word.endswith(("ed", "ing")):
        return Cue(Role.OBJECT, (_A, _G) if _NEGATION.search(source[: span.start]) else (_A,), word=word)
    return Cue()


def _is_verbal(word: str) -> bool:
    return word in _FUNCTION_WORDS or word in VERB_FORMS or word.endswith(("ed", "ing"))


def _words_before(source: str, span: Span, kind: Kind) -> list[tuple[str, int]]:
    """The words before a name with where they end, without what belongs to the name: titles, articles, apposition."""
    words = [(match[0], match.end()) for match in _WORD.finditer(source[: span.start])]
    after_title = False
    while words:
        lower = words[-1][0].lower()
        if re.search(r"[,;:.!?]", source[words[-1][1] : span.start]):
            break
        is_first_name = kind is Kind.PERSON and _is_first_name(words, source)
        of_country = after_title and _OF_COUNTRY.fullmatch(words[-1][0])
        after_title = lower in _TITLES
        if lower in _ARTICLES or lower in _TITLES or is_first_name or of_country or _is_attribute(words, source):
            words.pop()
        elif kind is Kind.PERSON and (n := _apposition(words)):
            del words[-n:]
        else:
            break
    return words


def _is_attribute(words: list[tuple[str, int]], source: str) -> bool:
    """Whether the last word is a participle that belongs to the name: *landlocked* Bolivia, in *occupied* Crimea."""
    word, end = words[-1]
    if not word.islower() or not word.endswith("ed"):
        return False
    before, end_before = words[-2] if len(words) > 1 else ("", 0)
    if before.lower() in _PREPOSITIONS:
        return True
    opens = not before or bool(re.search(r"[,;:.!?]", source[end_before : end - len(word)]))
    return opens and word not in VERB_FORMS


def _apposition(words: list[tuple[str, int]]) -> int:
    """How many words of an apposition stand at the end: the singer, a former minister."""
    for n in (2, 3):
        if len(words) < n or words[-n][0].lower() not in _ARTICLES:
            continue
        inside = [word for word, _ in words[1 - n :]]
        verbal = any(w in VERB_FORMS or w in _FUNCTION_WORDS or w.endswith(("ed", "s")) for w in inside)
        if not verbal and all(word.islower() for word in inside):
            return n
    return 0


def _is_first_name(before: list[tuple[str, int]], source: str) -> bool:
    """The word before is a capitalised neighbour that does not open the sentence: Maria *Kalesnikava*."""
    word, _ = before[-1]
    return len(before) > 1 and word[0].isupper() and not word.isupper() and source.strip()[: len(word)] != word


def _verb_follows(after: str) -> bool:
    """Whether a verb comes next, also after "and Y": X *and Y* discussed."""
    joined = _JOINED_AFTER.match(after)
    while joined:
        after = after[joined.end() :]
        joined = _JOINED_AFTER.match(after)
    match = re.match(r"\W*(?:also |then |now |never |not )?([a-z]+)\b", after)
    return match is not None and (match[1] in VERB_FORMS or match[1].endswith("ed"))


def _thing_follows(after: str) -> bool:
    """Whether a noun phrase comes next: gave X *a book*, gave X *flowers*; not "gave X to", "said X."."""
    match = re.match(r" (\$?[\w'’]+)", after)
    if match is None or match[1] in _TIMES or re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day", match[1]):
        return False
    return match[1] not in _FUNCTION_WORDS and not match[1].endswith("ly")


def _is_modifier(source: str, span: Span, kind: Kind) -> bool:
    """A name that stands before a noun of its own: the *Minsk* hotel, a *Trump* adviser."""
    if kind in (Kind.ADJECTIVE, Kind.TITLE):
        return False
    match = re.match(r" ([a-z]+)\b", source[span.end :])
    if not match or match[1] in _FUNCTION_WORDS | _DETERMINERS | VERB_FORMS or match[1].endswith(("ed", "ly")):
        return False
    return bool(re.search(r"\b(?:the|a|an) $", source[: span.start])) and kind in (Kind.PERSON, Kind.PLACE)


def is_attribute_of_name(source: str, span: Span, kind: Kind) -> bool:
    """A name that stands before a capitalised noun which is no name of ours: the *Senate* Judiciary Committee.

    The preposition or verb before it is the noun's.
    """
    match = _CAPITALISED.match(source, span.end)
    return match is not None and match[1].lower() not in _DATES | _TITLES and kind in _ATTRIBUTES


def _without_verb(before: str) -> str:
    return re.sub(r"[A-Za-z]+ (?:the |President |Mr |Minister )?$", "", before)


def _first_word(after: str) -> str:
    match = re.match(r"\W*([a-z]+)", after)
    return match[1] if match else ""


def _stem(verb: str) -> str:
    return re.sub(r"(?:s|ed|ing)$", "", {"spoke": "speak", "thought": "think"}.get(verb, verb))
