"""Labelled values → labelled tokens: where in the printed string each value of a gold record stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.tokens import Tokens, tokenise

LABELS = (
    "other",
    "author",
    "editor",
    "title",
    "container",
    "year",
    "volume",
    "issue",
    "pages",
    "publisher",
    "place",
)
LONG = ("title", "container", "publisher", "place")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """One training sequence."""

    words: tuple[str, ...]
    labels: tuple[str, ...]


class Folded:
    """A text reduced to folded letters and digits, with the way back to places in the text."""

    def __init__(self, text: str) -> None:
        chars: list[str] = []
        self._places: list[int] = []
        for place, char in enumerate(text):
            for part in fold(char):
                chars.append(part)
                self._places.append(place)
        self.text = "".join(chars)

    def spans(self, value: str) -> Iterable[Span]:
        """Every place where ``value`` stands, as spans of the text."""
        wanted = fold(value)
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield self._places[at], self._places[at + len(wanted) - 1] + 1
            at = self.text.find(wanted, at + 1)


def fold(text: str) -> str:
    """Case-folded letters and digits without accents (the scorer's own folding)."""
    spread = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss").replace("&", "and"))
    return "".join(char for char in spread if char.isalnum())


def align(raw: str, fields: Mapping[str, object], unscored: Sequence[str] = ()) -> Example | None:
    """The labelled tokens of a gold record; None where a value cannot be found without doubt."""
    tokens = tokenise(raw, cut(raw).spans)
    labels = ["other"] * len(tokens)
    folded = Folded(raw)
    if not _authors(raw, fields, folded, tokens, labels) and ("authors" in fields or "authors_raw" in fields):
        return None
    if "authors" in unscored and "authors_raw" not in fields:
        return None
    if set(unscored) & {"container", "title", "publisher"}:
        return None
    title_end = 0
    for field in LONG:
        value = fields.get(field)
        if value and not (end := _place_long(str(value), field, folded, tokens, labels, title_end)):
            return None
        if field == "title" and value:
            title_end = end
    if fields.get("editors_raw"):
        _editors(str(fields["editors_raw"]), folded, tokens, labels)
    if not _numbers(fields, tokens, labels):
        return None
    if {"volume", "issue", "pages"} & set(unscored) and not _guess_numbers(tokens, labels):
        return None
    return Example(tokens.words, tuple(labels))


def _paint(tokens: Tokens, labels: list[str], span: Span, label: str) -> bool:
    """Label the free tokens within a span; False where the span cuts a token or meets another label."""
    inside = [at for at in range(len(tokens)) if tokens.starts[at] < span[1] and tokens.ends[at] > span[0]]
    if not inside or any(labels[at] != "other" for at in inside):
        return False
    if tokens.starts[inside[0]] != span[0] or tokens.ends[inside[-1]] != span[1]:
        return False
    for at in inside:
        labels[at] = label
    return True


def _place_long(value: str, label: str, folded: Folded, tokens: Tokens, labels: list[str], after: int) -> int:
    spans = sorted(folded.spans(value), key=lambda span: (span[0] < after, span[0]))
    for span in spans:
        if _paint(tokens, labels, span, label):
            return span[1]
    return 0


def _authors(
    raw: str, fields: Mapping[str, object], folded: Folded, tokens: Tokens, labels: list[str]
) -> bool:
    block = _author_block(fields, folded)
    if block is None:
        return False
    inside = [at for at in range(len(tokens)) if tokens.starts[at] < block[1] and tokens.ends[at] > block[0]]
    while inside and inside[-1] + 1 < len(tokens) and _belongs(tokens, inside[-1]):
        inside.append(inside[-1] + 1)
    inside = _with_et_al(tokens, inside)
    for at in inside:
        labels[at] = "author"
    return bool(inside)


def _author_block(fields: Mapping[str, object], folded: Folded) -> Span | None:
    if "authors" not in fields:
        raw = str(fields.get("authors_raw", ""))
        return next(iter(folded.spans(raw)), None)
    names = fields["authors"]
    assert isinstance(names, list)
    start, end, cursor = None, 0, 0
    for family, given in names:
        span = next((span for span in folded.spans(family) if span[0] >= cursor), None)
        if span is None:
            return None
        near = [span]
        if given:
            options = [item for item in folded.spans(given) if item[1] <= span[0] or item[0] >= span[1]]
            options = [item for item in options if abs(item[0] - span[1]) < 12 or abs(span[0] - item[1]) < 4]
            near += sorted(options, key=lambda item: min(abs(item[0] - span[1]), abs(span[0] - item[1])))[:1]
        first = min(item[0] for item in near)
        start = first if start is None else min(start, first)
        end = max(end, *(item[1] for item in near))
        cursor = span[1]
    return None if start is None else (start, end)


def _belongs(tokens: Tokens, last: int) -> bool:
    """The full stop of an initial, or a suffix, belongs to the block."""
    return tokens.words[last + 1] == "." and len(tokens.words[last]) <= 2 and tokens.words[last][0].isupper()


def _with_et_al(tokens: Tokens, inside: list[int]) -> list[int]:
    if not inside:
        return inside
    at = inside[-1] + 1
    rest = [word.casefold() for word in tokens.words[at : at + 5]]
    for skip in (0, 1):
        if rest[skip : skip + 2] in (["et", "al"], ["and", "others"], ["et", "alii"], ["and", "al"]):
            last = at + skip + 2 + (rest[skip + 2 : skip + 3] == ["."])
            return inside + list(range(at, last))
    return inside


def _editors(value: str, folded: Folded, tokens: Tokens, labels: list[str]) -> None:
    for part in value.split("; "):
        for span in folded.spans(part):
            inside = [
                at for at in range(len(tokens)) if tokens.starts[at] < span[1] and tokens.ends[at] > span[0]
            ]
            if inside and all(labels[at] == "other" for at in inside):
                if word_classes(tokens.words[inside[0]])[:1] == ("in",):
                    inside = inside[1:]
                for at in inside:
                    labels[at] = "editor"
                break
    marked = [at for at, label in enumerate(labels) if label == "editor"]
    if marked:
        for at in range(marked[0], marked[-1]):
            if labels[at] == "other":
                labels[at] = "editor"


def _numbers(fields: Mapping[str, object], tokens: Tokens, labels: list[str]) -> bool:
    after = max((at for at, label in enumerate(labels) if label == "container"), default=-1)
    for field in ("pages", "year", "volume", "issue"):
        value = fields.get(field)
        if not value:
            continue
        found = _number_span(str(value), field, tokens, labels, after)
        if found is None:
            return False
        for at in range(*found):
            labels[at] = field
    return True


def _number_span(value: str, field: str, tokens: Tokens, labels: list[str], after: int) -> Span | None:
    """Token range of a number; of several the one nearest after the container (the year: the first)."""
    wanted = tokenise(value.replace("--", "-")).words
    size = len(wanted)
    options = []
    for at in range(len(tokens) - size + 1):
        words = [word.casefold() for word in tokens.words[at : at + size]]
        same = words == [word.casefold() for word in wanted]
        if field == "year" and size == 1:
            same = words[0].rstrip("abcdefgh") == wanted[0].rstrip("abcdefgh")
        if same and all(label == "other" for label in labels[at : at + size]):
            options.append(at)
    if not options:
        return None
    if field == "year":
        best = options[0]
    else:
        best = min(options, key=lambda at: (at < after, abs(at - after)))
        marked = [at for at in options if at and field[:4] in "".join(word_classes(_mark(tokens, at)))]
        best = marked[0] if marked else best
    return best, best + size


def _mark(tokens: Tokens, at: int) -> str:
    before = tokens.words[at - 1]
    return tokens.words[at - 2] if before in (".", ":") and at > 1 else before


def _guess_numbers(tokens: Tokens, labels: list[str]) -> bool:
    """Label what the gold leaves open ("21(7)") by its plain form; False where the form is not plain."""
    after = max((at for at, label in enumerate(labels) if label == "container"), default=-1)
    if after < 0:
        return False
    for at in range(after + 1, len(tokens)):
        word = tokens.words[at]
        if labels[at] != "other" or not word[0].isdigit():
            continue
        mark = word_classes(_mark(tokens, at))
        for field in ("volume", "issue", "page"):
            if field in mark:
                labels[at] = "pages" if field == "page" else field
        if labels[at] == "other" and "volume" not in labels:
            labels[at] = "volume"
        elif labels[at] == "other" and tokens.words[at - 1] in ("(", ".", "/", ",") and "issue" not in labels:
            labels[at] = "issue"
    return True
