"""A checkpoint as a CTranslate2 int8 model in the layout that xlate bundles.

usage: python -m training.export CHECKPOINT.pt VOCABULARY.model OUT_DIR --version 0.2 --directions en-ru en-uk en-be ...

Writes OUT_DIR/model, OUT_DIR/sentencepiece.model and OUT_DIR/package.json.  ``xlate models export`` makes .argosmodel
files of it, one a direction, for plain Argos Translate.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from training.network import HEAD, MAX_POSITIONS, positions

SPECIAL = ("<blank>", "<unk>", "<s>", "</s>")
REPETITION_PENALTY = 1.1
"""Of 4,800 segments (200 of news and FLORES dev, twelve directions, model 0.3, beam 2, 2026-11-29) 452 repeat something
without it, 124 with it, 71 with 1.15; mean chrF 33.57, 33.60, 33.44; findings about numbers 367, 317, 322."""
Weights = dict[str, np.ndarray[Any, np.dtype[np.float32]]]


def export(checkpoint: dict[str, Any], vocabulary: Path, folder: Path, quantization: str = "int8") -> None:
    """Write the CTranslate2 model and its tokenizer."""
    import sentencepiece
    from ctranslate2.specs import TransformerSpec, common_spec

    known = checkpoint["cfg"]
    width = known.get("width", known.get("d"))
    layers = (known.get("encoder", known.get("enc")), known.get("decoder", known.get("dec")))
    # copies, for CTranslate2 scales in place
    weights: Weights = {name: tensor.float().numpy().copy() for name, tensor in checkpoint["w"].items()}
    spec = TransformerSpec.from_config(layers, width // HEAD, pre_norm=True, activation=common_spec.Activation.RELU)
    _fill(spec.encoder, "enc", "en", weights, width)
    _fill(spec.decoder, "dec", "dn", weights, width)
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))
    pieces = [*SPECIAL, *(tokenizer.id_to_piece(i) for i in range(len(SPECIAL), tokenizer.get_piece_size()))]
    spec.decoder.projection.weight = weights["e.weight"]
    spec.decoder.projection.bias = np.zeros(len(pieces), np.float32)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    shutil.rmtree(folder / "model", ignore_errors=True)
    (folder / "model").mkdir(parents=True)
    spec.save(str(folder / "model"))
    shutil.copy(vocabulary, folder / "sentencepiece.model")


def _fill(side: Any, prefix: str, last_norm: str, weights: Weights, width: int) -> None:
    embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
    embeddings.weight = weights["e.weight"]
    side.scale_embeddings = True
    side.position_encodings.encodings = positions(MAX_POSITIONS, width)
    _norm(side.layer_norm, weights, last_norm)
    for number, layer in enumerate(side.layer):
        name = f"{prefix}.{number}"
        _linear(layer.self_attention.linear[0], weights, f"{name}.sa.qkv")
        _linear(layer.self_attention.linear[1], weights, f"{name}.sa.o")
        _norm(layer.self_attention.layer_norm, weights, f"{name}.n1")
        if prefix == "dec":
            for k, part in enumerate(("q", "kv", "o")):
                _linear(layer.attention.linear[k], weights, f"{name}.ca.{part}")
            _norm(layer.attention.layer_norm, weights, f"{name}.n2")
        _linear(layer.ffn.linear_0, weights, f"{name}.f1")
        _linear(layer.ffn.linear_1, weights, f"{name}.f2")
        _norm(layer.ffn.layer_norm, weights, f"{name}.n3")


def _linear(spec: Any, weights: Weights, name: str) -> None:
    spec.weight, spec.bias = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _norm(spec: Any, weights: Weights, name: str) -> None:
    spec.gamma, spec.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def main() -> None:
    import torch

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--directions", nargs="+", required=True)
    o = parser.parse_args()
    export(torch.load(o.checkpoint, map_location="cpu"), o.vocabulary, o.out)
    facts = {
        "name": "xlate",
        "version": o.version,
        "directions": o.directions,
        "target_prefix": "__{target}__",
        "repetition_penalty": REPETITION_PENALTY,
    }
    (o.out / "package.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
