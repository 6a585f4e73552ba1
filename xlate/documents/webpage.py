"""Which part of a web page is the article: its title, the element that holds it, and the zones that count.

What a page calls itself is trusted only as far as its text bears it out: a zone that holds most of the page's prose is
no zone; of several ``<article>`` elements the one with the most prose is the article; and where a page is a soup of
``div`` elements, the article is the smallest element with four fifths of the prose.  Long paragraphs without links stay
wherever they stand: losing a sentence is worse than keeping a teaser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from xlate.documents.cleaning import ends_sentence, fold
from xlate.documents.dom import Piece, Region
from xlate.documents.draft import Candidate, Zone
from xlate.documents.markup import Element
from xlate.model import Block, BlockKind

# All guessed.
_PROSE = 60  # characters from which on a paragraph that is not links is prose
_SENTENCE = 20  # characters from which on a sentence counts when the article is looked for
_HEAVIEST = 400  # characters that one paragraph counts for at most: one giant paragraph is no article
_FEW = 3  # texts up to which a page is too small to have anything but an article in it
_LONG_PROSE = 200  # outside the article only longer paragraphs stay
_LINKED = 0.5  # link share from which on a piece is a link with words around it
_MOST = 0.5  # share of the page's prose that makes a zone no zone, or an <article> the article
_NEARLY_ALL = 0.8  # share of the prose that the article has in a page without structure
_DEEPEST = 400  # ancestors looked at; guessed

_TEXT = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


def candidates(pieces: Sequence[Piece], stated_title: str, opinion: frozenset[str] | None) -> list[Candidate]:
    """The page's texts with the zones that count, the title found and what is outside the article marked.

    ``opinion`` holds the folded texts that trafilatura counts as the article, None if there is no opinion.
    """
    if not pieces:
        return []
    prose = _count_prose(pieces)
    title = _find_title(pieces, stated_title)
    if title is not None:
        for region in pieces[title].regions:
            region.has_title = True
    zones = [_zone(piece, prose) for piece in pieces]
    inside = _inside(pieces, zones)
    first = min(inside) - 1 if title is None else title
    found = []
    for at, (piece, zone) in enumerate(zip(pieces, zones, strict=True)):
        block = _as_title(piece.block) if at == title else piece.block
        within = at == title or (at > first and at < min(inside)) or (at in inside and (at > first or _is_text(piece)))
        if not within and not zone and not _stays(piece, opinion):
            zone = Zone.OUTSIDE
        found.append(Candidate(block, zone, piece.link_share, inside=within, under_picture=piece.under_picture))
    return found


def _is_text(piece: Piece) -> bool:
    """Prose that ends like a sentence: what may stand above the headline and still be the article."""
    return is_prose(piece) and ends_sentence(piece.block.text)


def is_prose(piece: Piece) -> bool:
    """Whether a piece is a paragraph of text, not a link, a label or a heading."""
    return piece.block.kind in _TEXT and len(piece.block.text) >= _PROSE and piece.link_share < _LINKED


def _as_title(block: Block) -> Block:
    return Block(BlockKind.TITLE, block.text, 1)


def _count_prose(pieces: Sequence[Piece]) -> int:
    """Add up the prose of every region; returns that of the page."""
    total = 0
    for piece in pieces:
        if is_prose(piece):
            total += len(piece.block.text)
            for region in piece.regions:
                region.n_prose += len(piece.block.text)
    return total


def _zone(piece: Piece, prose: int) -> Zone:
    """The innermost zone around a piece that counts: one without the title that does not hold most of the prose."""
    for region in reversed(piece.regions):
        if region.zone and not region.has_title and region.n_prose <= _MOST * max(1, prose):
            return region.zone
    return Zone.PLAIN


def _find_title(pieces: Sequence[Piece], stated_title: str) -> int | None:
    """The heading that says what the page's metadata says, else the first that is no link to the front page."""
    headings = [at for at, piece in enumerate(pieces) if piece.block.kind is BlockKind.HEADING]
    wanted = fold(stated_title)
    for at in headings:
        if wanted and fold(pieces[at].block.text) == wanted:
            return at
    tops = [at for at in headings if pieces[at].block.level == 1]
    for at in tops:
        if wanted and fold(pieces[at].block.text) in wanted:
            return at
    unlinked = [at for at in tops if pieces[at].link_share < _LINKED]
    return next(iter([*unlinked, *tops]), None)


def _inside(pieces: Sequence[Piece], zones: Sequence[Zone]) -> set[int]:
    """The numbers of the pieces in the article; all where nothing tells it from the rest."""
    weights = {at: _weight(piece) for at, piece in enumerate(pieces) if not zones[at] and _weight(piece)}
    total = sum(weights.values())
    if len(weights) < _FEW:
        return set(range(len(pieces)))
    if region := _best_article(pieces, weights, total):
        return {at for at, piece in enumerate(pieces) if region in piece.regions}
    holder = _holder(pieces, weights, total)
    return {at for at, piece in enumerate(pieces) if any(element is holder for element in _around(piece))}


def _weight(piece: Piece) -> int:
    """How much a piece says about where the article is: its length if it is a sentence, very long ones cut."""
    if piece.block.kind not in _TEXT or piece.link_share >= _LINKED:
        return 0
    if len(piece.block.text) < _PROSE and not (len(piece.block.text) >= _SENTENCE and ends_sentence(piece.block.text)):
        return 0
    return round(min(len(piece.block.text), _HEAVIEST) * (1 - piece.link_share))


def _best_article(pieces: Sequence[Piece], weights: dict[int, int], total: int) -> Region | None:
    """The innermost element that claims to be the article and has most of the prose."""
    prose: Counter[Region] = Counter()
    depth: dict[Region, int] = {}
    for at, weight in weights.items():
        for level, region in enumerate(pieces[at].regions):
            if region.article:
                prose[region] += weight
                depth[region] = level
    enough = [region for region, weight in prose.items() if weight > _MOST * total]
    return max(enough, key=lambda region: depth[region], default=None)


def _holder(pieces: Sequence[Piece], weights: dict[int, int], total: int) -> Element | None:
    """The innermost element with several pieces and nearly all of the prose; never a paragraph by itself."""
    prose: Counter[Element] = Counter()
    n_pieces: Counter[Element] = Counter()
    depth: dict[Element, int] = {}
    for at, weight in weights.items():
        for level, element in enumerate(reversed(list(_around(pieces[at])))):
            prose[element] += weight
            n_pieces[element] += 1
            depth[element] = level
    enough = [e for e, weight in prose.items() if weight >= _NEARLY_ALL * total and n_pieces[e] > 1]
    return max(enough, key=lambda element: depth[element], default=None)


def _around(piece: Piece) -> Iterator[Element]:
    yield piece.owner
    for n, element in enumerate(piece.owner.iterancestors()):
        if n >= _DEEPEST:
            return
        yield element


def _stays(piece: Piece, opinion: frozenset[str] | None) -> bool:
    """Whether a piece outside the article's element is long prose that trafilatura, if asked, did not drop."""
    text = piece.block.text
    long_prose = is_prose(piece) and len(text) >= _LONG_PROSE and piece.link_share == 0 and ends_sentence(text)
    return long_prose and (opinion is None or fold(text) in opinion)
