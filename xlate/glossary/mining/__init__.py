"""Names that the termbase lacks, found in texts: candidates, what translations write for them, and their lemma.

    candidates.py    runs of capitalised words in one language, counted, with contexts
    targets.py       in aligned texts: the target name that comes and goes with a source name
    lemma.py         the dictionary form behind the forms that were seen (Лукашэнкам, Лукашэнкі: Лукашэнка)

Everything here proposes; a person decides, so proposals are drafts.
"""

from xlate.glossary.mining.candidates import Candidate, find_candidates
from xlate.glossary.mining.lemma import lemma_of
from xlate.glossary.mining.targets import Mined, Target, mine

__all__ = ["Candidate", "Mined", "Target", "find_candidates", "lemma_of", "mine"]
