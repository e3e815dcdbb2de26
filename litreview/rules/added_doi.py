"""Adding a DOI where an entry has none: at the end of a printed entry, or as a field of its own."""

from __future__ import annotations

import re

from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.rules.entry_places import Spot, cells, members
from litreview.rules.notation import in_ascii_latex, in_notation, notation_of
from litreview.rules.places import is_placed
from litreview.rules.proven import is_proven

_BIB_FIELD = re.compile(
    r"(?m)(?P<lead>^[ \t]+|(?<=,)[ \t]*)(?P<name>[A-Za-z][\w-]*)(?P<equals>[ \t]*=[ \t]*)(?P<open>[{\"])"
)
_RIS_END = re.compile(r"(?m)^[ \t]*ER[ \t]{0,2}-?.*\Z")
_RIS_LINE = re.compile(r"(?m)^([ \t]*)[A-Z][A-Z0-9]([ \t]{0,2}-[ \t]?)")


def add_doi(match: Match, article: Article) -> Fix | None:
    """The DOI of the record added to the entry; None where the file has no place for it."""
    reference, work = match.reference, match.work
    if work is None or not work.doi or not is_placed(reference, article):
        return None
    notation = notation_of(reference, article)
    place = _in_table(match, article) if notation == "csv" else _WAYS.get(notation, _printed)(
        reference.text, work.doi
    )  # fmt: skip
    if place is None:
        return None
    start, end, new = place
    at = reference.start
    return Fix(at + start, at + end, new, is_proven(match), f"add {work.doi}")


def _printed(entry: str, doi: str) -> Spot | None:
    """Behind the last word, in the look of most styles."""
    shown = entry.rstrip()
    dot = "" if shown[-1:] in ".!?" else "."
    return Spot(len(shown), len(shown), f"{dot} https://doi.org/{doi}")


def _latex(entry: str, doi: str) -> Spot | None:
    return _printed(entry, in_notation(doi, "latex", "", ""))


def _bibtex(entry: str, doi: str) -> Spot | None:
    """A field behind the last one: the indentation, the equals sign and the quotes of those before."""
    fields = list(_BIB_FIELD.finditer(entry))
    if not fields or entry[-1:] not in "})" or entry.count("{") != entry.count("}"):
        return None
    model = fields[-1]
    body = entry[:-1].rstrip()
    newline = "\r\n" if "\r\n" in entry else "\n" if "\n" in body else ""
    column = {found.end("equals") - found.start("name") for found in fields}
    equals = model["equals"]
    if len(column) == 1 and equals.lstrip() != equals and len(fields) > 1:
        equals = " " * max(1, column.pop() - len("doi") - len(equals.lstrip())) + equals.lstrip()
    name = "DOI" if all(found["name"].isupper() for found in fields) else "doi"
    close = {"{": "}", '"': '"'}[model["open"]]
    value = f"{name}{equals}{model['open']}{_bib_doi(doi)}{close}"
    comma = "" if body.endswith(",") else ","
    lead = f"{newline}{model['lead']}" if newline else model["lead"] or " "
    return Spot(len(body), len(body), f"{comma}{lead}{value}{'' if comma else ','}")


def _bib_doi(doi: str) -> str:
    """Only braces and accents would break the entry; everything else belongs to the DOI."""
    return in_ascii_latex(doi) if doi.count("{") == doi.count("}") else in_notation(doi, "bibtex", "", "")


def _ris(entry: str, doi: str) -> Spot | None:
    """A line of its own before the end line, or at the end of a record without one."""
    newline = "\r\n" if "\r\n" in entry else "\n"
    model = _RIS_LINE.search(entry)
    lead, dash = (model[1], model[2]) if model else ("", "  - ")
    line = f"{lead}DO{dash if dash.endswith(' ') else f'{dash} '}{doi}"
    if end := _RIS_END.search(entry):
        return Spot(end.start(), end.start(), f"{line}{newline}")
    return Spot(len(entry), len(entry), f"{newline}{line}")


def _nbib(entry: str, doi: str) -> Spot | None:
    newline = "\r\n" if "\r\n" in entry else "\n"
    end = len(entry.rstrip())
    return Spot(end, end, f"{newline}AID - {doi} [doi]")


def _csl(entry: str, doi: str) -> Spot | None:
    """A member behind the last one, on a line of its own where the others are."""
    found = list(members(entry))
    if not found or entry[found[-1][2] :].strip() != "}":
        return None
    lead = re.search(r"(\s*)\"[^\"]+\"(\s*:\s*)", entry)
    blank, colon = (lead[1], lead[2]) if lead else (" ", ": ")
    blank = blank or (" " if ": " in colon else "")
    at = found[-1][2]
    empty = next(((start, end) for name, start, end in found if name == "DOI"), None)
    if empty:
        return Spot(*empty, in_notation(doi, "csl", '"', entry))
    return Spot(at, at, f',{blank}"DOI"{colon}{in_notation(doi, "csl", chr(34), entry)}')


def _in_table(match: Match, article: Article) -> Spot | None:
    """The empty cell of the DOI column; a table without one stays without."""
    empty = [
        spot for name, spot in cells(match.reference, article) if name == "doi" and not spot.text.strip(' "')
    ]
    if not empty or match.work is None:
        return None
    return Spot(empty[0].start, empty[0].end, in_notation(match.work.doi, "csv", empty[0].text, ""))


_WAYS = {"latex": _latex, "bibtex": _bibtex, "ris": _ris, "nbib": _nbib, "csl": _csl}
