"""How much a decoded text looks like words: the score that tells cp1251 from koi8-u where statistics are too short.

Each 8-bit Cyrillic encoding turns every other one's text into Cyrillic letters, so counting letters is no use.  What
gives a wrong guess away: letters that never stand together ("лхмяй" for "МИНСК"), capitals inside words ("лЁМЯЙ"),
Latin and Cyrillic in one word ("cafй"), box-drawing characters.  The pairs below are the 320 most frequent of about
1,090 in Russian, Ukrainian and Belarusian dev/news and dev/flores (3 x 2,004 segments, 2026-11-23): nine in ten of all
pairs in running text, word edges ("_") included.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PAIRS = """
_абвгдежзиклмнопрстуфхцчшщэяіў а_бвгдежзйклмнпрстхцчюяў б_аелоруыі в_аеилносуыяі галору д_аежзилноруыі
е_вгдзйклмнрстц жаеин з_авемноі и_вдезийклмнрстхчя й_нс к_аилортуі л_аеиоуьюяі м_аеиопуі н_агдеикностуцыьяі
о_бвгдежзйклмнпрстчюў паелоруі р_аеинотуыэі с_авеиклноптуцьяі т_авеикнорсуыьі у_вдлпрстчю х_ао цаеицыьі
чаеинты шаеит що ы_ейлмнхя ь_кнсш энт ю_т я_вкмнт є_ і_вдзйклмнстця ї_ ў_н
"""
_FREQUENT = frozenset(group[0] + second for group in _PAIRS.split() for second in group[1:])
_ALPHABET = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў")  # ru, uk, be; cp1251 has Serbian letters between
_TYPOGRAPHY = frozenset("«»“”„‘’‚–—…№°§€£©®™•·¹²³½¼¾±×¿¡´`\u00a0")
_WORD = re.compile(r"[^\W\d_]+")
_SYMBOL = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f]+(?=[^\W\d_])|[^\w\s\x00-\x7f]|\u00a0")
_BETWEEN_LETTERS = frozenset("’‘–—…")
_OPENING = frozenset("«„‚")
_MISREAD_CAPITALS = frozenset("‘’‚„“”–—…")
# Weights are guessed; tests/documents/test_encodings.py holds the cases that they must tell apart.
_GOOD_PAIR, _ODD_PAIR, _CASE_JUMP, _SCRIPT_JUMP = 1.0, -0.6, -2.0, -2.0
_ACCENT_IN_LATIN, _ACCENT_ALONE = 0.7, -0.7
_GOOD_SYMBOL, _ODD_SYMBOL, _SYMBOL_IN_WORD, _QUOTE_AT_WRONG_SIDE = 0.3, -1.5, -3.0, -1.5
_STRANGE, _GLUED_TO_WORD = -1.5, -0.5


def plausibility(text: str) -> float:
    """How much the characters outside ASCII look like words and typography: about 0.8 for text, below 0 for noise.

    The mean over those characters; 0 for a text in ASCII.
    """
    total = sum(_word_score(word) for word in _WORD.findall(text) if not word.isascii())
    total += sum(_symbol_score(text, symbol) for symbol in _SYMBOL.finditer(text))
    return total / max(1, sum(char > "\x7f" for char in text))


def _symbol_score(text: str, found: re.Match[str]) -> float:
    """A dash, quotation mark or sign where such a thing stands, or noise: "окт€бр€", "сво╓му"."""
    symbol = found.group()
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    if before.isalpha() and after.isalpha():
        return _GOOD_SYMBOL if symbol in _BETWEEN_LETTERS else _SYMBOL_IN_WORD
    if (symbol == "”" and after.isalpha()) or (symbol in _OPENING and before.isalnum()):
        return _QUOTE_AT_WRONG_SIDE
    if symbol in _MISREAD_CAPITALS and after.islower() and _is_cyrillic(after):
        return _GLUED_TO_WORD  # "—реди" for "Среди"
    return _GOOD_SYMBOL if symbol in _TYPOGRAPHY else _ODD_SYMBOL


def _word_score(word: str) -> float:
    score = sum(_CASE_JUMP for a, b in pairwise(word) if a.islower() and b.isupper())
    cyrillic = [_is_cyrillic(char) for char in word]
    if all(cyrillic):
        return score + _cyrillic_score(word.lower())
    if any(cyrillic):
        return score + _SCRIPT_JUMP * sum(char > "\x7f" for char in word)
    return score + _latin_score(word)


def _cyrillic_score(word: str) -> float:
    edged = f"_{word}_"
    pairs = [a + b in _FREQUENT for a, b in pairwise(edged)]
    strange = sum(char not in _ALPHABET for char in word)
    return len(word) * sum(_GOOD_PAIR if good else _ODD_PAIR for good in pairs) / len(pairs) + _STRANGE * strange


def _latin_score(word: str) -> float:
    """Accented letters stand between plain ones ("Miltinytė"); a word of accents is Cyrillic misread ("Ìèíñê")."""
    n_accented = sum(char > "\x7f" for char in word)
    return n_accented * (_ACCENT_IN_LATIN if 2 * n_accented <= len(word) else _ACCENT_ALONE)


def _is_cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u052f"
