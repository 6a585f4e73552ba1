"""Language detection: what language a document is in, and which of its segments are in another.

An ordered chain, in which each step may answer "not mine" (`steps`): the declared language; the letters; too little
to tell; langdetect's profiles, restricted to what script and letters allow.  langdetect has no Belarusian profile: ours
is built by `tools/build_profile.py`.  Nothing heavy is loaded before the first text is detected.
"""

from xlate.detection.detector import Detector

__all__ = ["Detector"]
