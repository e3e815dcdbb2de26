"""Records that went wrong: values of other types, far too large, far too deep, half a letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

ODD: tuple[object, ...] = (
    None, True, False, 0, -1, 10**25, int("9" * 4_000), 1e300, float("inf"), float("-inf"), float("nan"), 0.5,
    "", " ", "\ud83d", "x\ude00", "\x00\x1b[2J", "9" * 5_000, "a" * 20_000, "²", "٣", "<b>", "&#xd800;",
    [], {}, [[]], [{}], [None], {"a": None}, [[[[[[1]]]]]], {"date-parts": [["x", None, 1e999]]},
    [1, "a", {}],
    {"family": {"x": 1}, "given": [1]}, "10.1234/" + "\ud83d",
)  # fmt: skip
"""What stands in the place of a value."""


def mutants(record: object, seed: int, count: int) -> Iterator[object]:
    """So many copies of a record in which one to three values are odd."""
    draw = Random(seed)
    for _ in range(count):
        copy = json.loads(json.dumps(record))
        for _ in range(draw.randint(1, 3)):
            copy = _changed(copy, draw)
        yield copy


def _changed(value: object, draw: Random) -> object:
    inner = (
        list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    )
    if not inner or draw.random() < 0.15:
        return draw.choice(ODD)
    key = draw.choice(inner)
    if isinstance(value, dict):
        if draw.random() < 0.1:
            return {name: one for name, one in value.items() if name != key}
        return value | {key: _changed(value[key], draw)}
    assert isinstance(value, list)
    return [_changed(one, draw) if at == key else one for at, one in enumerate(value)]
