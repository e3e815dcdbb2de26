"""Fixes: the record's value in the way the reference itself is written."""

from __future__ import annotations

import re

from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.model.work import Work
from litreview.normalise.text import DASHES, fold
from litreview.rules.entry_places import Spot, as_fix, spots, tagged
from litreview.rules.notation import RECORDS, in_notation, notation_of, plain
from litreview.rules.places import is_placed
from litreview.rules.proven import is_proven, is_safe_year

_PAGES = re.compile(rf"(\w+)\s*([-{DASHES}]+)\s*(\w+)")


def fix_field(match: Match, article: Article, field: str) -> Fix | None:
    """Replace one field's value by the record's; None where the place or the new value is not known.

    Safe only where an identifier or a locator proves which work is meant.
    """
    reference, work = match.reference, match.work
    if work is None or not is_placed(reference, article):
        return None
    notation = notation_of(reference, article)
    found = spots(reference, article, field)
    if notation == "ris" and field == "page":
        edits = _ris_pages(reference.text, found, work)
    else:
        edits = [
            edit for spot in found if (edit := _edit(spot, work, article, field, notation, reference.text))
        ]
    if not edits:
        return None
    old = plain(found[0].text, notation)
    new = plain(edits[0][2], notation)
    safe = is_proven(match) and (field != "issued" or is_safe_year(match, article))
    return as_fix(reference, edits, f"{old} → {new}", safe=safe)


def _edit(
    spot: Spot, work: Work, article: Article, field: str, notation: str, entry: str
) -> tuple[int, int, str] | None:
    # "--" is LaTeX's dash: pages keep it
    old = spot.text if field == "page" and notation in ("bibtex", "latex") else plain(spot.text, notation)
    new = _title(old, work, article) if field == "title" else _REPLACEMENTS.get(field, _nothing)(old, work)
    if field == "title" and notation not in RECORDS:
        new = _without_printed_end(new, entry[spot.end :])
    if field == "container-title" and fold(old) in fold(work.full_title):
        return None  # words of the title were read as the journal
    if not new or new == old:
        return None
    if field in ("page", "DOI") and notation in ("bibtex", "latex"):
        return spot.start, spot.end, new
    return spot.start, spot.end, in_notation(new, notation, spot.text, entry)


def _without_printed_end(title: str, behind: str) -> str:
    """A title without its last sentence where the entry goes on with it: the title was read too short."""
    rest = fold(behind)
    for gap in re.finditer(r"[.:?!]\s+", title):
        end = fold(title[gap.end() :])
        if end and f"{rest} ".startswith(f"{end} "):
            return title[: gap.start()] + (title[gap.start()] if title[gap.start()] in "?!" else "")
    return title


def _ris_pages(entry: str, found: list[Spot], work: Work) -> list[tuple[int, int, str]]:
    """First and last page on their own lines; the second line goes where the record has one page only."""
    first, _, last = re.sub(rf"[{DASHES}]+", "-", work.page or work.article_number).partition("-")
    starts, ends = tagged(entry, "SP"), tagged(entry, "EP")
    if not starts or not first:
        return []
    edits = [(starts[0].start, starts[0].end, first)]
    if ends and last:
        edits.append((ends[0].start, ends[0].end, last))
    elif ends:
        line = re.compile(r"[^\n]*\Z").search(entry, 0, ends[0].start)
        begin = line.start() if line else ends[0].start
        stop = entry.find("\n", ends[0].end) + 1 or len(entry)
        edits.append((begin, stop, ""))
    return [edit for edit in edits if entry[edit[0] : edit[1]] != edit[2]]


def _year(old: str, work: Work) -> str:
    suffix = re.search(r"\d{4}([a-z])\b", old)
    if not work.year or not re.search(r"\d{4}", old):
        return ""
    return re.sub(r"\d{4}", str(work.year), old, count=1) if suffix or len(old) > 4 else str(work.year)


def _nothing(old: str, work: Work) -> str:
    return ""


def _title(old: str, work: Work, article: Article) -> str:
    """The registered title, with a final dot only where the old one has it.

    Where the old title is in sentence case, a capitalised word is lowered if the article itself writes
    it small somewhere: that keeps names ("American College") that no rule of spelling could know.
    """
    title = " ".join(work.full_title.split()).rstrip(".")
    if _is_sentence_case(old) and not _is_sentence_case(title):
        known = set(re.findall(r"[a-z]{2,}", f"{article.text} {old}"))
        head, *rest = re.split(r"(?<=\s)", title)
        title = head + "".join(word.lower() if _core(word).lower() in known else word for word in rest)
    return title + ("." if old.rstrip().endswith(".") else "")


def _core(word: str) -> str:
    """The letters of a word that is merely capitalised; empty for acronyms and mixed words (mRNA, COVID)."""
    found = re.fullmatch(r"\W*([A-Z][a-z]+)\W*", word)
    return found[1] if found else ""


def _is_sentence_case(text: str) -> bool:
    words = re.findall(r"[A-Za-z]{4,}", text)[1:]
    return not words or sum(word[0].isupper() for word in words) * 2 <= len(words)


def _page(old: str, work: Work) -> str:
    """The registered pages with the dash of the old ones."""
    new = work.page or work.article_number
    ranges = _PAGES.search(old)
    dash = ranges[2] if ranges else "–" if "–" in old else "-"
    return re.sub(rf"\s*[-{DASHES}]+\s*", dash, new)


def _volume(old: str, work: Work) -> str:
    return work.volume


def _issue(old: str, work: Work) -> str:
    return work.issue


def _doi(old: str, work: Work) -> str:
    return work.doi


def _container(old: str, work: Work) -> str:
    """The journal's short form where the old value is abbreviated, else its name."""
    short = work.container_title_short
    return (short if short and _is_abbreviated(old) else work.container_title) or ""


def _is_abbreviated(journal: str) -> bool:
    words = journal.split()
    return "." in journal or (len(words) > 1 and not _SHORT_WORDS.isdisjoint(words))


_ABBREVIATIONS = """
J Int Am Br Eur Clin Med Res Rev Sci Ann Arch Biol Chem Phys Psychol Surg Ther Syst Trans Proc Soc
Assoc Natl Acad Engl N Can Aust Z Disord Rheum Pharmacol Physiol Educ Technol Environ Eng Lett Bull
Adv Curr Exp Mol Neurol Nutr Pediatr Obstet Gynecol Orthop Epidemiol Stat Dis Dev Behav Manag Econ
Polit Sociol Q Scand Appl Comput Mater Mech Rehabil Manip Pract Dtsch Jpn Chin Ital Rep
"""
_SHORT_WORDS = frozenset(_ABBREVIATIONS.split())
"""Words that stand only in abbreviated names of journals (ISO 4, the most frequent ones)."""

_REPLACEMENTS = {
    "issued": _year, "page": _page, "volume": _volume, "issue": _issue,
    "DOI": _doi, "container-title": _container,
}  # fmt: skip
"""CSL field → how its new value is written, given the old one and the record."""
