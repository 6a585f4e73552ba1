"""Spelling that a pattern can judge: what the official norm of one language does not allow in any word.

Russian: жи, ши, ча, ща, чу, щу.  Ukrainian: the apostrophe after labials, no «тся».  Belarusian (rules of 2008): у or ў
by the letter before, soft т and д only as ц and дз, hard р ж ш ч, «цца», no soft signs of the older spelling.

Every pattern has its exceptions beside it: words that the norm itself excepts, and names from other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_VOWELS = "аеёіоуыэюя"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Norm:
    """What no word of the language may hold, and the words in which it may stand all the same."""

    says: str
    wrong: re.Pattern[str]
    excepted: re.Pattern[str]
    names: bool  # whether capitalised words are judged


def _norm(says: str, wrong: str, excepted: str = "(?!)", *, names: bool = True) -> Norm:
    return Norm(says, re.compile(wrong), re.compile(excepted), names)


NORMS = {
    "ru": (
        _norm("ы or я after ж, ш, ч, щ", "[жшчщ][яы]", "^шяуля|^камчыбек|^крумкачы|^жылдыз|^шымкент|^шымбулак"),
        _norm("ю after ж, ш, ч, щ", "[жчшщ]ю", "жюр|брошюр|парашют|чюнас|жюл|чюрл|жюст"),
    ),
    "uk": (
        _norm(
            "no apostrophe after a labial",
            "(?:^|[аеєиіїоуюя])[бпвмф][яїє]",
            "^(?:бязь|вязьм|вяземськ|бє|пє|мє|вє|бял[аоиуі]|вясн|пярт|пярну|пятр|пятов|пяндж|вячорк)"
            "|собянін|бяляцьк|мядінінк|міллам|сілламяе|благовєщ|сєвєр|молдовян|абовян|отепя|шамякін|совє|румян|умєров",
        ),
        _norm("тся without ь", "тся$"),
        _norm("и at the start", "^и", "^ин$"),
        _norm(
            "active participle",
            "[аяую]юч(?:ий|[аеіу]|о[їю]|о[гм][оу]|ій|и[мх]|ими)$",
            "кер|голову|план|чую|пала|вою|вдову",
        ),
    ),
    "be": (
        _norm("soft т or д", "[тд][еёіюяь]", "медінстытут|метінвест|^дія$"),
        _norm("soft р, ж, ш, ч", "[жшчр][еёіюяь]", "інфарм|^ріа$|^брікс$|гіперінфл|суперінт"),
        _norm("ы after г, к, х", "[гкх]ы", "кыргыз|кыш|гыр[кч]|^кызыл|^бахыт|дыярбакыр|кырджал"),
        # stressed, or in a final -ум, -ус; names of other languages keep у in many places and are left to the reader
        _norm(
            "у after a vowel",
            f"[{_VOWELS}]у(?![{_VOWELS}])",
            "шоу|ваку|ліноле|музеум|(?:[іы]|ва|аў)у[мс][а-яёіў]{0,3}(?:ск[а-яёіў]+)?$|саудаў|сеул|гагауз|тра?ур|клоун"
            "|соус|страус|марыупал|науру|шлагбаум|іудаі|аул[аыеу]?$",
            names=False,
        ),
        _norm("ў not after a vowel", f"[^{_VOWELS}']ў|ўу"),
        _norm("stressed ў", "^ў(?:рн|нцы|нт[аы]|ні[яіюй]й?$)"),
        _norm("ся after т or ц", "[тц]ь?ся$"),
        _norm("active participle", "[аеу]юч(?:а[яейю]|ыя|ую|ага|аму|ы[мх]|ымі)$", "кіру|камандую|планіру"),
        _norm(
            "soft sign of the older spelling",
            "[сз]ь[нлвц]|^[сз]ьм|зьмен|сьме[хр]|льл|ньн|цьц|дзьв",
            "сьці$|[дзс]ьце(?:ся)?$|^(?:ледзьве|сосьв|юньнан|кузьменк|супрацьв)",
        ),
    ),
}

_FINE: dict[str, set[str]] = {code: set() for code in NORMS}  # a cache: words that broke no norm; most come again

_AFTER_VOWEL = re.compile(
    rf"[{_VOWELS}{_VOWELS.upper()}][»“]* [«„]?(?!урн|унцы|унт[аы]|уні[яіюй]й?\b|урода|ультра)у[а-яёіў']*"
)
_AFTER_OTHER = re.compile(
    rf"(?:^|[^\s\w»“][ -]|[^\W\d_{_VOWELS}{_VOWELS.upper()}a-zA-Z»“][»“]*[ -])[«„]?ў[а-яёіў']*|Ў[а-яёіў']*"
)


def misspellings(text: str, code: str) -> Iterator[str]:
    """Words that break a norm of their language, with what is wrong."""
    words, fine = _WORD.findall(text), _FINE[code]
    if not fine.issuperset(words):
        for word in words:
            broken = _broken(word, code)
            yield from (f"{word} ({says})" for says in broken)
            if not broken:
                fine.add(word)
    if code == "be":
        yield from (f"{match[0]} (у after a vowel)" for match in _AFTER_VOWEL.finditer(text))
        yield from (f"{match[0]} (ў not after a vowel)" for match in _AFTER_OTHER.finditer(text))


def _broken(word: str, code: str) -> tuple[str, ...]:
    lower = word.lower()
    return tuple(
        norm.says
        for norm in NORMS[code]
        if (norm.names or word == lower) and norm.wrong.search(lower) and not norm.excepted.search(lower)
    )
