"""R209."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule

_KEY = re.compile(r"@\w+\s*[{(]\s*([^\s,{}]+)\s*,")


@rule(
    "R209",
    Severity.ERROR,
    bad=Example(
        text="@article{egger1997, author={Egger, M.}, title={Bias in meta-analysis}, "
        "journal={BMJ}, year=1997}\n\n@article{egger1997, author={Egger, M.}, title={Promises "
        "and problems}, journal={BMJ}, year=1997}\n",
        format="bibtex",
        says="The key egger1997 is already that of another entry in line 1.",
    ),
    good=Example(
        text="@article{egger1997a, author={Egger, M.}, title={Bias in meta-analysis}, "
        "journal={BMJ}, year=1997}\n\n@article{egger1997b, author={Egger, M.}, title={Promises "
        "and problems}, journal={BMJ}, year=1997}\n"
    ),
)
def duplicate_key(article: Article) -> Iterator[Problem]:
    """Two entries of a bibliography have the same key.

    Programs keep one of them and drop the other, so a citation may print the wrong work.

    Fix: give every entry a key of its own.

    Silent for keys that differ in a single letter, and for printed lists, which have no keys.
    """
    seen: dict[tuple[str, str], Reference] = {}
    for reference in article.references:
        key = _written_key(reference)
        first = seen.setdefault((reference.origin, key), reference)
        if first is reference or not key:
            continue
        where = f" in line {first.line}" if first.line else ""
        yield Problem(
            f"The key {key} is already that of another entry{where}.",
            cited=key,
            reference=reference.key,
            at=None if reference.origin else (reference.start, reference.end),
        )


def _written_key(reference: Reference) -> str:
    """The key as it stands in the file; readers give the second of two entries another one."""
    found = _KEY.match(reference.text.lstrip()) if reference.notation is Notation.BIBTEX else None
    return found[1] if found else ""
