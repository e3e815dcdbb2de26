"""The label model: packing, decoding, and that training and decoding see the same attributes."""

from __future__ import annotations

import itertools

import pytest

from benchmarks.train_model.packing import pack
from benchmarks.train_model.rows import attributes
from litreview.parsing.reading.features import rough, shape
from litreview.parsing.reading.labelmodel import LabelModel, shared_model
from litreview.parsing.reading.tokens import tokenise

LABELS = ("other", "title", "year")
STATES = {
    "s=year": [0.0, 0.0, 3.0],
    "s=Xx": [0.0, 1.5, 0.0],
    "s=xx": [0.0, 0.5, 0.0],
    "s=.": [0.5, 0.0, 0.0],
    "j0=.|year": [0.0, 0.0, 1.0],
}
MOVES = [[0.2, 0.0, 0.1], [0.0, 0.8, -0.4], [0.1, -0.9, 0.0]]
TEXTS = (
    "Backs and necks. 2014.",
    "Ruhe 2003 im Amt",
    "(2010)",
    "a",
    "Smith J. On rest. Spine 2001;3:4-5. " * 3,
)


def small_model() -> LabelModel:
    """A toy: years by shape, capitals towards the title, a pull from title to title."""
    return LabelModel(pack(LABELS, MOVES, STATES))


def state_scores(words: tuple[str, ...]) -> list[list[float]]:
    """Scores per token and label, from the attribute strings that training sees."""
    return [
        [sum(STATES.get(name, [0.0] * 3)[label] for name in row) for label in range(3)]
        for row in attributes(words)
    ]


def score(rows: list[list[float]], path: tuple[int, ...]) -> float:
    states = sum(row[label] for row, label in zip(rows, path, strict=True))
    return states + sum(MOVES[left][right] for left, right in itertools.pairwise(path))


@pytest.mark.parametrize("text", TEXTS[:4])
def test_decoding_finds_the_best_path_of_all(text: str) -> None:
    words = tokenise(text).words
    rows = state_scores(words)
    best = max(score(rows, path) for path in itertools.product(range(3), repeat=len(words)))
    found = tuple(LABELS.index(label) for label in small_model().label([words])[0])
    assert score(rows, found) == pytest.approx(best, abs=0.01)


def test_a_batch_is_read_as_its_members_are() -> None:
    model = small_model()
    sequences = [tokenise(text).words for text in TEXTS] + [()]
    assert model.label(sequences) == [model.label([words])[0] for words in sequences]


def test_same_weights_same_bytes_whatever_their_order() -> None:
    weights = {"b": [0.1, 0.2, 0.3], "a": [1.0, -1.0, 0.0]}
    turned = dict(reversed(weights.items()))
    zero = [[0.0] * 3] * 3
    assert pack(LABELS, zero, weights) == pack(LABELS, zero, turned)


def test_the_shipped_model_is_small_and_loaded_once() -> None:
    assert shared_model() is shared_model()
    assert "container" in shared_model().labels


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("2014", "year"),
        ("2014a", "yeara"),
        ("114", "ddd"),
        ("J", "X"),
        ("JF", "XX"),
        ("BMJ", "XX"),
        ("Pain", "Xx"),
        ("pain", "xx"),
        ("한국", "cjk"),
        ("<doi>", "<doi>"),
    ],
)
def test_shapes(word: str, form: str) -> None:
    assert shape(word) == form
    assert rough("Hrsg") == "editors"


def test_identifiers_are_one_token_and_letters_part_from_numbers() -> None:
    assert tokenise("Rev. D62", ()).words == ("Rev", ".", "D", "62")
    assert tokenise("see 10.1/x now", ((4, 10, "doi"),)).words == ("see", "<doi>", "now")


def test_single_quotes_around_a_title_count_as_quotes() -> None:
    assert tokenise("Held M. ‘Pauselose Beschleunigung’, in Nonstop").words.count('"') == 2
    assert '"' not in tokenise("O'Neil's rests").words
