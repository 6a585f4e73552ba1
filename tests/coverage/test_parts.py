"""The parts of coverage: clauses, sounds of names, denials, lost clauses by a model and by clause translations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coverage.texts import compare, loud
from xlate.coverage import Helpers, Judge, Kind
from xlate.coverage.clauses import clauses, n_content_words
from xlate.coverage.company import ALIKE
from xlate.coverage.negation import denials
from xlate.coverage.sides import Joined
from xlate.coverage.sounds import names_alike
from xlate.engines import Scorer, load_engine
from xlate.model import Span


@given(st.text(alphabet="ab ,;:—()and ", max_size=80))
def test_clauses_hold_all_but_white_space(text: str) -> None:
    spans = clauses(text, "en")
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


def test_clauses_end_where_a_reader_breathes() -> None:
    text = "The minister said on Monday that the bridge would stay open, although two pillars are damaged."
    assert [span.of(text) for span in clauses(text, "en")] == [
        "The minister said on Monday",
        "that the bridge would stay open,",
        "although two pillars are damaged.",
    ]


def test_words_that_say_something() -> None:
    assert n_content_words("And that was the way in", "en") == 0
    assert n_content_words("more than 200 people came to meet it", "en") == 5
    assert n_content_words("и так было", "xx") == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Schwarzenegger", "Шварценеггером"),
        ("Wayde", "Уэйда"),
        ("Washington", "Вашингтоне"),
        ("Michael", "Майкл"),
        ("Graham's", "Грема"),
        ("Daley", "Дейлі"),
        ("Trump", "Трамп"),
    ],
)
def test_names_that_sound_alike(left: str, right: str) -> None:
    assert names_alike(left, right) >= 0.68
    assert names_alike(left, right) == names_alike(right, left)


@pytest.mark.parametrize(("left", "right"), [("London", "Париж"), ("Trump", "Обама"), ("Smith", "Джонс")])
def test_names_that_do_not(left: str, right: str) -> None:
    assert names_alike(left, right) < ALIKE


@pytest.mark.parametrize(
    ("language", "text", "strong"),
    [
        ("en", "It didn't rain, and nobody came.", ["didn't", "nobody"]),
        ("en", "Not only rain but snow fell.", []),
        ("ru", "Никто не пришёл.", ["не"]),
        ("uk", "Дощу не було.", ["не"]),
        ("be", "Дажджу не было, і няма.", ["не", "няма"]),
    ],
)
def test_denials(language: str, text: str, strong: list[str]) -> None:
    assert [span.of(text) for span in denials(text, language).strong] == strong


def test_a_denying_pronoun_asks_for_a_denying_verb() -> None:
    coverage = compare(["Nobody came to the station."], ["Никто пришёл на вокзал."])
    assert Kind.NEGATION in {finding.kind for finding in coverage.findings}


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Они решили, что власти, как и прежде, не предпримут никаких мер.", []),
        ("Никто из тех, кого она вызывала, не мог подтвердить эти факты.", []),
        ("Как бы то ни было, билеты нужно купить заранее, иначе никак нельзя.", []),
        ("Они решили, что не уступят, а власти, как и прежде, предпримут никаких мер.", ["negation"]),
        ("Никогда позволяй, чтобы они видели, как ты плачешь.", ["negation"]),
    ],
)
def test_a_denying_pronoun_has_a_denying_word_in_its_clause(target: str, found: list[str]) -> None:
    assert loud(compare(["They will not do anything and will never allow it."], [target])) == found


@given(st.lists(st.text(alphabet="xyz", min_size=1, max_size=6), min_size=1, max_size=5), st.data())
def test_a_span_of_joined_segments_becomes_places_in_them(texts: list[str], data: st.DataObject) -> None:
    joined = Joined(tuple(texts), 3)
    start = data.draw(st.integers(0, len(joined.text)))
    end = data.draw(st.integers(start, len(joined.text)))
    places = list(joined.places(Span(start, end)))
    covered = " ".join(place.span.of(texts[place.segment - 3]) for place in places)
    assert covered.replace(" ", "") == joined.text[start:end].replace(" ", "")


SENTENCE = "The ferry returned to the village on Monday, and more than two hundred people came to meet it."
WHOLE = "Паром вернулся в деревню в понедельник, и более двухсот человек пришли его встретить."


def test_a_lost_clause_is_named_by_the_model() -> None:
    engine = load_engine("argos")
    assert isinstance(engine, Scorer)
    legs = {(leg.source, leg.target): leg for leg in engine.legs()}
    helpers = Helpers(judge=Judge(engine, legs["en", "ru"], legs["ru", "en"]))
    complete = compare([SENTENCE], [WHOLE], helpers=helpers)
    cut = compare([SENTENCE], ["Паром вернулся в деревню в понедельник."], helpers=helpers)
    assert Kind.LOST_CLAUSE not in {finding.kind for finding in complete.findings}
    [finding] = [finding for finding in cut.findings if finding.kind is Kind.LOST_CLAUSE]
    assert "two hundred people" in finding.message
    assert cut.score < complete.score


def test_a_lost_clause_is_named_by_clause_translations() -> None:
    said = {"The ferry": "Паром вернулся в деревню в понедельник", "and more": "и более двухсот человек его встретили"}
    helpers = Helpers(translate=lambda texts: [next(v for k, v in said.items() if t.startswith(k)) for t in texts])
    cut = compare([SENTENCE], ["Паром вернулся в деревню в понедельник."], helpers=helpers)
    assert [f.kind for f in cut.findings if f.kind is Kind.LOST_CLAUSE]
    whole = compare([SENTENCE], [WHOLE], helpers=helpers)
    assert not [f.kind for f in whole.findings if f.kind is Kind.LOST_CLAUSE]


def test_what_the_sides_say_of_each_other() -> None:
    engine = load_engine("argos")
    assert isinstance(engine, Scorer)
    legs = {(leg.source, leg.target): leg for leg in engine.legs()}
    helpers = Helpers(judge=Judge(engine, legs["en", "ru"], legs["ru", "en"]))
    right = compare([SENTENCE], [WHOLE], helpers=helpers).information[0]
    wrong = compare(
        [SENTENCE], ["Сборная выиграла второй матч со счётом три ноль, и тренер остался доволен."], helpers=helpers
    )
    assert right is not None
    assert wrong.information[0] is not None
    assert right > 1.1 > wrong.information[0]
