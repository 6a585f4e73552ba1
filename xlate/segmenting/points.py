"""The full stop that need not end a sentence: abbreviations, initials, list numbers, ordinals."""

from __future__ import annotations

import re

from xlate.segmenting.places import Kind, Place, kind_of
from xlate.segmenting.profile import words
from xlate.segmenting.quotations import closes_quotation

_NUMBER = re.compile(r".*\d(?:-?\w{1,2})?$|[IVXLCХІ]+$|\d.*[%]$")
_ROMAN = re.compile(r"[IVXLC]+$")
_NUMBER_ONLY = words("before_number")
_SCALES = words("тыс тис млн млрд трлн кв куб")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[IVXLC]{1,5}|[^\W\d_])(?:\.\d{1,3})*$")
_EAST_ASIAN = "\u1100"  # from Hangul on, one character is a word
_LEAD_LENGTH = 45  # characters of "Ранней весной 1970 г. Рэй ...", the longest opening date; guessed
_LEAD_WORDS = 2  # of more than three letters: "Ранней весной"; "В 44 г. до н. э. Цезарь ..." has none; guessed


def shortens(place: Place) -> bool | None:
    """The one stop is judged only where nothing else closes here: "in the U.S." The next ... is a new sentence."""
    if place.mark != "." or not place.token or closes_quotation(place):
        return True
    return None


def marks_list_item(place: Place) -> bool | None:
    """A number or letter that the sentence opens with belongs to it: 1. Первое.  IV. Results"""
    opening = place.text[place.start : min(place.stop, place.start + 16)]
    return False if len(opening) == place.stop - place.start and _MARKER.match(opening) else None


def abbreviation(place: Place) -> bool | None:
    """What the language's classes say of the token, the longest spelling first: "т. д" before "д"."""
    profile = place.profile
    for key, before in _keys(place.tokens):
        kinds = profile.kinds(key)
        if "never" in kinds or ("before_number" in kinds and _number_follows(place)):
            return False
        if "labels" in kinds:
            return False if place.word[:1] < "\u0250" and place.kind is Kind.UPPER else None
        if "measures" in kinds:
            return _after_measure(place, key, before, "years" in kinds)
        if kinds or _DOTTED.match(key):
            return _may_end(place, key, usually="usually" in kinds) if kinds != _NUMBER_ONLY else None
    return None


def _keys(tokens: list[str]) -> list[tuple[str, str]]:
    """Spellings to look up, each with the token before it: ["и", "т.", "д"] gives ("т.д", "и"), ("д", "т.")."""
    keys = [(tokens[-1], tokens[-2] if len(tokens) > 1 else "")]
    for size in (2, 3):
        parts = tokens[-size:]
        if len(parts) < size or not all(part.endswith(".") and len(part) < 5 for part in parts[:-1]):
            break
        keys.insert(0, ("".join(parts), tokens[-size - 1] if len(tokens) > size else ""))
    return keys


def _number_follows(place: Place) -> bool:
    at = place.following.end("open")
    return place.kind is Kind.DIGIT or place.text[at : at + 1] in ("+", "№") or bool(_ROMAN.match(place.word))


def _after_measure(place: Place, key: str, before: str, year: bool) -> bool:
    """в 1870 г. Она ... ends a sentence, в г. Минске does not."""
    if not (_NUMBER.match(before) or before.rstrip(".").lower() in _SCALES):
        return len(key) > 1 and _may_end(place, key, usually=False)  # "чел. Они" ends, "г. На..." is a town
    if place.kind is Kind.DIGIT:  # 10 руб. 50 коп.;  but "погибли в 2018 г. 15 человек ..."
        return year and not _opens_with_date(place)
    return _may_end(place, key, usually=True)


def _may_end(place: Place, key: str, *, usually: bool) -> bool:
    if place.following["dash"] or place.kind is Kind.SYMBOL:
        return False
    if place.is_starter:
        return True
    if place.kind is Kind.DIGIT:
        return usually
    if place.word in place.profile.followers.get(key, ()) or _opens_with_date(place):
        return False
    return usually


def _opens_with_date(place: Place) -> bool:
    """Whether all of the sentence so far is a date: В 1970 г. Рэймонд ... / 22 июня 1941 г. Германия ..."""
    if place.stop - place.start > _LEAD_LENGTH:
        return False
    lead = place.text[place.start : place.stop].split()
    dated = any(char.isdigit() for token in lead for char in token)
    brief = sum(len(token) > 3 and token.isalpha() for token in lead) <= _LEAD_WORDS
    return dated and brief and (lead[0].isdigit() or lead[0].lower() in place.profile.time_leads)


def initial(place: Place) -> bool | None:
    """А. С. Пушкин, J. K. Rowling; but "Plan B. They ..." and "витамин А. Он ..." end."""
    token = place.token.rpartition(".")[2].lstrip("-")  # J.-C. Juncker
    if len(token) != 1 or token >= _EAST_ASIAN:
        return None
    if len(place.word) == 1 and place.after_word == "." and token.isalpha():
        return False  # z. B.
    if kind_of(token) not in (Kind.UPPER, Kind.CASELESS) or place.following["dash"] or place.following["open"]:
        return None
    if place.kind in (Kind.UPPER, Kind.CASELESS):
        return place.is_starter
    return None


def ordinal(place: Place) -> bool | None:
    """German and others write the 3rd as "3.": am 3. Oktober."""
    if not place.profile.ordinals or place.is_starter or place.kind is not Kind.UPPER:
        return None
    return False if re.fullmatch(r"\d{1,2}|[IVX]{1,5}", place.token) else None
