"""What an encoder makes of the pairs of a sentence: probabilities of relations and of stances.

The weights, ``encoder.onnx``, are all-MiniLM-L6-v2 (Apache 2.0; Wang et al. 2020, Reimers and
Gurevych 2019), fine-tuned by ``benchmarks/train_encoder.py`` and kept in 8 bits.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from loaders.reading.encoding import Encoding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FILE = Path(__file__).parent / "encoder.onnx"
TOGETHER = 64
_BATCH = 16
Places = Sequence[tuple[int, int]]
Scores = tuple["NDArray[np.float32]", "NDArray[np.float32]"]


@cache
def session(file: Path = FILE) -> Any:
    """The loaded network (about 0.2 s), on one thread: documents run in processes of their own."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def facts() -> dict[str, str]:
    """What the weights were trained on."""
    return dict(session().get_modelmeta().custom_metadata_map)


def scores(sentences: Iterable[tuple[Encoding, Places]]) -> Iterator[list[Scores]]:
    """For each sentence, a row a pair: log probabilities of relations, and of stances.

    They come in lists, in the order of the sentences.

    Args:
        sentences: encodings with the places of each pair's two mentions, subject first.
    """
    waiting = iter(sentences)
    while chunk := list(islice(waiting, TOGETHER)):
        order = sorted(range(len(chunk)), key=lambda number: len(chunk[number][0].ids))
        done: dict[int, Scores] = {}
        for start in range(0, len(order), _BATCH):
            numbers = order[start : start + _BATCH]
            done |= zip(numbers, _run([chunk[number] for number in numbers]), strict=True)
        yield [done[number] for number in range(len(chunk))]


def inputs(batch: Sequence[tuple[Encoding, Places]]) -> "dict[str, NDArray[Any]]":
    """What the network is given of sentences: short ones are filled up, as the mask tells."""
    import numpy as np

    longest = max(len(seen.ids) for seen, _ in batch)
    most = max(len(places) for _, places in batch)
    ids, kinds = (np.zeros((len(batch), longest), np.int64) for _ in range(2))
    mask = np.zeros((len(batch), longest), np.float32)
    pairs = np.zeros((len(batch), most, 2), np.int64)
    for row, (seen, places) in enumerate(batch):
        ids[row, : len(seen.ids)] = seen.ids
        kinds[row, : len(seen.ids)] = seen.kinds
        mask[row, : len(seen.ids)] = 1
        pairs[row, : len(places)] = places
    return {"ids": ids, "kinds": kinds, "mask": mask, "pairs": pairs}


def _run(batch: list[tuple[Encoding, Places]]) -> Iterator[Scores]:
    relations, stances = session().run(None, inputs(batch))
    for row, (_, places) in enumerate(batch):
        yield relations[row, : len(places)], stances[row, : len(places)]
