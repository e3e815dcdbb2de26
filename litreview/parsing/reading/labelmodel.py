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
    Stretch,
    far_names,
    fars,
    joint_attribute,
    near_look,
    near_word,
    own_attributes,
    rough,
    segment_ends,
    segment_names,
    segments,
    shape,
    stand_names,
    stands,
)
from litreview.parsing.reading.lexicon import word_classes

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
REACH = 2
"""Tokens that are looked at on either side."""
FORMS = 1 << 20
"""More than the rough forms of any batch: a group of up to three is one 64-bit number in this base."""


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
        self._words: _Table[str] = _Table(width, self._word_groups)
        self._stands: _Table[Stand] = _Table(width, lambda key: [self._indices(stand_names(key))])
        self._fars: _Table[Far] = _Table(width, lambda key: [self._indices(far_names(key))])
        self._segments: _Table[tuple[Stretch, Stretch]] = _Table(
            width, lambda key: [self._indices(segment_names(key))]
        )
        self._looks: dict[tuple[str, tuple[str, ...]], list[list[int]]] = {}
        self._forms: dict[str, int] = {}
        self._joints: list[dict[int, int]] = [{} for _ in JOINTS]

    def label(self, sequences: Sequence[Sequence[str]]) -> list[list[str]]:
        """The best labels of each sequence of words, in order."""
        order = sorted((at for at, words in enumerate(sequences) if words), key=lambda at: len(sequences[at]))
        found: list[list[str]] = [[] for _ in sequences]
        for first in range(0, len(order), BATCH):
            chosen = order[first : first + BATCH]
            emissions = self._emissions([sequences[at] for at in chosen])
            for at, path in zip(chosen, self._viterbi(emissions), strict=True):
                found[at] = [self.labels[label] for label in path]
        return found

    def _emissions(self, sequences: Sequence[Sequence[str]]) -> list[NDArray[np.float32]]:
        """Scores per token and label of each sequence: words and their neighbours, groups of neighbours,
        places. All sequences are looked up in one go."""
        import numpy as np

        padded: list[str] = []
        real: list[NDArray[np.intp]] = []
        standing: list[Stand] = []
        distances: list[Far] = []
        stretches: list[tuple[Stretch, Stretch]] = []
        for words in sequences:
            real.append(np.arange(len(padded) + REACH, len(padded) + REACH + len(words)))
            padded += (*(START,) * REACH, *words, *(END,) * REACH)
            ends = segment_ends(words)
            standing += stands(words, ends)
            distances += fars(len(words))
            stretches += segments(words, ends)
        tokens = np.concatenate(real)
        total = self._neighbours(padded, tokens)
        total += self._groups(padded, tokens)
        total += self._stands.rows(standing, self._weights)[:, 0]
        total += self._fars.rows(distances, self._weights)[:, 0]
        total += self._segments.rows(stretches, self._weights)[:, 0]
        return np.split(total, np.cumsum([len(words) for words in sequences])[:-1])

    def _neighbours(self, padded: Sequence[str], tokens: NDArray[np.intp]) -> NDArray[np.float32]:
        """What each word says of itself and of the words around it."""
        index = self._words.index(padded, self._weights)
        total: NDArray[np.float32] = self._words.values[index[tokens], 0]
        for number, slot in enumerate(SLOTS[1:], start=1):
            total += self._words.values[index[tokens + slot], number]
        return total

    def _groups(self, padded: Sequence[str], tokens: NDArray[np.intp]) -> NDArray[np.float32]:
        """What groups of neighbours say. A group has one attribute, so its weights are a row of the model."""
        import numpy as np

        if max(len(self._forms), *map(len, self._joints)) > KNOWN:
            self._forms.clear()
            self._joints = [{} for _ in JOINTS]
        known = self._forms
        numbers = [known.setdefault(rough(word), len(known)) for word in padded]
        forms = np.array(numbers, dtype=np.int64)
        names = list(known)
        total = np.zeros((len(tokens), len(self.labels)), dtype=np.float32)
        for joint, offsets in enumerate(JOINTS):
            keys = forms[tokens + offsets[0]]
            for offset in offsets[1:]:
                keys = keys * FORMS + forms[tokens + offset]
            distinct, places = np.unique(keys, return_inverse=True)
            rows = [self._joint_row(key, joint, len(offsets), names) for key in distinct.tolist()]
            total += self._weights[np.array(rows, dtype=np.intp)[places]]
        return total

    def _joint_row(self, key: int, joint: int, size: int, names: Sequence[str]) -> int:
        row = self._joints[joint].get(key)
        if row is None:
            parts = [names[key // FORMS**power % FORMS] for power in range(size - 1, -1, -1)]
            row = self._joints[joint][key] = self._rows.get(joint_attribute(parts, joint), -1)
        return row

    def _indices(self, names: Sequence[str]) -> list[int]:
        return [self._rows.get(name, -1) for name in names]

    def _word_groups(self, word: str) -> list[list[int]]:
        """The rows of a word's attributes: its own, and as each neighbour sees it."""
        look = (shape(word), word_classes(word))
        shared = self._looks.get(look)
        if shared is None:
            shared = [self._indices(near_look(word, slot)) for slot in SLOTS[1:]]
            self._looks[look] = shared
        near = zip(SLOTS[1:], shared, strict=True)
        return [
            self._indices(own_attributes(word)),
            *(rows + self._indices(near_word(word, slot)) for slot, rows in near),
        ]

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
    """Remembered sums: key → row of an array that grows by doubling.

    ``groups`` gives the rows of the model that are added up for a key, in one or several groups.
    """

    def __init__(self, width: int, groups: Callable[[Key], Sequence[Sequence[int]]]) -> None:
        import numpy as np

        self._rows: dict[Key, int] = {}
        self._width = width
        self._groups = groups
        self.values = np.zeros((0, 0, width), dtype=np.float32)

    def rows(self, keys: Sequence[Key], weights: NDArray[np.float32]) -> NDArray[np.float32]:
        """The sums of each key's groups (key × group × label)."""
        index = self.index(keys, weights)
        found: NDArray[np.float32] = self.values[index]
        return found

    def index(self, keys: Sequence[Key], weights: NDArray[np.float32]) -> NDArray[np.intp]:
        """Where in ``values`` each key's sums stand; made where not yet known."""
        import numpy as np

        if len(self._rows) > KNOWN:
            self._rows.clear()
        new = [*dict.fromkeys(key for key in keys if key not in self._rows)]
        if new:
            self._add(new, weights)
        return np.array([*map(self._rows.__getitem__, keys)], dtype=np.intp)

    def _add(self, keys: Sequence[Key], weights: NDArray[np.float32]) -> None:
        import numpy as np

        groups = [group for key in keys for group in self._groups(key)]
        flat = [row for group in groups for row in group]
        starts = np.cumsum([0, *map(len, groups[:-1])])
        vectors = np.add.reduceat(weights[flat], starts, axis=0).reshape(len(keys), -1, self._width)
        row, size = len(self._rows), len(self._rows) + len(keys)
        if size > len(self.values):
            grown = np.zeros((max(1024, 2 * size), *vectors.shape[1:]), dtype=np.float32)
            if row:
                grown[: len(self.values)] = self.values
            self.values = grown
        self.values[row:size] = vectors
        self._rows.update(zip(keys, range(row, size), strict=True))


@lru_cache(maxsize=1)
def shared_model() -> LabelModel:
    """The model that ships with the package, loaded once."""
    return LabelModel(files("litreview.parsing.reading").joinpath(WEIGHTS).read_bytes())
