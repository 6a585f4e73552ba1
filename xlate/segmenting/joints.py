"""What stands around a capital letter within a sentence, and how much of it says that another sentence starts there."""

from __future__ import annotations

import re
from functools import cached_property

from xlate.segmenting.evidence import Evidence, load
from xlate.segmenting.profile import Profile

# Bits of evidence (see `evidence`), 2026-11-23.  Chosen on corpus/newswriting (16,000 x 4 lines: false splits of whole
# lines, and headlines found before other lines), with counts that leave that corpus out, and on dev.  With half a bit
# more or less to need, dev gains or loses one or two joints a language.
NEEDED = 3.5
AFTER_NAME = 2.0  # more is needed after a capital: Радио | Свобода сообщило, Леонид | Волков поспорил
BEFORE_NAME = 3.5  # and before one: в прошлом году | Северная Корея, до храма | Всех Святых
IN_CLAUSE = 3.0  # and after a short clause that begins with a word of grammar: ..., что в субботу | Северный флот ...
IN_LEAD = 5.0  # the same where nothing stands before: На манёврах в море | Северный флот, In this context | The Welsh
AT_OPENING = -3.0  # less at an article's opening: there are 56 to 69 of the 62 to 75 joints without a stop on dev news
ECHO = 5.0  # what it says that the opening's first word returns: Syria "ready" for refugees | Syria says it is ready
GRAMMAR_WORD = 8.5  # weighs so much: It, By, More; after a name an English title goes on with lesser words

NAME_CLOSES = -4.0  # a name may close at least as often as this; -3 and -6 do alike
NUMBER_CLOSES = -2.5  # one number in seven; guessed

ARTICLE_LENGTH = 1000  # characters; guessed: longer than most paragraphs, shorter than most articles
_REACH = 200  # characters to look at to either side; guessed
_CLAUSE_LENGTH, _LEAD_LENGTH = 4, 6  # words; a clause of 6 loses three joints in a hundred
_LEAST_BEFORE, _LEAST_FROM = 4, 5  # words on the two sides; guessed: names are shorter (Красный прилив: новости | ...)
_QUOTE_LENGTH = 5  # words; guessed: most titles are shorter, most quoted statements longer

_MARKS = "«»„“”\"'’‘()[]%"
_CLAUSE = re.compile(r"[,;:—–-]\s")
_CLOSERS = re.compile(r"[»”\"]")


class Joint:
    """A capitalised ``word`` at ``at`` in the sentence ``begin``..``end``, opening quotation mark from ``start``."""

    def __init__(
        self, text: str, span: tuple[int, int], match: re.Match[str], profile: Profile, *, opening: bool
    ) -> None:
        self.text, self.profile, self.opening = text, profile, opening
        self.begin, self.end = span
        self.start, self.at = match.start("open"), match.start("word")
        self.word: str = match["word"]

    @cached_property
    def left(self) -> str:
        """What stands before, without the white space between."""
        return self.text[max(self.begin, self.start - _REACH) : self.start].rstrip()

    @cached_property
    def before(self) -> str:
        """The word before, without quotation marks and brackets."""
        return self.left[-60:].split()[-1].strip(_MARKS) if self.left else ""

    @cached_property
    def following(self) -> list[str]:
        """The next words after the capitalised one."""
        after = self.at + len(self.word)
        return self.text[after : min(self.end, after + _REACH)].split()[: _LEAST_FROM + 1]

    @property
    def after_name(self) -> bool:
        return self.before[:1].isupper()

    @property
    def before_name(self) -> bool:
        return not _continues(self.following[0]) if self.following else True

    @property
    def evidence(self) -> Evidence:
        return load(self.profile.evidence)

    @cached_property
    def echoes(self) -> bool:
        """Whether the article's opening starts with the same word."""
        return self.opening and not self.after_name and self.text.startswith(f"{self.word} ", self.begin)


def starts_anew(joint: Joint) -> bool:
    """Whether the evidence for a new sentence suffices."""
    opens = joint.evidence.opens(joint.word)
    if joint.echoes:
        opens = max(opens or 0.0, ECHO)
    if opens is None or not _possible(joint):
        return False
    if joint.after_name and not _leaves_name(joint, opens):
        return False
    return opens + _closes(joint) >= _needed(joint)


def _possible(joint: Joint) -> bool:
    """Whether both sides are long enough for sentences and no bracket or quotation is open between them."""
    known = joint.before.lower()
    if (
        not known
        or known[-1] in ".!?…"
        or known in joint.profile.run_on_blockers
        or len(joint.following) < _LEAST_FROM - 1
    ):
        return False
    if joint.profile.is_institution(joint.word):  # снизил с понедельника | Банк развития
        return False
    if len(joint.word) == 1 and not (joint.profile.title_case and joint.word == "A"):  # класса А, Ван И; but: A farmer
        return False
    return len(joint.left.split()) >= _LEAST_BEFORE and not _inside(joint.left) and _may_open_quotation(joint)


def _inside(left: str) -> bool:
    """(штат | Северная Каролина); «Король | Тут»"""
    opened = any(left.rfind(one) > left.rfind(other) for one, other in ("()", "«»", "„“", "“”"))
    return opened or left.count('"') % 2 == 1


def _may_open_quotation(joint: Joint) -> bool:
    """Only a long quotation at the opening is speech; others may be titles: в фильмах «Однажды в Дели»."""
    if joint.start == joint.at:
        return True
    statement = " ".join(joint.following[:_QUOTE_LENGTH])
    return joint.opening and joint.before not in joint.profile.speech_verbs and not _CLOSERS.search(statement)


def _leaves_name(joint: Joint, opens: float) -> bool:
    """After a name only small letters prove that it does not go on: Школьник Матвей | Бедный, the Holy | See."""
    if not joint.profile.title_case:
        return joint.following[0][0].islower() or joint.following[0][0].isdigit()
    return opens >= GRAMMAR_WORD and all(_continues(word) for word in joint.following[:2])


def _continues(word: str) -> bool:
    return word[0].islower() or word[0].isdigit() or not word[0].isalnum()


def _closes(joint: Joint) -> float:
    if joint.before[-1].isdigit():
        return NUMBER_CLOSES
    closes = joint.evidence.closes(joint.before)
    return max(closes, NAME_CLOSES) if joint.after_name else closes


def _needed(joint: Joint) -> float:
    conditions = (
        (AFTER_NAME, joint.after_name and not joint.profile.title_case),
        (BEFORE_NAME, joint.before_name and not joint.echoes),
        (AT_OPENING, joint.opening),
    )
    return NEEDED + _short_clause(joint) + sum(bits for bits, holds in conditions if holds)


def _short_clause(joint: Joint) -> float:
    """What is more needed if the clause before is short and begins with a word of grammar."""
    *earlier, last = _CLAUSE.split(joint.left)
    clause = last.split()
    if (
        len(clause) > (_CLAUSE_LENGTH if earlier else _LEAD_LENGTH)
        or clause[0].strip(_MARKS).lower() not in joint.profile.starters
    ):
        return 0.0
    return IN_CLAUSE if earlier else IN_LEAD
