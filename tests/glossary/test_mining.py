"""Names found in texts: what is no name, which form is the lemma, what stands for a name in translations."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlate.bitext import read_pairs
from xlate.errors import InputError
from xlate.glossary.checking import FORBIDDEN, SATISFIED, VIOLATED, check, units_of
from xlate.glossary.concept import Concept, Gender, Kind, Status, Term
from xlate.glossary.mining import find_candidates, lemma_of, mine
from xlate.glossary.mining.drafts import drafts
from xlate.glossary.mining.known import unknown
from xlate.glossary.shelf import open_shelf
from xlate.glossary.termbase import Termbase
from xlate.glossary.transliteration import suggest
from xlate.glossary.usage import rates, uses

PAIRS = [
    ("Marchuk met the mayor of Navahrudak.", "Марчук сустрэўся з мэрам Навагрудка."),
    ("The mayor thanked Marchuk.", "Мэр падзякаваў Марчуку."),
    ("It rained in Navahrudak on Monday.", "У панядзелак у Навагрудку ішоў дождж."),
    ("People left Navahrudak after Marchuk spoke.", "Людзі пакідалі Навагрудак пасля слоў Марчука."),
    ("The rain did not stop for Marchuk.", "Дождж не спыніўся і для Марчука."),
]


@pytest.mark.parametrize(
    "text",
    [
        "The minister left. Nobody asked why. He was tired.",
        "It rained on Monday and in March.",
        "Ferry Returns To River After Long Winter Break",
        "",
        "12 345",
    ],
)
def test_what_is_no_name_stays_silent(text: str) -> None:
    assert find_candidates([text, text], "en") == []


def test_names_are_counted_with_their_contexts() -> None:
    texts = [source for source, _ in PAIRS] + ["Hanna Marchuk's brother works for the Bank of Slonim."]
    found = {candidate.name: candidate for candidate in find_candidates(texts, "en", 1)}
    assert found["Marchuk"].count == 4
    assert "Marchuk met the mayor" in found["Marchuk"].contexts[0]
    assert found["Hanna Marchuk"].forms == ("Hanna Marchuk",)
    assert "Bank of Slonim" in found


@pytest.mark.parametrize(
    ("language", "seen", "lemma"),
    [
        ("ru", {"Лукашенко": 4}, "Лукашенко"),
        ("ru", {"Минска": 5, "Минске": 6, "Минском": 1}, "Минск"),
        ("ru", {"Варшавы": 3, "Варшаве": 4, "Варшаву": 1, "Варшава": 2}, "Варшава"),
        ("uk", {"Харкова": 5, "Харкові": 6, "Харків": 2}, "Харків"),
        ("be", {"Лукашэнкам": 2, "Лукашэнкі": 3, "Лукашэнка": 4}, "Лукашэнка"),
        ("be", {"Віцебску": 5, "Віцебска": 6, "Віцебскам": 1}, "Віцебск"),
        ("be", {"НАТА": 3}, "НАТА"),
        ("en", {"Minsk": 3}, "Minsk"),
    ],
)
def test_the_lemma_of_the_forms_seen(language: str, seen: dict[str, int], lemma: str) -> None:
    assert lemma_of(seen, language) == lemma


def test_targets_come_and_go_with_their_source() -> None:
    found = {mined.name: mined for mined in mine(PAIRS, "en", "be")}
    assert [target.lemma for target in found["Marchuk"].targets] == ["Марчук"]
    assert [target.lemma for target in found["Navahrudak"].targets] == ["Навагрудак"]
    assert found["Marchuk"].targets[0].count == 4
    assert not found["Marchuk"].disputed


def test_a_name_that_is_written_two_ways_is_disputed() -> None:
    pairs = [(f"They saw Berezin {i} times.", f"Яны бачылі Бярэзіна {i} разоў.") for i in range(3)]
    pairs += [(f"They met Berezin {i} times.", f"Яны сустрэлі Беразіна {i} разоў.") for i in range(3)]
    [mined] = mine(pairs, "en", "be")
    assert mined.disputed


@pytest.mark.parametrize(
    ("name", "source", "target", "wanted"),
    [
        ("Karpenko", "en", "ru", "Карпенко"),
        ("Karpenko", "en", "be", "Карпенка"),
        ("Zelensky", "en", "uk", "Зеленський"),
        ("Shushkevich", "en", "be", "Шушкевіч"),
        ("NATO", "en", "ru", "NATO"),
        ("Тимошенко", "uk", "en", "Tymoshenko"),
        ("Згурський", "uk", "en", "Zghurskyi"),
        ("Ельцин", "ru", "en", "Yeltsin"),
        ("Ціханоўская", "be", "en", "Tsikhanouskaya"),
        ("Віцебск", "be", "en", "Viciebsk"),
        ("Магілёў", "be", "en", "Mahilioŭ"),
    ],
)
def test_transliteration_by_each_languages_own_system(name: str, source: str, target: str, wanted: str) -> None:
    assert wanted in [suggestion.text for suggestion in suggest(name, source, target)]


def test_no_system_leads_from_polish() -> None:
    assert suggest("Wałęsa", "pl", "be") == []


TERMBASE = Termbase(
    (
        Concept(
            Kind.PLACE,
            {"en": Term("en", "Belarus"), "ru": Term("ru", "Беларусь", forbidden=("Белоруссия",))},
            Gender.FEMININE,
        ),
    )
)


def test_a_finished_translation_is_checked() -> None:
    units = [
        ("a:1", "Rain in Belarus.", "Дождь в Беларуси."),
        ("a:2", "Rain in Belarus.", "Дождь в Белоруссии."),
        ("a:3", "Rain in Belarus.", "Дождь в стране."),
        ("a:4", "Rain in Minsk.", "Дождь в Минске."),
    ]
    verdicts = list(check(units, TERMBASE, ("en", "ru")))
    assert [(v.place, v.status) for v in verdicts] == [("a:1", SATISFIED), ("a:2", FORBIDDEN), ("a:3", VIOLATED)]
    assert '"Белоруссии" is forbidden; write Беларусь' in str(verdicts[1])


def test_articles_are_checked_by_paragraph_where_they_have_as_many(tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.ru.txt"
    source.write_text("Rain in Belarus was heavy on Monday.\n\nIt did not stop until the evening.\n", encoding="utf-8")
    target.write_text("Дождь в Беларуси был сильным.\n\nОн шёл до самого вечера.\n", encoding="utf-8")
    assert len(list(units_of(source, target, ("en", "ru")))) == 2
    target.write_text("Дождь в Беларуси был сильным.\n", encoding="utf-8")
    [(place, left, _)] = units_of(source, target, ("en", "ru"))
    assert place == str(target)
    assert "evening" in left


TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="en-US"><seg>Navahrudak</seg></tuv><tuv xml:lang="BE"><seg>Навагрудак</seg></tuv></tu>
<tu><tuv lang="en"><seg>A <bpt i="1">&lt;b&gt;</bpt>town<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv lang="be"><seg>Горад.</seg></tuv></tu><tu><tuv xml:lang="en"><seg>Only English</seg></tuv></tu>
</body></tmx>"""


def test_aligned_files_of_every_kind(tmp_path: Path) -> None:
    memory = tmp_path / "m.tmx"
    memory.write_text(TMX, encoding="utf-8")
    assert [pair[1:] for pair in read_pairs(memory, "en", "be")] == [
        ("Navahrudak", "Навагрудак"),
        ("A town.", "Горад."),
    ]
    [draft] = drafts(memory, ("en", "be"))
    assert (draft.terms["be"].text, draft.status, draft.source) == (
        "Навагрудак", Status.DRAFT, "mined from m.tmx (1 times)",
    )  # fmt: skip
    columns = tmp_path / "c.tsv"
    columns.write_text("rain\tдождь\tдощ\tдождж\nsun\t\tсонце\tсонца\n", encoding="utf-8")
    assert [pair[1:] for pair in read_pairs(columns, "en", "be")] == [("rain", "дождж"), ("sun", "сонца")]
    assert [pair[1:] for pair in read_pairs(columns, "en", "ru")] == [("rain", "дождь")]
    columns.write_text("be\ten\nдождж\train\n", encoding="utf-8")
    assert [pair[1:] for pair in read_pairs(columns, "en", "be")] == [("rain", "дождж")]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.tmx", b"<tmx><tu>", "no well-formed XML"),
        ("a.tmx", b'<!DOCTYPE a [<!ENTITY b "c">]><tmx/>', "declares an entity"),
        ("a.json", b"{}", "no translation"),
        ("a.tsv", b"one column only\n", "has 1 columns"),
        ("a.tsv", b"\xff\xfe\x00", "not UTF-8"),
    ],
)
def test_broken_aligned_files_are_refused(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=said):
        list(read_pairs(tmp_path / name, "en", "be"))


def test_use_of_terms_and_unused_ones(tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_text("en\tru\tkind\tgender\nMinsk\tМинск\tplace\tm\nBrest\tБрест\tplace\tm\n", encoding="utf-8")
    shelf = open_shelf([path], shipped=False)
    counted = uses(shelf.entries, ["Minsk and Minsk's mayor", "nothing"], "en")
    assert [(use.entry.line, use.count) for use in counted] == [(2, 2), (3, 0)]
    assert unknown("Slonim", shelf.termbase, "en")
    assert not unknown("Minsk", shelf.termbase, "en")
    assert unknown("Minsk Arena", shelf.termbase, "en")


def test_violation_rates_of_results(tmp_path: Path) -> None:
    from tests.report.test_side_by_side import make_result
    from xlate.report.json import render_json

    path = tmp_path / "r.json"
    path.write_text(render_json([make_result()]), encoding="utf-8")
    measured = {rate.term: rate for rate in rates([path])}
    assert measured["Dnieper"].violated == 0.0
    assert dict(measured["Ferry"].statuses) == {"violated": 1}
