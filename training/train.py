"""Train, or go on training, for a given time; stop at any moment and resume.

usage: python -m training.train DATA.npz VOCABULARY.model OUT [--minutes N] [--init CHECKPOINT | --resume]
                                [--dev DIR] [--width 384 --encoder 6 --decoder 2] [--lr 1e-3] [--dropout 0.1] ...

bf16 weights with fp32 master copies, on CPU (AMX or AVX-512) or one GPU; AdamW, a learning rate that falls to zero
over the last share of the time, exponential moving average of the weights.  Writes OUT.last.pt (to resume),
OUT.ema.pt (the average, to export) and OUT.best.pt (the average with the best dev chrF).
"""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.batches import Packed, collate, epoch
from training.evaluate import dev_chrf
from training.network import MASKED, MAX_POSITIONS, PAD, Network, Shape, SmoothedLoss

LABEL_SMOOTHING = 0.1
CLIP = 1.0
EMA_EVERY, EMA_DECAY = 10, 0.998  # 0.998 every 10 steps: an average over about the last 5,000 steps
LOG_SECONDS = 60


@dataclass(slots=True)
class State:
    """Everything that changes while training."""

    network: Network
    master: list[Tensor]
    average: list[Tensor]
    optimizers: list[torch.optim.Optimizer]
    step: int = 0
    pairs: int = 0
    seconds: float = 0.0
    best: float = -1.0
    losses: list[float] = field(default_factory=list)


def rate(options: argparse.Namespace, step: int, share: float) -> float:
    """Learning rate at a step, with ``share`` (0..1) of the time gone."""
    warm = min(1.0, (step + 1) / options.warmup)
    decayed = min(1.0, (options.warmup / max(step, options.warmup)) ** 0.35)
    final = 1.0 if share < 1 - options.decay else max(0.02, (1 - share) / options.decay)
    return float(options.lr) * warm * decayed * final


def start(options: argparse.Namespace, vocabulary: int, device: str) -> State:
    """A fresh state, one begun from a checkpoint's weights, or one resumed with optimiser and counters."""
    path = Path(f"{options.out}.last.pt") if options.resume else options.init
    saved: dict[str, Any] = torch.load(path, map_location="cpu") if path else {}
    shape = _shape(saved, options, vocabulary)
    network = Network(shape, options.dropout)
    if saved:
        network.load_state_dict(saved["w"])
    network.to(device)
    master = [p.detach().clone().float() for p in network.parameters()]
    average = [p.clone() for p in master]
    network.to(torch.bfloat16)
    state = State(network, master, average, _optimizers(network, master, options))
    if options.resume:
        for optimizer, known in zip(state.optimizers, saved["optimizers"], strict=True):
            optimizer.load_state_dict(known)
        state.average = [a.to(device) for a in saved["average"]]
        state.step, state.pairs, state.seconds, state.best = (saved[k] for k in ("step", "pairs", "seconds", "best"))
    return state


def train(options: argparse.Namespace) -> State:
    """Run until the time is up; the returned state has been saved."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads or os.cpu_count() or 1)
    data = Packed.load(options.data)
    state = start(options, _vocabulary_size(options.vocabulary), device)
    rng = np.random.default_rng((options.seed, state.step))
    forward = torch.compile(state.network, dynamic=True) if options.compile else state.network
    causal = torch.triu(torch.full((MAX_POSITIONS, MAX_POSITIONS), MASKED), 1).to(device, torch.bfloat16)
    n_parameters = sum(p.numel() for p in state.master)
    print(f"{n_parameters / 1e6:.1f} M parameters, {len(data):,} pairs, {device}", flush=True)
    begun = last_log = last_save = time.time()
    before = state.seconds
    while (state.seconds - before) < options.minutes * 60:
        for rows, length in epoch(data, options.tokens, rng):
            state.seconds = before + time.time() - begun
            share = _share(state, options)
            if state.seconds - before >= options.minutes * 60 or share >= 1:
                break
            batch = collate(data, rows, length, device)
            loss = _step(state, forward, batch, causal, rate(options, state.step, share))
            state.pairs += len(rows)
            if state.step % 20 == 0:
                state.losses = [*state.losses[-9:], loss.item()]
            if time.time() - last_log > LOG_SECONDS:
                last_log = time.time()
                _log(state, time.time() - begun)
            if time.time() - last_save > options.save_minutes * 60:
                last_save = time.time()
                save(state, options)
        else:
            continue
        break
    save(state, options)
    return state


def _share(state: State, options: argparse.Namespace) -> float:
    """The share of the training that is done: of its steps where they are counted, else of its time."""
    if options.steps:
        return float(state.step / options.steps)
    return float(state.seconds / (options.total_minutes or options.minutes) / 60)


def save(state: State, options: argparse.Namespace) -> None:
    """Write the checkpoints; measure dev chrF and keep the best average."""
    names = [name for name, _ in state.network.named_parameters()]
    shape = state.network.shape.as_dict()

    def weights(tensors: list[Tensor], kind: torch.dtype) -> dict[str, Tensor]:
        return {name: tensor.detach().to("cpu", kind) for name, tensor in zip(names, tensors, strict=True)}

    average = {"cfg": shape, "w": weights(state.average, torch.bfloat16), "step": state.step}
    torch.save(average, f"{options.out}.ema.pt")
    score = dev_chrf(average, options.vocabulary, options.dev, options.dev_sentences) if options.dev else {}
    if score and (mean := sum(score.values()) / len(score)) > state.best:
        state.best = mean
        torch.save(average, f"{options.out}.best.pt")
    last = {
        "cfg": shape,
        "w": weights(state.master, torch.float32),
        "average": [a.cpu() for a in state.average],
        "optimizers": [optimizer.state_dict() for optimizer in state.optimizers],
        **{key: getattr(state, key) for key in ("step", "pairs", "seconds", "best")},
    }
    temporary = Path(f"{options.out}.last.pt.part")
    torch.save(last, temporary)
    temporary.replace(f"{options.out}.last.pt")
    shown = " ".join(f"{direction} {value:.1f}" for direction, value in score.items())
    print(f"saved at step {state.step}; dev chrF {shown or 'not measured'}", flush=True)


def _step(state: State, forward: Any, batch: tuple[Tensor, Tensor, Tensor], causal: Tensor, lr: float) -> Tensor:
    source, decoder_input, gold = batch
    for optimizer in state.optimizers:
        for group in optimizer.param_groups:
            group["lr"] = lr
    source_bias = ((source == PAD)[:, None, None, :] * MASKED).to(torch.bfloat16)
    length = source.shape[1]
    hidden = forward(source, decoder_input, source_bias, causal[:length, :length][None, None])
    chunk = 8192 if hidden.is_cuda else 256
    apply: Any = SmoothedLoss.apply
    loss: Tensor = apply(hidden, state.network.e.weight, gold.reshape(-1), LABEL_SMOOTHING, chunk)
    loss.backward()  # type: ignore[no-untyped-call]
    parameters = list(state.network.parameters())
    for master, parameter in zip(state.master, parameters, strict=True):
        assert parameter.grad is not None
        master.grad, parameter.grad = parameter.grad.float(), None
    torch.nn.utils.clip_grad_norm_(state.master, CLIP)
    for optimizer in state.optimizers:
        optimizer.step()
    with torch.no_grad():
        for master, parameter in zip(state.master, parameters, strict=True):
            parameter.copy_(master)
        if state.step % EMA_EVERY == 0:
            kept = min(EMA_DECAY, state.step / (state.step + 50))
            for mean, master in zip(state.average, state.master, strict=True):
                mean.lerp_(master, 1 - kept)
    state.step += 1
    return loss


def _optimizers(network: Network, master: list[Tensor], options: argparse.Namespace) -> list[torch.optim.Optimizer]:
    """Muon for the matrices inside the layers, AdamW for the rest; AdamW alone unless asked.

    Muon's step is scaled to AdamW's root mean square, so one learning rate serves both (Liu et al. 2025).
    """
    inner = [
        p.dim() == 2 and name.startswith(("enc.", "dec.")) and options.muon for name, p in network.named_parameters()
    ]
    rest = [p for p, matrix in zip(master, inner, strict=True) if not matrix]
    matrices = [p for p, matrix in zip(master, inner, strict=True) if matrix]
    adam = torch.optim.AdamW(rest, lr=options.lr, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.01, fused=True)
    if not matrices:
        return [adam]
    return [adam, torch.optim.Muon(matrices, lr=options.lr, weight_decay=0.01, adjust_lr_fn="match_rms_adamw")]


def _log(state: State, seconds: float) -> None:
    loss = sum(state.losses) / max(1, len(state.losses))
    rate_now = state.optimizers[0].param_groups[0]["lr"]
    print(
        f"{state.seconds / 60:.1f} min, step {state.step}, {state.pairs:,} pairs"
        f" ({state.pairs / max(state.seconds, 1):.0f}/s), loss {loss:.3f}, rate {rate_now:.2e}, "
        f"this run {seconds / 60:.1f} min",
        flush=True,
    )


def _shape(saved: dict[str, Any], options: argparse.Namespace, vocabulary: int) -> Shape:
    if not saved:
        return Shape(vocabulary, options.width, options.encoder, options.decoder, 4 * options.width)
    known = saved["cfg"]
    if "V" in known:  # the starter's checkpoint used short names
        return Shape(known["V"], known["d"], known["enc"], known["dec"], known["ffn"])
    return Shape(**known)


def _vocabulary_size(path: Path) -> int:
    import sentencepiece

    return int(sentencepiece.SentencePieceProcessor(model_file=str(path)).get_piece_size())


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("vocabulary", type=Path)
    parser.add_argument("out")
    parser.add_argument("--minutes", type=float, default=60, help="length of this run")
    parser.add_argument("--total-minutes", type=float, default=0, help="length of all runs, for the learning rate")
    parser.add_argument("--steps", type=int, default=0, help="end after so many, however long: to compare two runs")
    parser.add_argument("--init", type=Path, help="begin from these weights")
    parser.add_argument("--resume", action="store_true", help="go on from OUT.last.pt, optimiser included")
    parser.add_argument("--dev", type=Path, help="folder with en.txt ru.txt uk.txt be.txt, line by line")
    parser.add_argument("--dev-sentences", type=int, default=100)
    parser.add_argument("--save-minutes", type=float, default=15)
    for name, default in (("width", 384), ("encoder", 6), ("decoder", 2), ("tokens", 4096), ("warmup", 1500)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("seed", 1), ("threads", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.0)
    parser.add_argument(
        "--decay", type=float, default=0.25, help="last share of the time, in which the rate falls to 0"
    )
    parser.add_argument("--muon", action="store_true", help="Muon instead of AdamW for the matrices of the layers")
    parser.add_argument("--compile", action="store_true", help="torch.compile: pays on a GPU, not on CPU")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    train(parse())
