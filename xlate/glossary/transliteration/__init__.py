"""Names in the other alphabet, by the practical system of each language: proposals for a person to confirm.

    suggest("Kavalenka", "en", "be")  ->  [Каваленка]        cyrillic.py: from Latin letters
    suggest("Каваленка", "be", "en")  ->  [Kavalenka, Kavalienka]    latin.py: from Cyrillic letters

The way from Latin is a guess: English letters do not tell а from я, г from х, where the stress is.  What a guess
depends on comes as a further proposal.
"""

from __future__ import annotations

from dataclasses import dataclass

from xlate.glossary.transliteration.cyrillic import into_cyrillic
from xlate.glossary.transliteration.latin import SYSTEMS, into_latin


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A spelling and the system that it follows."""

    text: str
    system: str


def suggest(name: str, source: str, target: str) -> list[Suggestion]:
    """Spellings of a name in ``target``, the likeliest first; none where no system leads there."""
    if source in SYSTEMS and target == "en":
        made = [Suggestion(into_latin(name, system), system.name) for system in SYSTEMS[source]]
    elif source == "en" and target in ("ru", "uk", "be"):
        made = [Suggestion(text, f"practical transcription into {target}") for text in into_cyrillic(name, target)]
    else:
        made = []
    return list({suggestion.text: suggestion for suggestion in reversed(made)}.values())[::-1]
