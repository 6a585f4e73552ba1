"""Encodings are found, declared ones respected, binary files refused."""

from __future__ import annotations

import pytest

from xlate.documents import decode, read_bytes
from xlate.errors import InputError

SENTENCES = [
    "Президент Беларуси Александр Лукашенко заявил во вторник: «Запад готовит удар».",
    "Прэзідэнт Украіны Уладзімір Зяленскі сустрэўся з журналістамі ў Кіеве.",
    "Президент України звернувся до білорусів — і не тільки до них.",
    "Вчера в Минске прошли переговоры о торговле, сообщили в среду.",
    "Сказав і поїхав у Київ. Її чекали щонайменше п'ятеро.",
]
SHORT = ["Мінск", "Минск", "Путин", "Лукашэнка сустрэўся", "Київ і Москва", "Он сказал: «Да»."]
UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
CYRILLIC = ["cp1251", "koi8-u", "koi8-r", "iso-8859-5", "mac-cyrillic", "cp866"]


def _writable(text: str, encoding: str) -> bool:
    try:
        return bool(text.encode(encoding))
    except UnicodeEncodeError:
        return False


PAIRS = [(text, encoding) for text in SENTENCES for encoding in [*UNICODE, *CYRILLIC] if _writable(text, encoding)]


@pytest.mark.parametrize(("text", "encoding"), PAIRS)
def test_sentences_in_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


WORDS = [(text, encoding) for text in SHORT for encoding in ["utf-8", "cp1251", "koi8-u"] if _writable(text, encoding)]


@pytest.mark.parametrize(("text", "encoding"), WORDS)
def test_a_word_or_two_suffice(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize("text", ["Müller said “no” – twice.", "naïve café owners", "it’s 5 € and that’s all"])
def test_western_text_is_not_taken_for_cyrillic(text: str) -> None:
    assert decode(text.encode("cp1252"), "x") == text


def test_the_encoding_a_user_names_wins() -> None:
    assert decode("мир".encode("koi8-r"), "x", "koi8-r") == "мир"


def test_a_wrong_or_unknown_encoding_is_an_error_with_a_way_out() -> None:
    with pytest.raises(InputError, match="not in utf-8") as wrong:
        decode("мир".encode("cp1251"), "x.txt", "utf-8")
    assert wrong.value.hint
    for name in ("klingon", "hex"):
        with pytest.raises(InputError, match="no encoding"):
            decode(b"x", "x.txt", name)


def test_one_damaged_byte_in_utf8_is_forgiven() -> None:
    data = "Это текст, в котором испорчен только один байт из многих.".encode()
    assert decode(data[:-2] + b"\xff.", "x").startswith("Это текст")


def test_a_declared_charset_is_respected_and_a_lie_is_not() -> None:
    page = '<html><head><meta charset="{}"></head><body><p>Прывітанне, свет! Гэта старонка з Мінска.</p></body></html>'
    for declared, actual in [("windows-1251", "cp1251"), ("koi8-r", "cp1251"), ("windows-1251", "utf-8")]:
        document = read_bytes(page.format(declared).encode(actual), "x.html")
        assert document.blocks[0].text.startswith("Прывітанне, свет!")


def test_rare_encodings_are_read_when_declared() -> None:
    page = '<meta charset="iso-8859-2"><p>Zażółć gęślą jaźń, powiedział minister.</p>'
    assert read_bytes(page.encode("iso-8859-2"), "x.html").blocks[0].text.startswith("Zażółć gęślą jaźń")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04....xl/workbook.xml", "spreadsheet"),
        (b"PK\x03\x04....whatever", "zip"),
        (b"\xd0\xcf\x11\xe0....", "Office"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"abc\x00def" * 9, "NUL"),
    ],
)
def test_binary_files_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as refused:
        read_bytes(data, "article.txt")
    assert "article.txt" in str(refused.value)
    assert refused.value.hint
