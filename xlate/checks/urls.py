"""Addresses, @handles and #hashtags, which a translation carries over letter by letter.

A lost or changed web or mail address is an error.  Handles are a warning.  Bare site names ("weather.com") may turn
into the outlet's name, and hashtags may be translated, so one that changed is only for information if their number
stays the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xlate.checks.addresses import Address, addresses
from xlate.checks.base import Pair
from xlate.model import Finding, Severity

_SEVERITIES = {
    "url": Severity.ERROR,
    "mail": Severity.ERROR,
    "handle": Severity.WARNING,
    "hashtag": Severity.WARNING,
    "site": Severity.WARNING,
}


class UrlsCheck:
    """Says which address of the source is not in the target, and the other way round."""

    name = "urls"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        missing, extra = compare_addresses(pair.source, pair.target)
        replaced = {kind: n for kind, n in Counter(a.kind for a in missing).items() if n == _count(extra, kind)}
        for address in missing:
            yield Finding(
                self.name,
                Severity.INFO if address.kind == "hashtag" and address.kind in replaced else _SEVERITIES[address.kind],
                f"{address.kind} missing in the target: {address.text}",
                source_span=address.span,
            )
        for address in extra:
            if address.kind not in replaced:
                message = f"{address.kind} not in the source: {address.text}"
                yield Finding(self.name, Severity.WARNING, message, target_span=address.span)


def compare_addresses(source: str, target: str) -> tuple[tuple[Address, ...], tuple[Address, ...]]:
    """Addresses of the source that the target lacks, and the other way round; case counts in paths only."""
    left, right = list(addresses(source)), list(addresses(target))
    missing = _without(left, Counter(_key(address) for address in right))
    return missing, _without(right, Counter(_key(address) for address in left))


def _without(found: list[Address], others: Counter[str]) -> tuple[Address, ...]:
    remaining = []
    for address in found:
        if others[_key(address)]:
            others[_key(address)] -= 1
        else:
            remaining.append(address)
    return tuple(remaining)


def _key(address: Address) -> str:
    """The address without scheme and "www.", its host in small letters."""
    text = address.text.partition("://")[2] or address.text
    host, slash, path = text.partition("/")
    return host.casefold().removeprefix("www.") + (slash + path).rstrip("/")


def _count(found: tuple[Address, ...], kind: str) -> int:
    return sum(address.kind == kind for address in found)
