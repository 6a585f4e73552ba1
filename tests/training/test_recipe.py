"""The recipe end to end on a tiny set: it must learn it by heart, resume, and export what users run."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the recipe needs PyTorch: pip install -r training/requirements.txt")

WORDS = ["rain", "snow", "wind", "frost", "storm", "fog", "hail", "heat"]
RUSSIAN = ["дождь", "снег", "ветер", "мороз", "шторм", "туман", "град", "жара"]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty-four two-word headlines, packed."""
    from training.prepare import Pair, pack, train_vocabulary

    stem = tmp_path_factory.mktemp("recipe") / "p"
    pairs = [
        Pair("t", ("en", "ru"), f"{a} and {b}", f"{x} и {y}")
        for a, x in zip(WORDS, RUSSIAN, strict=True)
        for b, y in zip(WORDS, RUSSIAN, strict=True)
    ]
    train_vocabulary(pairs, stem, 400)
    np.savez(f"{stem}.npz", **pack(pairs, Path(f"{stem}.spm.model"), {"ru>en": 0.0}))  # type: ignore[arg-type]
    return stem


def test_overfits_resumes_and_exports(packed: Path) -> None:
    import ctranslate2
    import sentencepiece

    from training.export import export
    from training.train import parse, train

    sizes = ["--width", "64", "--encoder", "2", "--decoder", "1", "--tokens", "512", "--warmup", "20", "--lr", "6e-3"]
    run = [f"{packed}.npz", f"{packed}.spm.model", f"{packed}.m", *sizes, "--muon", "--threads", "1", "--steps", "200"]
    first = train(parse([*run, "--minutes", "0.01"]))
    second = train(parse([*run, "--resume"]))
    assert 0 < first.step < second.step == 200
    assert second.seconds > first.seconds >= 0.6
    checkpoint = torch.load(f"{packed}.m.ema.pt", map_location="cpu")
    folder = packed.parent / "model"
    export(checkpoint, Path(f"{packed}.spm.model"), folder)
    tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(folder / "sentencepiece.model"))
    translator = ctranslate2.Translator(str(folder / "model"), compute_type="int8")
    tokens = tokenizer.encode([f"{a} and {b}" for a in WORDS for b in WORDS], out_type=str)
    results = translator.translate_batch(tokens, target_prefix=[["__ru__"]] * len(tokens))
    found = [tokenizer.decode(result.hypotheses[0][1:]) for result in results]
    wanted = [f"{a} и {b}" for a in RUSSIAN for b in RUSSIAN]
    assert sum(f == w for f, w in zip(found, wanted, strict=True)) >= 58  # of 64


def test_the_shipped_model_gives_its_weights_back() -> None:
    import torch

    from training.restore import restore
    from xlate.packages import find_packages

    package = next(p for p in find_packages() if p.origin == "bundled")
    restored = restore(package.model)
    assert restored["cfg"]["width"] == restored["w"]["e.weight"].shape[1]
    assert all(torch.isfinite(tensor).all() for tensor in restored["w"].values())


def test_restored_weights_are_those_that_were_exported(packed: Path) -> None:
    import torch

    from training.export import export
    from training.network import Network, Shape
    from training.restore import restore

    torch.manual_seed(3)
    shape = Shape(400, 64, 2, 1, 256)
    weights = {name: p.detach() for name, p in Network(shape).named_parameters()}
    folder = packed.parent / "round"
    export({"cfg": shape.as_dict(), "w": weights}, Path(f"{packed}.spm.model"), folder)
    restored = restore(folder / "model")
    assert restored["cfg"] == shape.as_dict()
    assert set(restored["w"]) == set(weights)
    for name, tensor in weights.items():
        assert torch.allclose(restored["w"][name], tensor, atol=tensor.abs().max().item() / 100), name


def test_the_pieces_of_a_language_are_those_of_its_targets(packed: Path) -> None:
    import sentencepiece

    from training.batches import Packed
    from training.pieces import pieces

    vocabulary = sentencepiece.SentencePieceProcessor(model_file=f"{packed}.spm.model")
    data = Packed.load(Path(f"{packed}.npz"))
    written = set(pieces(data, vocabulary, "ru", least=1))
    assert written.issuperset(vocabulary.encode("дождь и снег", out_type=str))
    assert not any("a" <= letter <= "z" for piece in written for letter in piece)
    fewer = set(pieces(data, vocabulary, "ru", least=1_000_000))
    assert fewer < written
    assert all(len(piece.strip("\u2581")) <= 1 for piece in fewer)
