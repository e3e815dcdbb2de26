"""Weights → the bytes that ship."""

from __future__ import annotations

import lzma
from collections.abc import Sequence

import numpy as np

from litreview.parsing.reading.labelmodel import SCALE


def pack(
    labels: Sequence[str], transitions: Sequence[Sequence[float]], weights: dict[str, list[float]]
) -> bytes:
    """Weights in the form that ``LabelModel`` reads; same weights, same bytes.

    ``transitions`` are label × label (from, to); ``weights`` one list of label weights per attribute.
    """
    names = sorted(weights)
    rows = np.array([weights[name] for name in names], dtype=np.float64).reshape(len(names), len(labels))
    values = np.concatenate([np.array(transitions, dtype=np.float64).ravel(), rows.ravel()])
    body = np.clip(np.rint(values * SCALE), -32768, 32767).astype("<i2").tobytes()
    header = "\n".join([" ".join(labels), *names]).encode("utf-8")
    return lzma.compress(header + b"\n\n" + body, preset=9 | lzma.PRESET_EXTREME)
