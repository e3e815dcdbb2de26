"""From the records a reader saw to a document: distinct keys, line numbers, nothing dropped."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from litreview.formats.encoding import Decoded, decode
from litreview.formats.text import one_newline
from litreview.model.document import Document
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.model.work import Diagnosis, Work
from litreview.normalise.text import to_ascii


def decode_records(data: bytes, path: str) -> Decoded:
    """The text of a bibliography; lone carriage returns (Mac OS 9) become line feeds, offsets stay.

    Raises:
        InputError: the bytes are no text.
    """
    decoded = decode(data, path)
    return decoded._replace(text=one_newline(decoded.text))


@dataclass(frozen=True, slots=True)
class Draft:
    """A record as its reader saw it, before keys are made unique and lines counted."""

    work: Work
    start: int
    end: int
    key: str = ""
    spans: tuple[tuple[str, int, int], ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()


def assemble(
    decoded: Decoded,
    path: str,
    format: str,
    notation: Notation,
    drafts: Iterable[Draft],
    diagnoses: Sequence[Diagnosis] = (),
    metadata: Sequence[tuple[str, str]] = (),
) -> Document:
    """The document of a bibliography: every draft becomes a reference with a key of its own."""
    text = decoded.text
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    references = []
    for draft, key, said in _keyed(drafts):
        line = bisect_right(lines, draft.start)
        references.append(
            Reference(
                key=key,
                text=text[draft.start : draft.end],
                work=replace(draft.work, key=key),
                start=draft.start,
                end=draft.end,
                line=line,
                spans=draft.spans,
                notation=notation,
                diagnoses=tuple(item if item.line else replace(item, line=line) for item in said),
            )
        )
    return Document(
        text,
        path,
        format,
        references=tuple(references),
        encoding=decoded.encoding,
        diagnoses=(*decoded.diagnoses, *diagnoses),
        metadata=tuple(metadata),
        notation=notation,
    )


def _keyed(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, str, tuple[Diagnosis, ...]]]:
    """Drafts with distinct keys: the first owner of a key has it, and no made key takes one that is owned."""
    drafts = list(drafts)
    owned = {draft.key for draft in drafts}
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for draft in drafts:
        key, said = draft.key, draft.diagnoses
        if not key:
            key = _free(made_key(draft.work), owned, taken, counts)
        elif key in taken:
            key = _free(f"{key}-", owned, taken, counts)
            said = (*said, Diagnosis(f"the key {draft.key} stands twice; this entry is called {key} here"))
        taken.add(key)
        yield draft, key, said


def _free(stem: str, owned: set[str], taken: set[str], counts: dict[str, int]) -> str:
    """``franke2014``, ``franke2014b``, … or, for a stem that ends in a dash, ``franke-2``, ``franke-3`` …

    ``counts`` remembers how far each stem has come, so that a file of one key only costs linear time.
    """
    while True:
        number = counts[stem] = counts.get(stem, 0) + 1
        if stem.endswith("-"):
            key = f"{stem}{number + 1}"
        else:
            key = stem if number == 1 else stem + letters(number - 1)
        if key not in owned and key not in taken:
            return key


def letters(number: int) -> str:
    """0 → a, 25 → z, 26 → aa: the suffixes of keys that would clash."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


def made_key(work: Work) -> str:
    """A key for a record that has none: "franke2014", "world2020", else from the title's first word."""
    if work.author:
        first = work.author[0]
        words = [first.family] if first.family else first.literal.split()[:1]
    else:
        words = work.title.split()[:1]
    stem = re.sub(r"[\W_]", "", to_ascii("".join(words)).casefold())
    return f"{stem or 'entry'}{work.year or ''}"
