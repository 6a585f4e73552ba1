"""Dev chrF of a checkpoint while it trains: exported for the moment, decoded as users will run it."""

from __future__ import annotations

import tempfile
from itertools import permutations
from pathlib import Path
from typing import Any

from training.cleaning import LANGUAGES
from training.export import export


def dev_chrf(checkpoint: dict[str, Any], vocabulary: Path, dev: Path, sentences: int) -> dict[str, float]:
    """chrF (0..100) by direction on the first ``sentences`` lines of ``dev/xx.txt``, beam 2."""
    import ctranslate2
    import sacrebleu
    import sentencepiece

    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    texts = {
        language: (dev / f"{language}.txt").read_text(encoding="utf-8").splitlines()[:sentences]
        for language in LANGUAGES
        if (dev / f"{language}.txt").is_file()
    }
    scores = {}
    with tempfile.TemporaryDirectory() as folder:
        export(checkpoint, vocabulary, Path(folder))
        translator = ctranslate2.Translator(str(Path(folder) / "model"), compute_type="int8")
        for source, target in permutations(texts, 2):
            tokens = tokenizer.encode(texts[source], out_type=str)
            prefix = [[f"__{target}__"]] * len(tokens)
            results = translator.translate_batch(
                tokens, target_prefix=prefix, beam_size=2, max_batch_size=2048, batch_type="tokens"
            )
            out = [tokenizer.decode(result.hypotheses[0][1:]) for result in results]
            scores[f"{source}-{target}"] = float(sacrebleu.corpus_chrf(out, [texts[target]]).score)
    return scores
