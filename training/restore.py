"""The weights of an exported int8 model, back as a checkpoint: how to go on from the shipped model.

usage: python -m training.restore MODEL_DIR CHECKPOINT.pt

bf16 checkpoints are not kept in the repository; the model that users have is.  Each int8 row comes back as its
rounded value times its scale, which costs less than 0.1 chrF and is gone after a few hundred steps of training.
The layout read is CTranslate2's binary version 6: a header, then named variables, then aliases.
"""

from __future__ import annotations

import argparse
import struct
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from training.network import HEAD

_TYPES: dict[int, type[np.generic]] = {0: np.float32, 1: np.int8, 2: np.int16, 3: np.int32, 4: np.float16}
_PARTS = {
    "enc": {"self_attention/linear_0": "sa.qkv", "self_attention/linear_1": "sa.o", "self_attention/layer_norm": "n1"},
    "dec": {
        "self_attention/linear_0": "sa.qkv",
        "self_attention/linear_1": "sa.o",
        "self_attention/layer_norm": "n1",
        "attention/linear_0": "ca.q",
        "attention/linear_1": "ca.kv",
        "attention/linear_2": "ca.o",
        "attention/layer_norm": "n2",
    },
}
_FEED_FORWARD = {"ffn/linear_0": "f1", "ffn/linear_1": "f2", "ffn/layer_norm": "n3"}
Variables = dict[str, np.ndarray[Any, Any]]


def read_variables(path: Path) -> Variables:
    """The variables of a ``model.bin`` by name."""
    with path.open("rb") as file:
        version = _number(file, "I")
        if version != 6:
            raise SystemExit(f"{path}: binary version {version}, this recipe reads version 6")
        _text(file)  # the name of the specification
        _number(file, "I")  # and its revision
        found = dict(_variable(file) for _ in range(_number(file, "I")))
        aliases = [(_text(file), _text(file)) for _ in range(_number(file, "I"))]
        return {**found, **{alias: found[name] for alias, name in aliases}}  # equal variables are stored once


def restore(folder: Path) -> dict[str, Any]:
    """``{"cfg": sizes, "w": weights}`` as ``training.train --init`` takes it; ``folder`` holds ``model.bin``."""
    import torch

    found = read_variables(folder / "model.bin")
    weights = {"e.weight": _matrix(found, "decoder/embeddings")}  # shared with the encoder and the output layer
    layers = {"enc": 0, "dec": 0}
    for side, long_name, norm in (("enc", "encoder", "en"), ("dec", "decoder", "dn")):
        _take_norm(found, f"{long_name}/layer_norm", norm, weights)
        while f"{long_name}/layer_{layers[side]}/ffn/linear_0/weight" in found:
            number = layers[side]
            for part, name in (_PARTS[side] | _FEED_FORWARD).items():
                place, ours = f"{long_name}/layer_{number}/{part}", f"{side}.{number}.{name}"
                if part.endswith("layer_norm"):
                    _take_norm(found, place, ours, weights)
                else:
                    weights[f"{ours}.weight"] = _matrix(found, place)
                    weights[f"{ours}.bias"] = found[f"{place}/bias"].astype(np.float32)
            layers[side] += 1
    vocabulary, width = weights["e.weight"].shape
    inner = weights["enc.0.f1.weight"].shape[0]
    assert width % HEAD == 0
    shape = {
        "vocabulary": vocabulary, "width": width, "encoder": layers["enc"], "decoder": layers["dec"], "inner": inner,
    }  # fmt: skip
    return {"cfg": shape, "w": {name: torch.from_numpy(value.copy()) for name, value in weights.items()}}


def _matrix(found: Variables, place: str) -> np.ndarray[Any, np.dtype[np.float32]]:
    weight = found[f"{place}/weight"].astype(np.float32)
    scale = found.get(f"{place}/weight_scale")
    if scale is None and found[f"{place}/weight"].dtype == np.int8:
        raise SystemExit(f"{place}: int8 weights without their scale")
    return weight if scale is None else np.asarray(weight / scale.reshape(-1, 1), np.float32)


def _take_norm(found: Variables, place: str, ours: str, weights: Variables) -> None:
    weights[f"{ours}.weight"] = found[f"{place}/gamma"].astype(np.float32)
    weights[f"{ours}.bias"] = found[f"{place}/beta"].astype(np.float32)


def _variable(file: BinaryIO) -> tuple[str, np.ndarray[Any, Any]]:
    name = _text(file)
    shape = [_number(file, "I") for _ in range(_number(file, "B"))]
    kind = _TYPES[_number(file, "B")]
    return name, np.frombuffer(file.read(_number(file, "I")), kind).reshape(shape)


def _text(file: BinaryIO) -> str:
    return file.read(_number(file, "H")).rstrip(b"\0").decode()


def _number(file: BinaryIO, kind: str) -> int:
    return int(struct.unpack(f"<{kind}", file.read(struct.calcsize(kind)))[0])


def main() -> None:
    import torch

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("checkpoint", type=Path)
    options = parser.parse_args()
    torch.save(restore(options.model), options.checkpoint)


if __name__ == "__main__":
    main()
