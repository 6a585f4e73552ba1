"""The news corpus obeys its rules, and every rule tells a wrong line from a right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import corpus_check
from tools.corpus_doubles import near_doubles
from tools.corpus_lines import Row, sample
from tools.corpus_norms import misspellings
from tools.corpus_numbers import respell
from tools.corpus_rules import RULES
from tools.sets import default_dev
from xlate.languages import FOUR

GOOD = (
    "The minister told BelTA on Monday that 46 houses had been flooded.",
    "Министр в понедельник сообщил «БелТА», что затоплено 46 домов.",
    "Міністр у понеділок повідомив «БелТА», що затоплено 46 будинків.",
    "Міністр у панядзелак паведаміў «БелТА», што затоплена 46 дамоў.",
)


def test_the_committed_corpus_has_no_findings() -> None:
    dev = default_dev()
    found = corpus_check.check(corpus_check.CORPUS, dev if dev.is_dir() else None)
    assert not found, "\n".join(map(str, found))


def broken(rule: str, **columns: str) -> list[str]:
    return list(RULES[rule](dict(zip(FOUR, GOOD, strict=True)) | columns))


@pytest.mark.parametrize("rule", RULES)
def test_a_good_line_is_silent(rule: str) -> None:
    assert broken(rule) == []


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("spaces", {"ru": "Затоплено 46  домов."}),
        ("spaces", {"uk": "Затоплено 46 будинків ."}),
        ("spaces", {"be": "Затоплена\u00a046 дамоў."}),
        ("spaces", {"be": "Дождж,потым град."}),
        ("letters", {"ru": "Министр в понеділок сообщил."}),
        ("letters", {"be": "Міністр у понедельник паведамил."}),
        ("letters", {"en": "The министр told BelTA."}),
        ("letters", {"be": "Міністр паведаміў агенцтву Reuters."}),
        ("look-alikes", {"ru": "Mинистр сообщил."}),  # Latin M
        ("look-alikes", {"en": "The mіnister said."}),  # Cyrillic і
        ("look-alikes", {"uk": "Міністр i посол."}),  # Latin i
        ("look-alikes", {"en": "On the social network X.", "ru": "В соцсети Х."}),  # Cyrillic Х
        ("apostrophes", {"uk": "П’ять будинків."}),
        ("dashes", {"ru": "Минск - столица."}),
        ("dashes", {"be": "Мінск— сталіца."}),
        ("dashes", {"be": "Мінск – сталіца."}),
        ("norms", {"be": "Ён жыве у Мінску."}),
        ("norms", {"uk": "Він робится старшим."}),
        ("numbers", {"be": "Міністр у панядзелак паведаміў «БелТА», што затоплена 48 дамоў."}),
        ("numbers", {"ru": "Министр в понедельник сообщил, что затоплены дома."}),
        ("names", {"be": "Міністр у панядзелак паведаміў агенцтву «Рэйтар», што затоплена 46 дамоў."}),
        ("quotes", {"ru": "Министр сообщил «БелТА, что затоплено 46 домов."}),
        ("quotes", {"uk": 'Міністр повідомив "БелТА".'}),
        ("quotes", {"en": "The minister told “BelTA”."}),
        ("quotes", {"ru": "«Мы видели, что затоплено больше сорока домов», — сказал он.", "uk": "Ні.", "be": "Не."}),
        ("lengths", {"en": "It is raining."}),
        ("lengths", {"en": "a " * 41}),
        ("lengths", {"ru": "Затоплены дома."}),
        ("repeats", {"be": "Міністр у у панядзелак паведаміў."}),
        ("ends", {"be": "Міністр паведаміў пра гэта?"}),
        ("ends", {"ru": "министр сообщил о домах."}),
    ],
)
def test_a_wrong_line_is_caught(rule: str, columns: dict[str, str]) -> None:
    assert broken(rule, **columns)


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("spaces", dict.fromkeys(FOUR, "Domains in the .by zone")),
        ("letters", {"be": "Газета «Вечерний Брест» напісала пра BelTA."}),
        ("letters", {"en": 'He reads "Українська правда".'}),
        ("letters", {"ru": "В XIV веке и на BMW", "uk": "У XIV столітті й на BMW", "be": "У XIV стагоддзі і на BMW"}),
        ("look-alikes", {"ru": "IT-компания", "uk": "IT-компанія", "be": "IT-кампанія"}),
        ("apostrophes", {"uk": "П'ять будинків."}),
        ("dashes", {"ru": "Минск — столица, кое-где 10–15 градусов."}),
        ("norms", {"be": "Газета «Вечерний Брест» выходзіць ва Украіне і ў Мінску."}),
        ("numbers", {"en": "It has 900,000 people.", "ru": "900 тысяч", "uk": "900 тисяч", "be": "900 тысяч"}),
        ("numbers", {"en": "For seventeen days", "ru": "17 дней", "uk": "сімнадцять днів", "be": "сямнаццаць дзён"}),
        ("quotes", {"uk": "Міністр повідомив Суспільному."}),  # a name, not what somebody said
        ("lengths", {"en": "Wet floor"}),
        ("repeats", {"en": "He had had 46 houses.", "be": "Аб аб'яднанні"}),
        ("ends", {"en": "He asked: who?", "ru": "Он спросил: «Кто?»", "uk": "Він: «Хто?»", "be": "Ён: «Хто?»"}),
    ],
)
def test_a_right_line_is_left_alone(rule: str, columns: dict[str, str]) -> None:
    assert broken(rule, **columns) == []


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("ru", "жызнь", "жизнь и шяуляйская брошюра"),
        ("ru", "чюдо", "жюри"),
        ("uk", "пять, оголовя", "п'ять, свято, бюро, В'ячеслав, Пярну"),
        ("uk", "він дивится", "він дивиться"),
        ("uk", "ищук", "Кім Чен Ин"),
        ("be", "дять і тень", "дзяцей, «Метінвест»"),
        ("be", "рэчь, чяс", "час, «Укрінфарм»"),
        ("be", "гыпноз", "Кыргызстан"),
        ("be", "аутар", "аўтар, шоу, радыус, Марыупаль"),
        ("be", "удзельнікў", "удзельнікаў"),
        ("be", "смяется, смяецся", "смяецца"),
        ("be", "сьвет, зьява, насельле", "свет, калісьці, прыходзьце, пісьменнік, ледзьве"),
        ("be", "дрэйфуючых мін", "дрэйфуючы, яны, кіруючая партыя, бягучага года, пякучая"),
        ("uk", "дрейфуючі міни", "дрейфуючи, вони, палаючі шини, керуючий, квітучі"),
        ("be", "да ўрны", "да урны, Брэсцкая унія, за унцыю, для ўнітарыя"),
        ("be", "яна убачыла", "яна ўбачыла, ва Украіне, да урны"),
        ("be", "«Дынама» у Мінску", "«Дынама» ў Мінску"),
        ("be", "дом ў горадзе", "дом у горадзе"),
        ("be", "так, ўсё", "так, усё"),
        ("be", "у Ўроцлаве", "ва Уроцлаве"),
    ],
)
def test_norms(code: str, wrong: str, right: str) -> None:
    assert list(misspellings(wrong, code))
    assert list(misspellings(right, code)) == []


@pytest.mark.parametrize(
    ("code", "text", "read_as"),
    [
        ("en", "a million and a half tonnes", "1.5 million tonnes"),
        ("en", "two hours and a half", "two and a half hours"),
        ("ru", "двадцатишестиградусный мороз", "26 градусный мороз"),
        ("ru", "двухтысячелетняя и сорок дней", "2000 летняя и сорок дней"),
        ("uk", "дев'ятнадцятеро поранених", "дев'ятнадцять поранених"),
        ("be", "трыма сотнямі і дзевяццю дзясяткамі", "300 і 90"),
        ("be", "двухразовы", "двухразовы"),
    ],
)
def test_spelled_numbers_keep_their_value(code: str, text: str, read_as: str) -> None:
    assert respell(text, code) == read_as


def test_near_doubles_are_found_and_neighbours_are_not() -> None:
    texts = [
        "The Battle of Orsha was fought on 8 September 1514.",
        "Peel the potatoes and grate them finely.",
        "The Battle of Orsha took place on 8 September 1514.",
        "The Battle of Grunwald ended in a victory.",
    ]
    assert [(a, b) for a, b, _ in near_doubles(texts, alike=0.75)] == [(2, 0)]
    assert [(a, b) for a, b, _ in near_doubles(texts[2:], texts[:1], alike=0.75)] == [(1, 0)]


def corpus(folder: Path, *lines: str, file: str = "rain.tsv") -> Path:
    (folder / "articles").mkdir(exist_ok=True)
    (folder / file).write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return folder


def found(folder: Path, dev: Path | None = None) -> list[str]:
    return [f"{finding.file}:{finding.line} {finding.rule}" for finding in corpus_check.check(folder, dev)]


LINE = "\t".join(GOOD)
OTHER = "Sparrows slept quietly.\tВоробьи тихо спали.\tГоробці тихо спали.\tВераб'і ціха спалі.".replace(
    ".", " there.", 1
)


def test_columns(tmp_path: Path) -> None:
    assert found(corpus(tmp_path, LINE, OTHER)) == []
    assert found(corpus(tmp_path, LINE, "\t".join(GOOD[:3]), "", LINE + "\t")) == [
        "rain.tsv:2 columns",
        "rain.tsv:3 columns",
        "rain.tsv:4 columns",
    ]


def test_articles(tmp_path: Path) -> None:
    good = [f"{LINE}\tflood/1\t0", f"{OTHER}\tflood/1\t1"]
    assert found(corpus(tmp_path, *good, file="articles/a.tsv")) == []
    assert found(corpus(tmp_path, good[0], f"{OTHER}\tflood/1\t2", file="articles/a.tsv")) == [
        "articles/a.tsv:1 articles"
    ]
    assert found(corpus(tmp_path, good[0], file="articles/a.tsv")) == ["articles/a.tsv:1 articles"]
    assert found(corpus(tmp_path, f"{LINE}\tflood\t0", file="articles/a.tsv")) == ["articles/a.tsv:1 columns"]


def test_doubles_in_the_corpus_and_with_held_out_lines(tmp_path: Path) -> None:
    assert found(corpus(tmp_path, LINE, OTHER, LINE.replace("Monday", "Friday"))) == ["rain.tsv:3 doubles"] * 4
    (tmp_path / "dev" / "news").mkdir(parents=True)
    (tmp_path / "dev" / "news" / "be.txt").write_text(f"{GOOD[3]}\n", "utf-8")
    assert found(corpus(tmp_path, LINE, OTHER), tmp_path / "dev") == ["rain.tsv:1 held out"]


def test_two_outlets_may_tell_a_story_alike_but_not_in_the_same_words(tmp_path: Path) -> None:
    rows = [f"{LINE}\tflood/1\t0", f"{OTHER}\tflood/1\t1"]
    alike = [
        f"{LINE.replace('Monday', 'Friday').replace('онед', 'онеед').replace('дзелак', 'дзелкк')}\tflood/2\t0",
        "It rained all night.\tДождь шёл всю ночь.\tДощ ішов усю ніч.\tДождж ішоў усю ноч.\tflood/2\t1",
    ]
    assert found(corpus(tmp_path, *rows, *alike, file="articles/a.tsv")) == []
    assert found(corpus(tmp_path, *rows, alike[0], f"{OTHER}\tflood/2\t1", file="articles/a.tsv"))


def test_an_exception_silences_its_line_alone_and_goes_with_it(tmp_path: Path) -> None:
    wrong = LINE.replace("46 houses", "47 houses")
    corpus(tmp_path, wrong, OTHER)
    (tmp_path / corpus_check.EXCEPTIONS).write_text(f"numbers\t{wrong.split(chr(9))[0]}\n", "utf-8")
    assert found(tmp_path) == []
    assert found(corpus(tmp_path, LINE, OTHER)) == ["exceptions.txt:1 exceptions"]


def test_a_sample_is_fixed_and_new_files_do_not_change_it() -> None:
    rows = [Row("b.tsv", number, GOOD) for number in range(1000)]
    drawn = sample(rows, 0.1, 7)
    assert 60 < len(drawn) < 140
    assert sample([Row("a.tsv", 1, GOOD), *rows], 0.1, 7)[-len(drawn) :] == drawn
    assert sample(rows, 0.1, 8) != drawn


def test_counts_and_exit_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus(tmp_path, LINE, OTHER)
    corpus(tmp_path, f"{LINE}\tflood/1\t0", f"{LINE}\tflood/2\t0", file="articles/a.tsv")
    assert corpus_check.main([str(tmp_path), "--counts"]) == 0
    shown = capsys.readouterr().out
    assert "| lines | 4 |" in shown
    assert "| stories told by several outlets | 1 |" in shown
    assert corpus_check.main([str(tmp_path)]) == 1
    assert corpus_check.main([str(tmp_path / "articles" / "none")]) == 2
