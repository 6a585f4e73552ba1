"""Stops inside quotation marks and brackets: speech with its attribution, titles, parentheses.

"Why?" Mr. Adams asked.          «Почему?» — Иван пожал плечами.         one segment
в программе «Что? Где? Когда?»   Иван (кто это?) Петров                   one segment
«Мы рады, — сказал он. — | Теперь домой».      the dash that closes an attribution stays with it (12 of 12 such
                                               places in the dev news of 2026-11-23, all four languages)
"""

from __future__ import annotations

import re
from functools import cache

from xlate.segmenting.places import Kind, Place

_PAIRS = {"«": "»", "„": "“”", "“": "”", "‹": "›", '"': '"', "「": "」", "『": "』"}
_QUOTES = frozenset("»”“„\"'’‘«‹›」』")
_TITLE_LENGTH = 60  # characters; guessed: longer than any title of the dev sets, shorter than most quoted statements
_BRACKET_LENGTH = 60  # guessed
_LAST_QUOTE = re.compile(r'[«„“‹"「『»”](?=[^«„“‹"「『»”]*+$)')
_NAME_START = re.compile(r"[«„][A-ZА-ЯЁІЇЄҐЎ][\w-]*+$")
_NAME_END = re.compile(r"\s[A-ZА-ЯЁІЇЄҐЎ][\w-]*+[»“](?=,?\s(?:[«„]|[^\W\d_A-ZА-ЯЁІЇЄҐЎ]))")
_ATTRIBUTION = re.compile(r"[,!?…»”“\".]\s*[—–-]\s+[^\W\d_A-ZА-ЯЁІЇЄҐЎ]")
_CJK_SPEECH = re.compile(r"と|って|[^\s。！？「“]{0,8}?[说說问問喊称稱][道着著了]?[。，：！…]")


@cache
def _named_speaker(verbs: frozenset[str]) -> re.Pattern[str]:
    name = r"(?:[A-ZА-ЯЁІЇЄҐЎ][\w.'’-]*+|of|the|and|for|from|de|van|von)"
    return re.compile(rf"(?:{name}\s++){{1,6}}(?:{'|'.join(sorted(verbs))})\b")


def closes_quotation(place: Place) -> bool:
    """Whether a quotation mark follows the stop."""
    return not _QUOTES.isdisjoint(place.close)


def attributed(place: Place) -> bool | None:
    """Quoted speech goes on into who said it: «Почему?» — Иван пожал плечами.  "Why?" Mr. Adams asked."""
    if not closes_quotation(place):
        return None
    if not place.spaced:
        return False if _CJK_SPEECH.match(place.text, place.end) else None
    if place.following["dash"]:
        turn = place.following["open"]  # «Не знаю…» | — «А кто знает?»
        return False if place.mark != "." and not turn else None
    if place.mark == "." or place.is_starter:
        return None
    return False if _named_speaker(place.profile.speech_verbs).match(place.text, place.next) else None


def in_parenthesis(place: Place) -> bool | None:
    """A short bracket within the sentence does not end it: Иван (кто это?) Петров, карибы (исп.) Америки.

    A longer one may: "audio and video editing, story telling, etc.) | Interactive design ..."
    """
    if ")" not in place.close or place.is_starter:
        return None
    opening = place.text.rfind("(", max(place.start, place.stop - _BRACKET_LENGTH), place.stop)
    if opening < 0 or not place.text[place.start : opening].strip("\"'«„“— "):
        return None
    return False if place.mark != "." or len(place.text[opening : place.stop].split()) < 3 else None


def in_title(place: Place) -> bool | None:
    """A short quotation right after a word, without colon or comma, is a title: в программе «Что? Где? Когда?»."""
    opening = _open_quotation(place)
    if opening < 0 or not _follows_word(place, opening):
        return None
    closers = _PAIRS[place.text[opening]]
    if closes_quotation(place):
        cyrillic_noun = place.kind is Kind.UPPER and not place.is_starter and place.text[opening] in "«„"
        return False if cyrillic_noun and place.mark != "." else None
    limit = opening + _TITLE_LENGTH
    return False if any(place.text.find(char, place.end, limit) >= 0 for char in closers) else None


def in_name(place: Place) -> bool | None:
    """A quotation of two words is a name if the sentence goes on after it: «Яндекс. Такси» подорожало."""
    starts = _NAME_START.search(place.text, max(place.start, place.stop - 30), place.stop)
    return False if starts and place.mark == "." and _NAME_END.match(place.text, place.end) else None


def _open_quotation(place: Place) -> int:
    """Where the quotation around the stop opens, at most a title's length to the left; -1 if there is none."""
    begin = max(place.start, place.stop - _TITLE_LENGTH)
    last = _LAST_QUOTE.search(place.text, begin, place.stop)
    if not last or last[0] not in _PAIRS:
        return -1
    either_way = last[0] in '"“'  # these open after white space only
    return -1 if either_way and not place.text[last.start() - 1 : last.start()].isspace() else last.start()


def _follows_word(place: Place, opening: int) -> bool:
    before = place.text[max(place.start, opening - 30) : opening].split()
    return bool(before) and before[-1].isalnum() and before[-1].lower() not in place.profile.speech_verbs


def attribution_dash(place: Place) -> int:
    """The end of the dash that closes an attribution (— сказал он. —), else the place's own end."""
    dash = place.following["dash"]
    if not dash or not place.spaced or place.mark != ".":
        return place.end
    before = place.text[max(place.start, place.stop - 300) : place.stop]
    return place.next + len(dash.rstrip()) if _ATTRIBUTION.search(before) else place.end
