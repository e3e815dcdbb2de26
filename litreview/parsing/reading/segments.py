"""Labelled tokens → one span of the text per field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from litreview.parsing.reading.draft import TEXTS, Places
from litreview.parsing.reading.spans import Span, trimmed
from litreview.parsing.reading.tokens import Tokens

_INITIAL = re.compile(r"\b[A-ZÄÖÜ]\.")
_IN = re.compile(r"\b(?:[Ii]n:|In\b|in (?=[A-Z]))")
_BRIDGE = frozenset(".,:;'\"-?!()/&")
_JOINED = {"title": 3, "container": 2, "author": 2, "publisher": 1}
"""Labels whose runs are joined over a gap of at most so many marks ("Zwischen „Unternehmerin" und …")."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with one label: token numbers ``first`` to ``last`` (included)."""

    label: str
    first: int
    last: int


def runs(labels: Sequence[str], words: Sequence[str]) -> list[Run]:
    """Neighbouring tokens of one label as runs, in order; "other" left out, small gaps bridged."""
    found: list[Run] = []
    start = 0
    for at in range(1, len(labels) + 1):
        if at < len(labels) and labels[at] == labels[start]:
            continue
        if labels[start] != "other":
            run = Run(labels[start], start, at - 1)
            if found and _joins(found[-1], run, words):
                found[-1] = Run(run.label, found[-1].first, run.last)
            else:
                found.append(run)
        start = at
    return found


def _joins(left: Run, right: Run, words: Sequence[str]) -> bool:
    gap = words[left.last + 1 : right.first]
    return (
        left.label == right.label
        and len(gap) <= _JOINED.get(left.label, 0)
        and all(word in _BRIDGE for word in gap)
    )


def choose(tokens: Tokens, labels: Sequence[str], text: str) -> Places:
    """For each label the run that holds the value: the first, but the longest title, and the container that
    stands nearest before its numbers ("… 18, pp. 289-314. Abstract downloaded from …")."""
    found: dict[str, list[Span]] = {}
    for run in runs(labels, tokens.words):
        span = trimmed(text, tokens.starts[run.first], tokens.ends[run.last])
        if span[0] < span[1] and any(char.isalnum() for char in text[span[0] : span[1]]):
            found.setdefault(run.label, []).append(span)
    chosen = {label: spans[0] for label, spans in found.items()}
    if "author" in chosen:
        chosen["author"] = _with_last_stop(text, *chosen["author"])
    numbers = [chosen[label][0] for label in ("volume", "pages") if label in chosen]
    for label in TEXTS:
        spans = found.get(label, [])
        before = [span for span in spans if numbers and span[1] <= min(numbers) and span[1] - span[0] > 2]
        if label == "container" and before:
            spans = before
        if spans:
            chosen[label] = max(spans, key=lambda span: span[1] - span[0])
    if len(found.get("title", ())) > 1 and "container" not in chosen:
        _part_twin_titles(text, found["title"], chosen)
    return Places(**chosen)


def _with_last_stop(text: str, start: int, end: int) -> Span:
    """The full stop of the last initial, where the others have one ("Barbaro, N., & Pickett, S. M.")."""
    stops = text[end : end + 1] == "." and text[end - 1].isupper() and _INITIAL.search(text, start, end)
    return (start, end + 1) if stops else (start, end)


def _part_twin_titles(text: str, titles: Sequence[Span], chosen: dict[str, Span]) -> None:
    """Two titles with "In" between are part and whole: "Ulceras no pé. In: Jorge SA. Abordagem."."""
    for left, right in pairwise(titles):
        if _IN.search(text, left[1], right[0]):
            chosen["title"], chosen["container"] = left, right
            return
