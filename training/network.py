"""One many-to-many Transformer: pre-norm, tied embeddings, sinusoidal positions, ReLU.

The target language is the decoder's first token (``__ru__``, ...), which Argos packages call ``target_prefix``: the
exported model runs in plain Argos Translate too.  A deep encoder and a shallow decoder translate fast on a CPU.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the name that PyTorch's own documentation uses

PAD, UNK, BOS, EOS = 0, 1, 2, 3
HEAD = 64  # width of one attention head
MAX_POSITIONS = 512
MASKED = -1e4  # finite: bf16 softmax over a fully padded row must not give NaN


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a network: vocabulary, model width (a multiple of 64), encoder and decoder layers, inner width."""

    vocabulary: int
    width: int = 384
    encoder: int = 6
    decoder: int = 2
    inner: int = 1536

    def as_dict(self) -> dict[str, int]:
        return asdict(self)


def positions(n: int, width: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Sinusoidal position encodings, (n, width): sines in the first half, cosines in the second."""
    inverse = np.exp(-np.log(10000) * np.arange(width // 2) / (width // 2 - 1))
    angles = np.arange(n)[:, None] * inverse[None]
    return np.concatenate([np.sin(angles), np.cos(angles)], 1).astype(np.float32)


class Attention(nn.Module):
    """Multi-head attention; ``cross`` attends to the encoder's output."""

    def __init__(self, width: int, cross: bool) -> None:
        super().__init__()
        self.heads = width // HEAD
        self.cross = cross
        if cross:
            self.q, self.kv = nn.Linear(width, width), nn.Linear(width, 2 * width)
        else:
            self.qkv = nn.Linear(width, 3 * width)
        self.o = nn.Linear(width, width)

    def forward(self, x: Tensor, bias: Tensor, memory: Tensor | None = None) -> Tensor:
        """(batch, time, width) to the same; ``bias`` is added to the scores."""
        batch, time, width = x.shape
        if self.cross:
            queries, (keys, values) = self.q(x), self.kv(memory).chunk(2, -1)
        else:
            queries, keys, values = self.qkv(x).chunk(3, -1)
        q, k, v = (t.view(batch, -1, self.heads, HEAD).transpose(1, 2) for t in (queries, keys, values))
        if x.is_cuda:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        else:  # plain products are faster than the fused kernel in bf16 on CPU (2026-11, PyTorch 2.13)
            scores = torch.matmul(q * HEAD**-0.5, k.transpose(-1, -2)) + bias
            mixed = torch.softmax(scores, -1, dtype=torch.float32).to(x.dtype) @ v
        projected: Tensor = self.o(mixed.transpose(1, 2).reshape(batch, time, width))
        return projected


class Layer(nn.Module):
    """A pre-norm layer of the encoder, or with ``decoder`` of the decoder."""

    def __init__(self, width: int, inner: int, decoder: bool, dropout: float) -> None:
        super().__init__()
        self.sa, self.n1 = Attention(width, cross=False), nn.LayerNorm(width)
        self.decoder, self.dropout = decoder, dropout
        if decoder:
            self.ca, self.n2 = Attention(width, cross=True), nn.LayerNorm(width)
        self.f1, self.f2, self.n3 = nn.Linear(width, inner), nn.Linear(inner, width), nn.LayerNorm(width)

    def forward(
        self, x: Tensor, bias: Tensor, memory: Tensor | None = None, cross_bias: Tensor | None = None
    ) -> Tensor:
        x = x + self._drop(self.sa(self.n1(x), bias))
        if self.decoder:
            x = x + self._drop(self.ca(self.n2(x), cross_bias, memory))
        return x + self._drop(self.f2(F.relu(self.f1(self.n3(x)))))

    def _drop(self, x: Tensor) -> Tensor:
        return F.dropout(x, self.dropout, self.training) if self.dropout else x


class Network(nn.Module):
    """The whole Transformer up to the last hidden states; the output layer is the embedding (``SmoothedLoss``)."""

    pos: Tensor

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.e = nn.Embedding(shape.vocabulary, shape.width)
        nn.init.normal_(self.e.weight, 0, shape.width**-0.5)
        self.enc = nn.ModuleList(Layer(shape.width, shape.inner, False, dropout) for _ in range(shape.encoder))
        self.dec = nn.ModuleList(Layer(shape.width, shape.inner, True, dropout) for _ in range(shape.decoder))
        self.en, self.dn = nn.LayerNorm(shape.width), nn.LayerNorm(shape.width)
        self.register_buffer("pos", torch.from_numpy(positions(MAX_POSITIONS, shape.width)), persistent=False)

    def forward(self, source: Tensor, decoder_input: Tensor, source_bias: Tensor, causal_bias: Tensor) -> Tensor:
        """Token ids (batch, time) to hidden states (batch * time, width)."""
        memory = self._embed(source)
        for layer in self.enc:
            memory = layer(memory, source_bias)
        memory = self.en(memory)
        hidden = self._embed(decoder_input)
        for layer in self.dec:
            hidden = layer(hidden, causal_bias, memory, source_bias)
        flat: Tensor = self.dn(hidden).reshape(-1, self.shape.width)
        return flat

    def _embed(self, ids: Tensor) -> Tensor:
        embedded: Tensor = self.e(ids) * self.shape.width**0.5
        return embedded + self.pos.to(embedded.dtype)[: ids.shape[1]]


class SmoothedLoss(torch.autograd.Function):
    """Tied output projection and label-smoothed cross-entropy, its gradients made chunk by chunk.

    No buffer as wide as the vocabulary outlives a chunk: on CPU this is what makes 300 pairs a second possible.
    """

    @staticmethod
    def forward(ctx: Any, hidden: Tensor, weight: Tensor, gold: Tensor, smoothing: float, chunk: int) -> Tensor:
        """Mean negative log likelihood of the gold tokens that are not padding."""
        n_gold = (gold != PAD).sum()
        hidden_gradient = torch.empty_like(hidden)
        weight_gradient = torch.zeros(weight.shape, dtype=torch.float32, device=weight.device)
        total = torch.zeros((), device=hidden.device)
        for start in range(0, hidden.shape[0], chunk):
            part, wanted = hidden[start : start + chunk], gold[start : start + chunk]
            p = torch.softmax((part @ weight.t()).float(), -1)
            kept = wanted != PAD
            total -= (p.gather(1, wanted[:, None]).clamp_min(1e-9).log().squeeze(1) * kept).sum()
            p.sub_(smoothing / weight.shape[0])
            p.scatter_add_(1, wanted[:, None], torch.full((len(wanted), 1), -(1 - smoothing), device=p.device))
            p.mul_((kept / n_gold)[:, None])
            gradient = p.to(hidden.dtype)
            hidden_gradient[start : start + chunk] = gradient @ weight
            weight_gradient += gradient.t() @ part
        ctx.save_for_backward(hidden_gradient, weight_gradient)
        return total / n_gold

    @staticmethod
    def backward(ctx: Any, outer: Tensor) -> tuple[Tensor, Tensor, None, None, None]:  # type: ignore[override]
        hidden_gradient, weight_gradient = ctx.saved_tensors
        scaled = (weight_gradient * outer).to(hidden_gradient.dtype)
        return hidden_gradient * outer.to(hidden_gradient.dtype), scaled, None, None, None
