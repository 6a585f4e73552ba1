"""Runs inside Argos Translate's own environment: translate files, print the texts as JSON.

usage: bench_peer.py SENTENCES.json FROM TO FILE...     SENTENCES.json: paragraph -> its sentences
"""

import json
import sys
from pathlib import Path

from argostranslate import sbd, translate


def main() -> None:
    sentences = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    sbd.MiniSBDSentencizer.split_sentences = lambda _, text: sentences.get(text, [text])
    source, target = sys.argv[2:4]
    texts = [translate.translate(Path(path).read_text(encoding="utf-8"), source, target) for path in sys.argv[4:]]
    json.dump(texts, sys.stdout)


main()
