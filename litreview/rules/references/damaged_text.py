"""R212."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.notation import Notation
from litreview.model.reference import Reference
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import quote

_MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf¡-¿]|â€[™œ\u009d“”˜–—¦]|Â(?=[\s°±·])|ï¿½|\ufffd")
_ENTITY = re.compile(r"&(?:amp;)*(?:amp|lt|gt|quot|nbsp|[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});", re.IGNORECASE)
_MARKED_UP = frozenset({
    Notation.MARKDOWN, Notation.RST, Notation.ASCIIDOC, Notation.TYPST, Notation.ORG, Notation.LATEX,
    Notation.JATS, Notation.BIBTEX, Notation.ENDNOTE,
})  # fmt: skip
"""Notations in which entities may rightly stand; so they may in a web page about them."""


@rule(
    "R212",
    Severity.NOTE,
    bad=Example(
        cites="KrÃ¶ner-Herwig B. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140.",
        says="“KrÃ¶ner-Herwig” has damaged letters, in “KrÃ¶ner-Herwig B. Behandlung chronischer "
        "Schmerzen. Schmerz …”.",
    ),
    good=Example(cites="Kröner-Herwig B. Behandlung chronischer Schmerzen. Schmerz 2011; 25: 131-140."),
)
def damaged_text(reference: Reference, article: Article) -> Iterator[Problem]:
    """Letters of the reference are damaged.

    Accents were read in the wrong encoding ("Ã¶" for "ö") or codes were left in the text ("&amp;"), so names
    cannot be searched.

    Fix: type the letters again.

    Silent for every correct letter of any language, and for codes in formats where they belong.
    """
    found = _MOJIBAKE.search(reference.text)
    if found is None and reference.notation not in _MARKED_UP and article.document.format != "html":
        found = _ENTITY.search(reference.text)
    if found is None:
        return
    word = _word_around(reference.text, found.start())
    yield Problem(
        f"“{word}” has damaged letters, in “{quote(reference.text, 60)}”.",
        cited=word,
        habit="{} references have damaged letters",
    )


def _word_around(text: str, at: int) -> str:
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return text[start:].split(None, 1)[0].rstrip(",.:") if text[start:].split() else text[at]
