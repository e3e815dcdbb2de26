"""Labelled tokens → one span of the text per field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from litreview.parsing.tokens import Tokens

TRIM_LEFT = " \t\n,.;:-–—/'\"“”„«»‘’`´([{&+"
TRIM_RIGHT = " \t\n,;:-–—/'\"“”„«»‘’`´([{&+."
_CLOSING = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with one label: token numbers ``first`` to ``last`` (included)."""

    label: str
    first: int
    last: int


def runs(labels: Sequence[str]) -> list[Run]:
    """Neighbouring tokens of one label as runs, in order; "other" is left out."""
    found: list[Run] = []
    start = 0
    for at in range(1, len(labels) + 1):
        if at == len(labels) or labels[at] != labels[start]:
            if labels[start] != "other":
                found.append(Run(labels[start], start, at - 1))
            start = at
    return found


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks around the value; brackets that belong to it stay."""
    while start < end and (text[start] in TRIM_LEFT) and not _opens(text, start, end):
        start += 1
    while start < end:
        last = text[end - 1]
        if last in TRIM_RIGHT or (
            last in _CLOSING and text.count(last, start, end) > text.count(_CLOSING[last], start, end)
        ):
            end -= 1
        elif last in "?!" and end - start == 1:
            end -= 1
        else:
            break
    return start, end


def _opens(text: str, start: int, end: int) -> bool:
    """A bracket at the start that closes within the span is part of the value."""
    closing = {"(": ")", "[": "]"}.get(text[start])
    return closing is not None and closing in text[start:end]


def span_of(tokens: Tokens, run: Run, text: str) -> tuple[int, int]:
    """The run's place in the text, trimmed."""
    return trimmed(text, tokens.starts[run.first], tokens.ends[run.last])


def choose(tokens: Tokens, labels: Sequence[str], text: str) -> dict[str, tuple[int, int]]:
    """For each label the run that holds the value: the longest for texts, the first for numbers."""
    found: dict[str, tuple[int, int]] = {}
    for run in runs(labels):
        span = span_of(tokens, run, text)
        if span[0] >= span[1]:
            continue
        known = found.get(run.label)
        if known is None or (
            run.label in ("title", "container", "publisher") and span[1] - span[0] > known[1] - known[0]
        ):
            found[run.label] = span
    return found
