"""What runs through a whole comparison: the order of the story, its timeline, what each article is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from xlate.comparison.names import runs
from xlate.comparison.story import Article, Cluster, Moment, StoryComparison, Topic

TOPICS = 12  # names shown
UNRELATED = 0.15
"""An article that shares less than this part of its statements with the others has nothing to do with them, or little.

Of 186 outlets of dev/news (see tools/eval_stories.py) set beside two of other documents, 177 shared less without the
model, and 62 of 63 with it; beside the outlets of their own document all but one shared 0.2 or more.  2026-11-30.
"""

SAME_NAMES = 3  # names in common from which on it may be the same story all the same; of the 120, 114 had at most 2


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
            for key, name in {run[-1].key: " ".join(n.shown for n in run) for run in runs(statement.names)}.items():
                words[key][statement.article] += statement.n_words
                shown[key][name] += 1 if statement.machine else len(articles)  # as the pivot language writes it
    totals = [max(1, article.n_words) for article in articles]
    several = {key: by for key, by in words.items() if len(by) > 1} or words

    def weight(key: str) -> tuple[float, str]:
        return -sum(n / totals[article] for article, n in several[key].items()), key

    return tuple(
        Topic(shown[key].most_common(1)[0][0], tuple(several[key][i] / totals[i] for i in range(len(articles))))
        for key in sorted(several, key=weight)[:TOPICS]
    )


def notes(story: StoryComparison) -> Iterator[str]:
    """What a reader should know before trusting the rest: articles that do not belong, and reprints."""
    texts: list[list[str]] = [[] for _ in story.articles]
    names: list[set[str]] = [set() for _ in story.articles]
    for statement in sorted(story.statements, key=lambda statement: statement.key):
        texts[statement.article].append(statement.text)
        names[statement.article].update(name.key for name in statement.names)
    numbers = range(len(story.articles))
    lone = [number for number in numbers if story.agreement(number) < UNRELATED]
    strange = [n for n in lone if len(names[n] & set().union(*names[:n], *names[n + 1 :])) < SAME_NAMES]
    if len(strange) == len(story.articles):
        yield "These articles share next to nothing: they do not seem to tell the same story."
        return
    for number in lone:
        outlet = story.articles[number].outlet
        if number in strange:
            yield f"{outlet} shares next to nothing with the others: it seems to tell another story."
        else:
            yield f"{outlet} has hardly a statement in common with the others, but names the same people or places."
    for number in numbers:
        same = next((i for i in range(number) if texts[i] == texts[number]), None)
        if same is not None:
            yield f"{story.articles[number].outlet} is word for word the same as {story.articles[same].outlet}."
