"""One reference: labelled tokens → Work and spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from litreview.model.work import PartialDate, Work
from litreview.normalise.names import parse_names
from litreview.normalise.numbers import parse_date
from litreview.parsing.cuts import Cuts
from litreview.parsing.segments import choose
from litreview.parsing.tokens import Tokens

CSL_NAMES = {
    "author": "author", "editor": "editor", "title": "title", "container": "container-title", "year": "issued",
    "volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher", "place": "publisher-place",
}  # fmt: skip
Spans = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A reference on its way: the text, what patterns cut off, and the tokens."""

    text: str
    cuts: Cuts
    tokens: Tokens


def finish(draft: Draft, labels: Sequence[str]) -> tuple[Work, Spans]:
    """The Work that the labelled tokens claim, and where its values stand."""
    text, cuts = draft.text, draft.cuts
    places = choose(draft.tokens, labels, text)
    value = {label: " ".join(text[start:end].split()) for label, (start, end) in places.items()}
    author, et_al = parse_names(value.get("author", ""))
    editor, _ = parse_names(value.get("editor", ""))
    issued = parse_date(value["year"]) if "year" in value else parse_date(text)
    if issued and issued.year is None and "year" in value:
        issued = PartialDate(literal=value["year"])
    work = Work(
        author=author, et_al=et_al, editor=editor, title=value.get("title", ""), container_title=value.get("container", ""),
        issued=issued, volume=value.get("volume", ""), issue=value.get("issue", ""), page=value.get("pages", ""),
        publisher=value.get("publisher", ""), publisher_place=value.get("place", ""),
        doi=cuts.doi, pmid=cuts.pmid, pmcid=cuts.pmcid, arxiv=cuts.arxiv, url=cuts.url,
        isbn=(cuts.isbn,) if cuts.isbn else (), issn=(cuts.issn,) if cuts.issn else (),
    )  # fmt: skip
    spans = [(CSL_NAMES[label], start, end) for label, (start, end) in places.items()]
    if cuts.doi_span:
        spans.append(("DOI", *cuts.doi_span))
    work = replace(work, type="article-journal" if work.container_title and work.volume else "")
    return work, tuple(sorted(spans, key=lambda span: (span[1], span[2])))
