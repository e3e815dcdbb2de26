"""Training the CRF and packing its weights."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.train_model.align import LABELS, Example
from litreview.parsing.features import attributes
from litreview.parsing.labelmodel import pack

SETTINGS: dict[str, float] = {
    "c1": 0.1, "c2": 0.01, "max_iterations": 80, "feature.minfreq": 2, "feature.possible_transitions": 1,
}  # fmt: skip


def train(
    examples: Iterable[Example], settings: dict[str, float] | None = None, *, verbose: bool = False
) -> bytes:
    """Packed weights of a model trained on the examples in the order given (L-BFGS, no randomness)."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=verbose)
    trainer.set_params({**SETTINGS, **(settings or {})})
    for example in examples:
        trainer.append(attributes(example.words), list(example.labels))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    number = {label: at for at, label in enumerate(LABELS)}
    transitions = [[info.transitions.get((left, right), 0.0) for right in LABELS] for left in LABELS]
    weights: dict[str, list[float]] = {}
    for (attribute, label), weight in info.state_features.items():
        weights.setdefault(attribute, [0.0] * len(LABELS))[number[label]] = weight
    return pack(LABELS, transitions, weights)
