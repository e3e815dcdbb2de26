"""The label model: a linear-chain CRF, decoded for many references at once.

Trained with python-crfsuite at development time (``benchmarks/train_model``); what ships are its weights,
rounded to 16 bits and compressed. Decoding is Viterbi over NumPy arrays: the weights of a word's
attributes are added up once and remembered, so the common words of reference lists cost one look-up.
"""

from __future__ import annotations

import lzma
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Generic, TypeVar

from litreview.parsing.reading.features import (
    END,
    JOINTS,
    SLOTS,
    START,
    Far,
    Stand,
    far_names,
    joint_attribute,
    places,
    rough,
    segment_attributes,
    slot_attributes,
    stand_names,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Key = TypeVar("Key", bound=Hashable)
WEIGHTS = "fields.weights.xz"
SCALE = 1024
"""Weights are stored as integers of 1/1024; the largest seen is below 16."""
KNOWN = 40_000
"""Distinct words (or groups) remembered before the memory is emptied; bounds it to about 15 MB."""
BATCH = 128


class LabelModel:
    """Weights and the decoder. Use ``shared_model()``; loading takes about a tenth of a second."""

    def __init__(self, data: bytes) -> None:
        import numpy as np

        header, _, body = lzma.decompress(data).partition(b"\n\n")
        head, *names = header.decode("utf-8").split("\n")
        self.labels = tuple(head.split())
        count, width = len(names), len(self.labels)
        values = np.frombuffer(body, dtype="<i2").astype(np.float32) / SCALE
        self._transitions = values[: width * width].reshape(width, width)
        # One empty row at the end, for attributes that the model does not know (index -1).
        rows = values[width * width :].reshape(count, width)
        self._weights = np.vstack([rows, np.zeros((1, width), dtype=np.float32)])
        self._rows = {name: at for at, name in enumerate(names)}
        self._words: _Table[str] = _Table(width)
        self._stands: _Table[Stand] = _Table(width)
        self._fars: _Table[Far] = _Table(width)
        self._segments: _Table[tuple[str, ...]] = _Table(width)
        self._joints: list[dict[tuple[str, ...], int]] = [{} for _ in JOINTS]

    def label(self, sequences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The best labels of each sequence of words, in order."""
        order = sorted((at for at, words in enumerate(sequences) if words), key=lambda at: len(sequences[at]))
        found: list[list[str]] = [[] for _ in sequences]
        for first in range(0, len(order), BATCH):
            chosen = order[first : first + BATCH]
            emissions = [self._emissions(sequences[at]) for at in chosen]
            for at, path in zip(chosen, self._viterbi(emissions), strict=True):
                found[at] = [self.labels[label] for label in path]
        return found

    def _sums(self, groups: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """The summed weights of each group of attributes (group × label), all groups in one go."""
        import numpy as np

        unknown = len(self._weights) - 1
        rows: list[int] = []
        starts: list[int] = []
        for names in groups:
            starts.append(len(rows))
            rows += [self._rows.get(name, unknown) for name in names]
        total: NDArray[np.float32] = np.add.reduceat(self._weights[rows], starts, axis=0)
        return total

    def _emissions(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Scores per token and label: words and their neighbours, groups of neighbours, places."""
        size = len(words)
        padded = [START, START, *words, END, END]
        vectors = self._words.rows(padded, _word_groups, self._sums)
        total: NDArray[np.float32] = vectors[2 : size + 2, 0].copy()
        for number, slot in enumerate(SLOTS[1:], start=1):
            total += vectors[2 + slot : size + 2 + slot, number]
        forms = [rough(word) for word in padded]
        for number, joint in enumerate(JOINTS):
            columns = [forms[2 + offset : size + 2 + offset] for offset in joint]
            total += self._joint_weights(list(zip(*columns, strict=True)), number)
        stands, fars = zip(*places(words), strict=True)
        total += self._stands.rows(stands, lambda key: [stand_names(key)], self._sums)[:, 0]
        total += self._fars.rows(fars, lambda key: [far_names(key)], self._sums)[:, 0]
        total += self._segments.rows(segment_attributes(words), lambda key: [key], self._sums)[:, 0]
        return total

    def _joint_weights(self, keys: Sequence[tuple[str, ...]], joint: int) -> NDArray[np.float32]:
        """A group of neighbours has one attribute, so its weights are a row of the model (or nothing)."""
        import numpy as np

        known = self._joints[joint]
        if len(known) > KNOWN:
            known.clear()
        index = [known.get(key) for key in keys]
        for at, row in enumerate(index):
            if row is None:
                index[at] = known[keys[at]] = self._rows.get(joint_attribute(keys[at], joint), -1)
        found: NDArray[np.float32] = self._weights[np.array(index, dtype=np.intp)]
        return found

    def _viterbi(self, emissions: Sequence[NDArray[np.float32]]) -> list[list[int]]:
        """Best paths of a batch sorted by length; shorter ones rest until the longest is done."""
        import numpy as np

        lengths = np.array([len(rows) for rows in emissions])
        longest, width = int(lengths.max()), len(self.labels)
        scores = np.zeros((longest, len(emissions), width), dtype=np.float32)
        for at, rows in enumerate(emissions):
            scores[: len(rows), at] = rows
        best = scores[0]
        back = np.zeros((longest, len(emissions), width), dtype=np.int8)
        stay = np.arange(width, dtype=np.int8)
        for step in range(1, longest):
            live = int(np.searchsorted(lengths, step, side="right"))
            moves = best[live:, :, None] + self._transitions[None]
            back[step, :live] = stay
            back[step, live:] = moves.argmax(axis=1)
            best = np.concatenate([best[:live], moves.max(axis=1) + scores[step, live:]])
        last = best.argmax(axis=1)
        path = np.zeros((longest, len(emissions)), dtype=np.int8)
        here = last
        every = np.arange(len(emissions))
        for step in range(longest - 1, -1, -1):
            path[step] = here
            here = back[step, every, here]
        return [path[: lengths[at], at].tolist() for at in range(len(emissions))]


class _Table(Generic[Key]):
    """Remembered sums: key → row of an array that grows by doubling."""

    def __init__(self, width: int) -> None:
        import numpy as np

        self._rows: dict[Key, int] = {}
        self._width = width
        self._values = np.zeros((0, 0, width), dtype=np.float32)

    def rows(
        self,
        keys: Sequence[Key],
        groups: Callable[[Key], Sequence[Sequence[str]]],
        sums: Callable[[Sequence[Sequence[str]]], NDArray[np.float32]],
    ) -> NDArray[np.float32]:
        """The sums of each key's groups of attributes (key × group × label), made where not yet known."""
        import numpy as np

        if len(self._rows) > KNOWN:
            self._rows.clear()
        new = [*dict.fromkeys(key for key in keys if key not in self._rows)]
        if new:
            made = [groups(key) for key in new]
            vectors = sums([names for group in made for names in group])
            self._add(new, vectors.reshape(len(new), len(made[0]), self._width))
        found: NDArray[np.float32] = self._values[np.array([*map(self._rows.get, keys)], dtype=np.intp)]
        return found

    def _add(self, keys: Sequence[Key], vectors: NDArray[np.float32]) -> None:
        import numpy as np

        row, size = len(self._rows), len(self._rows) + len(keys)
        if size > len(self._values):
            grown = np.zeros((max(1024, 2 * size), *vectors.shape[1:]), dtype=np.float32)
            if row:
                grown[: len(self._values)] = self._values
            self._values = grown
        self._values[row:size] = vectors
        self._rows.update(zip(keys, range(row, size), strict=True))


def _word_groups(word: str) -> list[list[str]]:
    return [slot_attributes(word, slot) for slot in SLOTS]


@lru_cache(maxsize=1)
def shared_model() -> LabelModel:
    """The model that ships with the package, loaded once."""
    return LabelModel(files("litreview.parsing.reading").joinpath(WEIGHTS).read_bytes())


def pack(
    labels: Sequence[str], transitions: Sequence[Sequence[float]], weights: dict[str, list[float]]
) -> bytes:
    """Weights in the form that ``LabelModel`` reads; same weights, same bytes.

    ``transitions`` are label × label (from, to); ``weights`` one list of label weights per attribute.
    """
    import numpy as np

    names = sorted(weights)
    rows = np.array([weights[name] for name in names], dtype=np.float64).reshape(len(names), len(labels))
    values = np.concatenate([np.array(transitions, dtype=np.float64).ravel(), rows.ravel()])
    body = np.clip(np.rint(values * SCALE), -32768, 32767).astype("<i2").tobytes()
    header = "\n".join([" ".join(labels), *names]).encode("utf-8")
    return lzma.compress(header + b"\n\n" + body, preset=9 | lzma.PRESET_EXTREME)
