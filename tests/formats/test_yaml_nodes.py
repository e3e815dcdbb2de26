"""YAML as nodes: values as written, places that cut them out, bounds on depth and repetition."""

from __future__ import annotations

import contextlib

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from litreview.formats.yaml_nodes import DEEPEST, Node, Scalar, Sequence, Table, read_nodes
from litreview.model.errors import InputError

PIECES = st.lists(
    st.sampled_from(
        ["a", "é", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ", ", "'", '"', "&a ", "*a", "|\n", "#",
         "---\n", "2014", "!", "\\", "\r\n", "\u2028", "\x07", "\ufeff", "😀"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    children = node.items if isinstance(node, Sequence) else ()
    children = tuple(value for _, value in node.pairs) if isinstance(node, Table) else children
    return [scalar for child in children for scalar in scalars(child)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 012\nb: yes\nc: 2014-05\nd: ~\n", {"a": "012", "b": "yes", "c": "2014-05", "d": "~"}),
        ("- [x, 'it''s']\n- {k: \"v\\n\"}\n", [["x", "it's"], {"k": "v\n"}]),
        ("a: &t {k: v}\nb: *t\nc: *none", {"a": {"k": "v"}, "b": {"k": "v"}, "c": ""}),
        ("? [odd, key]\n: 1\nb: 2\n", {"b": "2"}), ("a:\n", {"a": ""}), ("é\u2028", "é"),
        ("a: b\a\n", {"a": "b"}),
    ],
)  # fmt: skip
def test_values_stay_text(text: str, value: object) -> None:
    (root,) = read_nodes(text)
    assert root.plain() == value


def test_documents_and_their_places() -> None:
    text = "---\na: 'x'\n...\n---\n- - é: 1\n  - 2\n"
    first, second = read_nodes(text)
    assert [text[node.start : node.end] for node in (first, second)] == ["a: 'x'", "- - é: 1\n  - 2"]
    assert [text[one.start : one.end] for one in (*scalars(first), *scalars(second))] == ["'x'", "1", "2"]
    assert read_nodes("") == []


@pytest.mark.parametrize("text", ["[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "- " * (DEEPEST + 2) + "a"])
def test_depth_is_bounded(text: str) -> None:
    with pytest.raises(InputError, match="nested too deeply"):
        read_nodes(text)


def test_repetition_is_bounded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 80))]
    with pytest.raises(InputError, match="repeats itself"):
        read_nodes("\n".join(lines))


def test_the_line_counts_from_where_the_text_begins() -> None:
    with pytest.raises(InputError) as caught:
        read_nodes("a: b\nc: 'd\n", "x.md", first_line=7)
    assert (caught.value.line, caught.value.path) == (9, "x.md")


@given(PIECES)
def test_places_cut_the_values_out(text: str) -> None:
    with contextlib.suppress(InputError):
        for root in read_nodes(text):
            assert 0 <= root.start <= root.end <= len(text)
            for one in scalars(root):
                inner = text[one.start + one.quotes : one.end - one.quotes]
                plain = not one.quotes and text[one.start : one.start + 1] not in ("|", ">", "*", "&", "!")
                if plain and "\n" not in inner and "\u2028" not in inner:
                    assert inner.translate({7: " ", 0xFEFF: " "}).strip() == one.value.strip()


@given(PIECES)
def test_libyaml_and_python_read_the_same(text: str) -> None:
    """Where libyaml is missing PyYAML's own parser takes over; places must not depend on that."""
    if not hasattr(yaml, "CBaseLoader"):
        pytest.skip("PyYAML without libyaml")
    fast, slow = None, None
    with contextlib.suppress(InputError):
        fast = read_nodes(text)
    with pytest.MonkeyPatch.context() as patch, contextlib.suppress(InputError):
        patch.delattr(yaml, "CBaseLoader")
        slow = read_nodes(text)
    if fast is not None and slow is not None:
        assert [root.plain() for root in fast] == [root.plain() for root in slow]
        assert [(one.start, one.end) for root in fast for one in scalars(root) if one.value] == [
            (one.start, one.end) for root in slow for one in scalars(root) if one.value
        ]
