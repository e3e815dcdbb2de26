"""R214."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.rule import Example, rule


@rule(
    "R214",
    Severity.NOTE,
    bad=Example(
        text="---\ntitle: [Heat\n---\n\nHeat helps rowers.\n",
        format="markdown",
        says="The YAML header cannot be read, so its title and bibliography are unknown (line 1).",
    ),
    good=Example(text="---\ntitle: Heat\n---\n\nHeat helps rowers.\n", format="markdown"),
)
def damaged_file(article: Article) -> Iterator[Problem]:
    """A part of the file could not be read.

    What could not be read was not checked: a page that is a picture, a broken header, a file that is named
    and missing.

    Fix: as the message says.

    Silent where the whole file was read.
    """
    for remark in article.document.diagnoses:
        where = f" (line {remark.line})" if remark.line is not None else ""
        yield Problem(f"{remark.message[:1].upper()}{remark.message[1:]}{where}.")
