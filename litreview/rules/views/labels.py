"""Short labels for references and records, as findings call them in an editor's words."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.formats.plain import plain_text
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.model.work import Name, Work

LONGEST_QUOTE = 90
"""Characters of a title or entry quoted in a message before it is cut."""

_FOUND_BY = {
    "doi": "its DOI", "pmid": "its PubMed number", "pmcid": "its PubMed Central number",
    "arxiv": "its arXiv number", "isbn": "its ISBN", "locator": "journal, volume and page",
    "title": "its title", "author-year": "author and year", "search": "a text search",
}  # fmt: skip


def label(reference: Reference) -> str:
    """A reference as it is called in a message: "Franke H, et al. (2015)"; its key or its text if unread."""
    return work_label(reference.work) or quote(plain_text(reference)) or reference.key


def printed(reference: Reference, longest: int) -> str:
    """An entry as a reader knows it: as printed, or in one line where it is the source of a bibliography."""
    return quote(plain_text(reference) or record_label(reference.work), longest)


def work_label(work: Work) -> str:
    """First author and year of a work; its title where it has no author; empty where it has neither."""
    head = names(work.author, et_al=work.et_al)
    if not head:
        head = quote(work.full_title, 60)
    if not head:
        return ""
    year = str(work.issued) if work.issued and work.issued.year is None else work.year
    return f"{head} ({year})" if year else head


def names(author: Sequence[Name], *, et_al: bool = False) -> str:
    """One or two names in full, more as "Franke H, et al."."""
    shown = [short_name(name) for name in author]
    if len(shown) == 2 and not et_al:
        return f"{shown[0]}, {shown[1]}"
    if not shown:
        return ""
    return f"{shown[0]}, et al." if len(shown) > 1 or et_al else shown[0]


def short_name(name: Name) -> str:
    """ "Franke H" for a person, the name itself for an organisation."""
    if name.literal:
        return quote(name.literal, 60)
    family = f"{name.particle} {name.family}".strip()
    parts = name.given.replace(".", " ").split()
    if len(parts) == 1 and parts[0].isupper():
        return f"{family} {parts[0]}"
    return " ".join([family, "".join(part[0] for part in parts if part[0].isalpha())]).strip()


def quote(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A text on one line, cut at a word when it is long."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    return flat[:longest].rsplit(" ", 1)[0].rstrip(" ,;:.") + " …"


def record_label(work: Work) -> str:
    """A registered work in one line: authors, year, title, journal, place, DOI."""
    journal = work.container_title or work.publisher
    place = f"{journal} {locator(work)}".strip()
    parts = [work_label(work), f"“{quote(work.full_title)}”" if work.full_title else "", place]
    text = ", ".join(part for part in parts if part)
    return f"{text} ({work.id})" if work.id else text


def locator(work: Work) -> str:
    """Volume, issue and page as printed: "15(1): 286"."""
    volume = f"{work.volume}({work.issue})" if work.issue else work.volume
    page = work.page or work.article_number
    return f"{volume}: {page}" if volume and page else volume or page


def how_found(match: Match) -> str:
    """By what the record was found: "journal, volume and article number", "its DOI"."""
    work = match.work
    candidate = next((item for item in match.candidates if work and item.work.id == work.id), None)
    keys = set(candidate.found_by) if candidate else set()
    if work is not None and not (work.page or work.article_number):
        keys.discard("locator")
    if "locator" in keys and "doi" not in keys and work is not None and not work.page:
        return "journal, volume and article number"
    return next((text for key, text in _FOUND_BY.items() if key in keys), "")


def in_record(match: Match) -> str:
    """ "in the record found by journal, volume and page (10.1136/…)", as far as it is known."""
    how = how_found(match)
    name = match.work.id if match.work else ""
    return f"in the record{f' found by {how}' if how else ''}{f' ({name})' if name else ''}"


def listed(items: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
