"""Fine-tune the encoder: examples, our passages, and gold outside the held-out third.

    python benchmarks/train_encoder.py [--again]

First it learns from our own texts alone (``build/encoder_first.pt``; ``--again`` takes that as
it is). What it then says of the gold outside the held-out third, which it has not seen, goes to
``build/encoder_unseen.npz``: by that ``train_reader.py`` chooses the threshold. Last it learns from
that gold too and writes ``encoder.onnx`` (8 bits) in ``loaders/reading``. The gold is looked for in
``$BILATERAL_SHARED`` (default ``../shared``); without it the weights rest on our own texts. About
an hour on two cores.
"""

import argparse
import json
import math
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from encoder_net import FIRST_WORD, RELATIONS, Net, pretrained  # noqa: E402
from passages import FOLDER as PASSAGES  # noqa: E402
from reading_rows import (  # noqa: E402
    Sentence,
    example_sentences,
    gold_sentences,
    passage_sentences,
    weight,
)

from loaders.reading.encoder import FILE as ENCODER  # noqa: E402
from loaders.reading.encoder import inputs  # noqa: E402
from loaders.reading.encoding import Encoding, encoding  # noqa: E402
from loaders.reading.examples import fingerprint  # noqa: E402
from loaders.reading.stance import CLASSES as STANCES  # noqa: E402

BUILD = ROOT / "build"
BATCH = 24
EXAMPLE_WEIGHT = 0.5
FIRST = ((3, 8e-5), (2, 5e-5))
SECOND_ROUNDS, SECOND_RATE, BESIDE = 3, 4e-5, 1500
STANCE_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence to learn from: its encoding, the places of its pairs, what they are worth.

    Args:
        relations, stances: weight of each, a row a pair.
        maybe: where it is not known what a pair stands in here, what it may be: nothing, or once
            more what the document says of it elsewhere.
    """

    source: str
    seen: Encoding
    places: list[tuple[int, int]]
    relations: "np.ndarray[Any, Any]"
    stances: "np.ndarray[Any, Any]"
    maybe: "np.ndarray[Any, Any]"


def item(sentence: Sentence, share: float, *, alone: bool = False) -> Item:
    """A sentence with its rows as an item; ``share`` is its weight.

    ``alone`` leaves out the sentence before, as the reader does.
    """
    before = None if alone else sentence.before
    seen = encoding(sentence.text, sentence.mentions, before)
    relations = np.zeros((len(sentence.rows), len(RELATIONS)), np.float32)
    stances = np.zeros((len(sentence.rows), len(STANCES)), np.float32)
    maybe = np.zeros_like(relations)
    for place, row in enumerate(sentence.rows):
        for name, worth in row.labels.items():
            relations[place, RELATIONS.index(name)] = worth * share
        if not row.labels and not row.unsure:
            relations[place, -1] = share
        elif not row.labels:
            maybe[place, [-1, *(RELATIONS.index(name) for name in row.unsure)]] = share
        for _, modality in row.stances:
            stances[place, STANCES.index(modality)] += share
    places = [(seen.places[a], seen.places[b]) for a, b in sentence.ends]
    return Item(sentence.source, seen, places, relations, stances, maybe)


def arrays(items: list[Item]) -> tuple[list[Tensor], Tensor, Tensor, Tensor]:
    """A batch: what the network is given; relations, stances and what may be."""
    given = inputs([(one.seen, one.places) for one in items]).values()
    size, most = len(items), max(len(one.places) for one in items)
    relations, maybe = (torch.zeros(size, most, len(RELATIONS)) for _ in range(2))
    stances = torch.zeros(size, most, len(STANCES))
    for row, one in enumerate(items):
        count = len(one.places)
        relations[row, :count] = torch.from_numpy(one.relations)
        stances[row, :count] = torch.from_numpy(one.stances)
        maybe[row, :count] = torch.from_numpy(one.maybe)
    return [torch.from_numpy(each) for each in given], relations, stances, maybe


def batches(items: list[Item], size: int = BATCH) -> list[list[Item]]:
    """The items in random batches of like lengths."""
    order = random.sample(items, len(items))
    done = []
    for start in range(0, len(order), size * 20):
        group = sorted(order[start : start + size * 20], key=lambda one: len(one.seen.ids))
        done += [group[at : at + size] for at in range(0, len(group), size)]
    return random.sample(done, len(done))


def learn(net: Net, rounds: list[list[Item]], rate: float) -> None:
    """Go through each round's items once; the rate rises, then falls to nothing."""
    fresh = ("marks", "kinds", "ask", "answer", "join", "relation", "stance")
    groups = [
        {"params": [p for n, p in net.named_parameters() if n.startswith(fresh)], "lr": rate * 6},
        {
            "params": [
                p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(fresh)
            ],
            "lr": rate,
        },
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = sum(math.ceil(len(items) / BATCH) for items in rounds)
    scheduler = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * total)) * max(0.0, 1 - step / total)
    )
    net.train()
    for number, items in enumerate(rounds, start=1):
        begun, lost = time.monotonic(), []
        for batch in batches(items):
            given, relations, stances, maybe = arrays(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                said, stance = net(*given)
            gain = (relations * said.float()).sum() + _open(said.float(), maybe)
            gain = gain + STANCE_SHARE * (stances * stance.float()).sum()
            loss = -gain / (relations.sum() + maybe.amax(-1).sum() + 1e-6)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            scheduler.step()
            lost.append(loss.item())
        mean = sum(lost) / max(1, len(lost))
        print(f"round {number}: loss {mean:.3f}, {time.monotonic() - begun:.0f} s", flush=True)


def _open(said: Tensor, maybe: Tensor) -> Tensor:
    """Log probability that one of those that may be is right, weighed."""
    likely = (said.exp() * (maybe > 0)).sum(-1) + 1e-9
    return (likely.log() * maybe.amax(-1)).sum()


@torch.no_grad()
def told(
    net: Net, items: list[Item]
) -> list[tuple["np.ndarray[Any, Any]", "np.ndarray[Any, Any]"]]:
    """Probabilities of relations and stances, a row a pair, for each item."""
    net.eval()
    order = sorted(range(len(items)), key=lambda number: len(items[number].seen.ids))
    done: dict[int, tuple[Any, Any]] = {}
    for start in range(0, len(order), BATCH):
        numbers = order[start : start + BATCH]
        given, _, _, _ = arrays([items[number] for number in numbers])
        said, stance = (part.exp().numpy() for part in net(*given))
        for row, number in enumerate(numbers):
            count = len(items[number].places)
            done[number] = said[row, :count], stance[row, :count]
    return [done[number] for number in range(len(items))]


def first(net: Net, own: list[Item], taught: dict[str, list[Item]]) -> None:
    """Learn from our own texts: all passages, of each example line one sentence a round."""
    for number, rate in FIRST:
        rounds = [own + [random.choice(same) for same in taught.values()] for _ in range(number)]
        learn(net, rounds, rate)


def second(net: Net, gold: list[Item], own: list[Item]) -> None:
    """Learn from the gold, with some passages lest they be forgotten."""
    rounds = [gold + random.sample(own, min(len(own), BESIDE)) for _ in range(SECOND_ROUNDS)]
    learn(net, rounds, SECOND_RATE)


def export(net: Net, about: dict[str, str], sample: Item, file: Path) -> None:
    """Write the network as ONNX in 8 bits, with what it was trained on."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    net.eval()
    with torch.no_grad():
        net.words.weight[:FIRST_WORD] += net.marks.weight
        net.marks.weight.zero_()
    sizes = {0: "batch", 1: "length"}
    whole = file.with_suffix(".whole.onnx")
    given, _, _, _ = arrays([sample])
    torch.onnx.export(
        net, tuple(given), str(whole), dynamo=False, opset_version=17,
        input_names=["ids", "kinds", "mask", "pairs"], output_names=["relations", "stances"],
        dynamic_axes=dict.fromkeys(("ids", "kinds", "mask"), sizes)
        | {name: {0: "batch", 1: "pair"} for name in ("pairs", "relations", "stances")},
    )  # fmt: skip
    nodes = onnx.load(str(whole)).graph.node
    # The head for pairs stays in 32 bits: in 8 it loses .01 F1, and it is small.
    kept = [n.name for n in nodes if n.op_type == "MatMul" and "layers" not in n.name]
    quantize_dynamic(
        whole, file, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=kept
    )
    whole.unlink()
    model = onnx.load(str(file))
    for key, value in about.items():
        model.metadata_props.add(key=key, value=value)
    onnx.save(model, str(file))


def main() -> None:
    """Learn from our own texts, say what the gold holds, learn from the gold, write."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--again", action="store_true", help="keep the first stage")
    options = arguments.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    BUILD.mkdir(exist_ok=True)
    own = [item(one, 1.0) for one in passage_sentences() if one.rows]
    taught: dict[str, list[Item]] = {}
    for one in example_sentences():
        if one.rows:
            taught.setdefault(one.source, []).append(item(one, EXAMPLE_WEIGHT))
    annotated = list(gold_sentences())
    gold = [item(one, weight(one.source)) for one in annotated]
    print(
        f"sentences: {len(gold)} of the gold, {len(own)} of passages, {len(taught)} example lines"
    )
    net = pretrained()
    if options.again:
        net.load_state_dict(torch.load(BUILD / "encoder_first.pt"))
    else:
        first(net, own, taught)
        torch.save(net.state_dict(), BUILD / "encoder_first.pt")
    if gold:
        said = told(net, [item(one, 1.0, alone=True) for one in annotated])
        np.savez_compressed(
            BUILD / "encoder_unseen.npz",
            relations=np.concatenate([relations for relations, _ in said]),
            stances=np.concatenate([stances for _, stances in said]),
        )
        second(net, gold, own)
    about = {
        "examples": fingerprint(),
        "passages": fingerprint(PASSAGES),
        "gold": json.dumps(sorted({one.source for one in gold})),
    }
    export(net, about, own[0], ENCODER)


if __name__ == "__main__":
    main()
