"""YAML as nodes that know where they stand in the text: scalars stay text, whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from litreview.model.errors import InputError

Event: TypeAlias = Any
"""One of PyYAML's events; the stubs type their marks as optional, which they are not when text is parsed."""
DEEPEST = 100
"""Nodes within nodes that are followed; a CSL item has 5."""
MOST_COPIES = 10
"""Nodes that aliases may make of a file, per character of it: a few lines of aliases can mean millions."""
# What YAML does not allow in a text (YAML 1.1, c-printable); a blank keeps every offset.
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


@dataclass(frozen=True)
class Node:
    """A value and its place: ``text[start:end]``, quotes and brackets included."""

    start: int
    end: int
    size: int = 1
    """How many nodes it is made of."""

    def plain(self) -> object:
        """The value as text, lists and dictionaries."""
        raise NotImplementedError


@dataclass(frozen=True)
class Scalar(Node):
    """A text. ``quotes`` is the number of quotes on either side (0 or 1)."""

    value: str = ""
    quotes: int = 0

    def plain(self) -> str:
        """The text."""
        return self.value


@dataclass(frozen=True)
class Sequence(Node):
    """A list."""

    items: tuple[Node, ...] = ()

    def plain(self) -> list[object]:
        """Its values."""
        return [item.plain() for item in self.items]


@dataclass(frozen=True)
class Table(Node):
    """A mapping; its keys are texts, other keys are passed over."""

    pairs: tuple[tuple[str, Node], ...] = ()

    @cached_property
    def fields(self) -> Mapping[str, Node]:
        """The values by their names."""
        return dict(self.pairs)

    def plain(self) -> dict[str, object]:
        """Its values by their names."""
        return {name: node.plain() for name, node in self.pairs}


def read_nodes(text: str, path: str = "", first_line: int = 1) -> list[Node]:
    """The documents of a YAML text, each as a node. ``first_line`` is the line that the text begins on.

    Raises:
        InputError: it is no YAML, or is nested or repeated beyond any use.
    """
    import yaml

    # libyaml's parser is 30 times faster; both count characters, and neither calls itself.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    most = MOST_COPIES * len(text) + 1000
    try:
        return list(_documents(yaml.parse(_NOT_YAML.sub(" ", text), loader), most))
    except _Beyond as error:
        raise InputError(str(error), path=path, line=first_line) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError(
            "not valid YAML",
            path=path,
            line=first_line + (mark.line if mark else 0),
            advice="look for a quote or bracket that never closes, or an indent that does not fit",
        ) from error


class _Beyond(Exception):
    """Nested too deeply, or repeated too often."""


@dataclass
class _Open:
    """A list or mapping that is being read."""

    start: int
    anchor: str | None
    is_table: bool
    in_brackets: bool
    children: list[Node] = field(default_factory=list)


def _documents(events: Iterable[Event], most: int) -> Iterator[Node]:
    """The root nodes. The parser's events come one by one, so depth costs no stack."""
    stack: list[_Open] = []
    anchors: dict[str, Node] = {}
    copied = 0
    for event in events:
        if opened := _opened(event):
            stack.append(opened)
            if len(stack) > DEEPEST:
                raise _Beyond("YAML nested too deeply")
            continue
        done = _finished(event, stack, anchors)
        if done is None:
            continue
        copied += done.size if _kind(event) == "AliasEvent" else 0
        if copied > most:
            raise _Beyond("YAML that repeats itself too often")
        if stack:
            stack[-1].children.append(done)
        else:
            yield done


def _opened(event: Event) -> _Open | None:
    kind = _kind(event)
    if kind not in ("MappingStartEvent", "SequenceStartEvent"):
        return None
    start, _ = _place(event)
    return _Open(start, event.anchor, kind == "MappingStartEvent", bool(event.flow_style))


def _finished(event: Event, stack: list[_Open], anchors: dict[str, Node]) -> Node | None:
    """The node that an event completes: a scalar, an alias, a list or mapping that ends."""
    kind, (start, end) = _kind(event), _place(event)
    anchor = getattr(event, "anchor", None)
    done: Node | None = None
    if kind == "AliasEvent":
        return anchors.get(str(anchor), Scalar(start, end))
    if kind == "ScalarEvent":
        done = Scalar(start, end, 1, event.value, int(event.style in ("'", '"')))
    elif kind in ("MappingEndEvent", "SequenceEndEvent"):
        opened = stack.pop()
        anchor, done = opened.anchor, _closed(opened, end)
    if done is not None and anchor:
        anchors[anchor] = done
    return done


def _kind(event: Event) -> str:
    return type(event).__name__


def _place(event: Event) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index


def _closed(opened: _Open, end: int) -> Node:
    """The finished list or mapping; without brackets it ends where its last value does."""
    children = opened.children
    if not opened.in_brackets and children:
        end = max(opened.start, children[-1].end)
    size = 1 + sum(child.size for child in children)
    if not opened.is_table:
        return Sequence(opened.start, end, size, tuple(children))
    pairs = zip(children[::2], children[1::2], strict=True)
    named = tuple((key.value, value) for key, value in pairs if isinstance(key, Scalar))
    return Table(opened.start, end, size, named)
