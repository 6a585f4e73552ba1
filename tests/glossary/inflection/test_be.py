"""Belarusian inflection: goldens that a translator can read, and what must stay unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from xlate.glossary.concept import Case, Form, Gender, Kind, Number, Paradigm
from xlate.glossary.inflection.be import BelarusianInflector

GOLDENS = Path(__file__).parent.parent / "golden" / "paradigms.be.txt"
CASES = (Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE)
PARTS = ("first", "patronymic", "surname")

BE = BelarusianInflector()


class Golden(NamedTuple):
    """One block of the file; ``rows`` are the number asked for and, after "+", the plural."""

    word: str
    facts: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def paradigm(self) -> Paradigm:
        gender = next((Gender(fact) for fact in self.facts if fact in ("m", "f", "n")), Gender.UNKNOWN)
        number = Number.PLURAL if "pl" in self.facts else Number.SINGULAR
        part = next((fact for fact in self.facts if fact in PARTS), "")
        kind = Kind(self.facts[0])
        return BE.noun(self.word, kind, gender, number, animate=kind is Kind.PERSON, part=part)


def goldens() -> Iterator[Golden]:
    text = "\n".join(line for line in GOLDENS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for block in text.split("\n\n"):
        lines = block.strip().splitlines()
        if lines:
            word, _, facts = lines[0].partition(" · ")
            rows = tuple(tuple(cell.strip() for cell in line.lstrip("+ ").split(",")) for line in lines[1:])
            yield Golden(word, tuple(facts.split()), rows)


ALL = list(goldens())


def test_there_are_enough_goldens() -> None:
    assert len(ALL) >= 200
    assert all(len(row) == 6 for golden in ALL for row in golden.rows)


@pytest.mark.parametrize("golden", ALL, ids=lambda golden: f"{golden.word}-{'-'.join(golden.facts)}")
def test_paradigm(golden: Golden) -> None:
    made = golden.paradigm()
    numbers = (Number.PLURAL,) if "pl" in golden.facts else (Number.SINGULAR, Number.PLURAL)
    for number, row in zip(numbers, golden.rows, strict=False):
        for case, cell in zip(CASES, row, strict=True):
            wanted = cell.split("/")
            got = made[Form(case, number)]
            assert got[0] == wanted[0], f"{number} {case}"
            assert set(wanted) <= set(got), f"{number} {case}"


@pytest.mark.parametrize("word", ["Reuters", "ААН", "БелТА", "ЗША", "Boeing-737", "НАТА"])
def test_abbreviations_and_foreign_letters_keep_their_form(word: str) -> None:
    made = BE.noun(word, Kind.ORGANISATION, Gender.UNKNOWN, Number.SINGULAR, animate=False, part="")
    assert set(made.values()) == {(word,)}


@pytest.mark.parametrize(
    "word",
    [
        "Індыя",
        "Марыя",
        "партыя",
        "Карпаты",
        "Афіны",
        "справы",
        "Баранавічы",
        "старшыня",
        "Сумы",
        "Мінск",
        "войны",
        "Расія",
    ],
)
def test_nouns_are_no_adjectives(word: str) -> None:
    assert not BE.is_adjective(word)
    assert BE.adjective(word) == {}


@pytest.mark.parametrize(
    ("word", "masculine"),
    [
        ("Беларуская", "Беларускі"),
        ("Аб'яднаныя", "Аб'яднаны"),
        ("Чорнае", "Чорны"),
        ("Залатое", "Залаты"),
        ("Заходняя", "Заходні"),
        ("паўночна-заходні", "паўночна-заходні"),
        ("Вялікія", "Вялікі"),
        ("Еўрапейскі", "Еўрапейскі"),
        ("першы", "першы"),
        ("Міністэрскае", "Міністэрскі"),
        ("новыя", "новы"),
        ("рабочы", "рабочы"),
    ],
)
def test_adjectives_are_led_back_to_the_masculine(word: str, masculine: str) -> None:
    assert BE.is_adjective(word)
    assert BE.adjective(word)[Form(Case.NOMINATIVE, Number.SINGULAR, Gender.MASCULINE)] == (masculine,)


M, F, N, P = Gender.MASCULINE, Gender.FEMININE, Gender.NEUTER, Gender.UNKNOWN
ADJECTIVES = {
    "новы": {
        M: "новы, новага, новаму, новы/новага, новым, новым",
        F: "новая, новай, новай, новую, новай/новаю, новай",
        N: "новае, новага, новаму, новае, новым, новым",
        P: "новыя, новых, новым, новыя/новых, новымі, новых",
    },
    "беларускі": {
        M: "беларускі, беларускага, беларускаму, беларускі/беларускага, беларускім, беларускім",
        F: "беларуская, беларускай, беларускай, беларускую, беларускай/беларускаю, беларускай",
        N: "беларускае, беларускага, беларускаму, беларускае, беларускім, беларускім",
        P: "беларускія, беларускіх, беларускім, беларускія/беларускіх, беларускімі, беларускіх",
    },
    "сярэдні": {
        M: "сярэдні, сярэдняга, сярэдняму, сярэдні/сярэдняга, сярэднім, сярэднім",
        F: "сярэдняя, сярэдняй, сярэдняй, сярэднюю, сярэдняй/сярэдняю, сярэдняй",
        N: "сярэдняе, сярэдняга, сярэдняму, сярэдняе, сярэднім, сярэднім",
        P: "сярэднія, сярэдніх, сярэднім, сярэднія/сярэдніх, сярэднімі, сярэдніх",
    },
    "малады": {
        M: "малады, маладога, маладому, малады/маладога, маладым, маладым",
        F: "маладая, маладой, маладой, маладую, маладой/маладою, маладой",
        N: "маладое, маладога, маладому, маладое, маладым, маладым",
        P: "маладыя, маладых, маладым, маладыя/маладых, маладымі, маладых",
    },
    "трэці": {
        M: "трэці, трэцяга, трэцяму, трэці/трэцяга, трэцім, трэцім",
        F: "трэцяя, трэцяй, трэцяй, трэцюю, трэцяй/трэцяю, трэцяй",
    },
    "другі": {
        M: "другі, другога, другому, другі/другога, другім, другім",
        F: "другая, другой, другой, другую, другой/другою, другой",
    },
    "старшы": {M: "старшы, старшага, старшаму, старшы/старшага, старшым, старшым"},
    "наш": {
        M: "наш, нашага, нашаму, наш/нашага, нашым, нашым",
        F: "наша, нашай, нашай, нашу, нашай/нашаю, нашай",
    },
    "Баранцава": {N: "Баранцава, Баранцава/Баранцавага, Баранцаву/Баранцаваму, Баранцава, Баранцавым, Баранцавым"},
    "Карлавы": {P: "Карлавы, Карлавых, Карлавым, Карлавы/Карлавых, Карлавымі, Карлавых"},
    "бацькаў": {
        M: "бацькаў, бацькавага, бацькаваму, бацькаў/бацькавага, бацькавым, бацькавым",
        F: "бацькава, бацькавай, бацькавай, бацькаву, бацькавай/бацькаваю, бацькавай",
    },
}


@pytest.mark.parametrize("word", ADJECTIVES)
def test_adjective(word: str) -> None:
    made = BE.adjective(word)
    for gender, row in ADJECTIVES[word].items():
        number = Number.SINGULAR if gender else Number.PLURAL
        cells = ["/".join(made[Form(case, number, gender)]) for case in CASES]
        assert ", ".join(cells) == row


def test_vocative_only_where_the_language_has_it() -> None:
    sir = BE.noun("пан", Kind.TITLE, M, Number.SINGULAR, animate=True, part="")
    assert sir[Form(Case.VOCATIVE)] == ("пане",)
    name = BE.noun("Лукашэнка", Kind.PERSON, M, Number.SINGULAR, animate=True, part="surname")
    assert Form(Case.VOCATIVE) not in name
