"""What runs through a whole comparison: the order of the story, its timeline, what each article is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from xlate.comparison.story import Article, Cluster, Moment, Topic

TOPICS = 12  # names shown
UNRELATED = 0.1
"""An article that shares less than this part of its statements with the others tells another story.

Unrelated documents of dev/news share 0.02 on average, at most 0.08 (tools/eval_stories.py --unrelated, 2026-11-29).
"""


def in_story_order(clusters: Sequence[Cluster], articles: Sequence[Article]) -> tuple[Cluster, ...]:
    """By mean relative position of the statements in their articles; what more articles say goes first of equals."""

    def place(cluster: Cluster) -> tuple[float, int, tuple[int, int]]:
        places = [s.number / max(1, articles[s.article].n_statements) for s in cluster.statements]
        return sum(places) / len(places), -len(cluster.articles), cluster.statements[0].key

    return tuple(sorted(clusters, key=place))


def timeline(clusters: Sequence[Cluster]) -> tuple[Moment, ...]:
    """The days and months that the clusters name, in order of time, without lone years and dates that lack a year."""
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for number, cluster in enumerate(clusters):
        for statement in cluster.statements:
            for date in statement.dates:
                if re.match(r"\d{4}-", date.value):
                    found[date.value][number] = found[date.value].get(number, True) and date.inferred
    return tuple(Moment(value, tuple(sorted(by)), all(by.values())) for value, by in sorted(found.items()))


def topics(clusters: Sequence[Cluster], articles: Sequence[Article]) -> tuple[Topic, ...]:
    """The names that most words go to, and for each article the share of its words in statements that name them."""
    words: dict[str, Counter[int]] = defaultdict(Counter)
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster in clusters:
        for statement in cluster.statements:
            for key, name in {name.key: name for name in statement.names}.items():
                words[key][statement.article] += statement.n_words
                shown[key][name.shown] += 1
    totals = [max(1, article.n_words) for article in articles]
    several = {key: by for key, by in words.items() if len(by) > 1 or sum(shown[key].values()) > 1}

    def weight(key: str) -> tuple[float, str]:
        return -sum(n / totals[article] for article, n in several[key].items()), key

    return tuple(
        Topic(shown[key].most_common(1)[0][0], tuple(several[key][i] / totals[i] for i in range(len(articles))))
        for key in sorted(several, key=weight)[:TOPICS]
    )
