"""A model that is asked about doubtful pairs joins what words miss, and parts what words confuse."""

from __future__ import annotations

from collections.abc import Sequence

from tests.comparison.stories import ENGLISH, RUSSIAN, article
from xlate.comparison import Aspect, Informer, compare_stories
from xlate.comparison.scoring import DOUBTFUL, Scorer
from xlate.engines import Likelihood
from xlate.glossary.termbase import Termbase
from xlate.model import Leg, Span

LEGS = (Leg("en", "ru", "judge", "1"), Leg("ru", "en", "judge", "1"))


class Judging:
    """Finds every text likely beside ``partner[text]``, and unlikely beside all others."""

    def __init__(self, *couples: tuple[str, str]) -> None:
        self.partner = {a: b for couple in couples for a, b in (couple, couple[::-1])}

    def score(self, leg: Leg, pairs: Sequence[tuple[str, str]], threads: int = 0) -> list[Likelihood]:  # noqa: ARG002
        return [Likelihood((Span(0, 1),), (-1.0 if self.partner.get(b) == a else -4.0,)) for a, b in pairs]


def test_information_is_of_pairs_in_two_languages_that_have_models() -> None:
    informer = Informer(Judging((ENGLISH[2][0], RUSSIAN[0][0])), LEGS)
    story = compare_stories([article("a", "en", ENGLISH), article("b", "ru", RUSSIAN)], Termbase())
    said = {s.text: s for s in story.statements}
    english, russian, other = said[ENGLISH[2][0]], said[RUSSIAN[0][0]], said[ENGLISH[3][0]]
    assert informer.information([(english, russian), (other, russian), (english, other)]) == [3.0, 0.0, None]
    assert Informer(Judging(), ()).information([(english, russian)]) == [None]


def test_a_doubtful_pair_gains_by_what_the_model_says_and_loses_by_its_silence() -> None:
    poor = [
        (RUSSIAN[0][0], "The repairs will be ringing a bell."),
        (RUSSIAN[2][0], "A barge at the bridge."),
    ]
    story = compare_stories([article("a", "en", ENGLISH), article("b", "ru", poor)], Termbase())
    statements = sorted(story.statements, key=lambda statement: statement.key)
    texts = {"en": [statement.pivot for statement in statements]}
    alone = Scorer(statements, texts).scores()
    asked = Scorer(statements, texts, Informer(Judging((ENGLISH[2][0], RUSSIAN[0][0])), LEGS)).scores()
    doubtful = [pair for pair, score in alone.items() if DOUBTFUL[0] <= score <= DOUBTFUL[1]]
    gained = {pair: asked[pair] > alone[pair] for pair in doubtful}
    assert gained == {
        (i, j): {statements[i].text, statements[j].text} == {ENGLISH[2][0], RUSSIAN[0][0]} for i, j in doubtful
    }
    assert set(gained.values()) == {True, False}


def test_the_signature_says_whether_a_model_was_asked() -> None:
    results = [article("a.txt", "en", ENGLISH), article("b.txt", "ru", RUSSIAN)]
    for informer, said in ((None, "no"), (Informer(Judging(), LEGS), "yes")):
        story = compare_stories(results, Termbase(), informer=informer)
        assert dict(story.signature.entries)["scored by the model"] == said


def test_a_name_that_both_articles_have_is_no_contradiction() -> None:
    first = [("The plan was made by Ivan Krupko on 5 May, officials said.",) * 2, ("Anna Belova was silent.",) * 2]
    second = [("The plan was made by Anna Belova on 5 May, officials said.",) * 2]
    told = compare_stories([article("a", "en", first[:1]), article("b", "en", second)], Termbase())
    assert [d.aspect for c in told.clusters for d in c.conflicts] == [Aspect.NAME]
    named = [*second, ("Ivan Krupko was silent.",) * 2]
    told = compare_stories([article("a", "en", first), article("b", "en", named)], Termbase())
    assert not [d for c in told.clusters for d in c.conflicts]
