"""What a record says in a field, in the manner of what an entry says there: case, dashes, short names."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from litreview.model.article import Article
from litreview.model.work import Work
from litreview.normalise.text import fold
from litreview.normalise.titles import title_words
from litreview.normalise.vocabulary.dashes import DASHES

_DASH = re.compile(rf"[-{DASHES}]+")
_PAGES = re.compile(rf"(?<!\w)(\w++)\s*+([-{DASHES}]++)\s*+(\w+)")


def value_like(old: str, work: Work, article: Article, field: str, *, cited: Work) -> str:
    """The record's value for a CSL field, written as the old one is; empty where the record has none, or
    where what stands there was not meant as this field."""
    if field == "title":
        # names of authors were read as words of the title
        return "" if _has_author(old, work) else _title(old, work, article)
    if field == "container-title":
        # words of the title were read as the journal
        return "" if fold(old) in fold(work.full_title) else _container(old, work)
    if field == "issued":
        return _year(old, work)
    if field == "page":
        return _page(old, work)
    if field == "DOI":
        return _doi(old, work, cited)
    return {"volume": work.volume, "issue": work.issue}.get(field, "")


def _has_author(old: str, work: Work) -> bool:
    """True where the old title has an author's surname that the record's title has not."""
    there, registered = title_words(old), title_words(work.full_title)
    return any(
        len(words) and set(words) <= set(there) and not set(words) & set(registered)
        for words in (title_words(name.family) for name in work.author)
    )


def _year(old: str, work: Work) -> str:
    suffix = re.search(r"\d{4}([a-z])\b", old)
    if not work.year or not re.search(r"\d{4}", old):
        return ""
    return re.sub(r"\d{4}", str(work.year), old, count=1) if suffix or len(old) > 4 else str(work.year)


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
    title = title.upper() if old.isupper() else _with_own_words(old, title)
    return title + ("." if old.rstrip().endswith(".") else "")


def _with_own_words(old: str, new: str) -> str:
    """The new title with the letters of the old one in every word that both have: how a title writes its
    capitals and dashes is the author's choice, and not what is wrong."""
    before, after = (re.findall(r"\w+|\W+", text) for text in (old, new))
    folded, wanted = ([_DASH.sub("-", one).casefold() for one in words] for words in (before, after))
    matcher = SequenceMatcher(None, folded, wanted, autojunk=False)
    for start, to, size in matcher.get_matching_blocks():
        after[to : to + size] = before[start : start + size]
    return "".join(after)


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
    return re.sub(rf"(?:(?<!\s)\s++)?[-{DASHES}]++\s*", dash, new)


def _doi(old: str, work: Work, cited: Work) -> str:
    """The registered DOI, in an address where the old one stands in one."""
    at = old.casefold().find(cited.doi) if cited.doi and work.doi else -1
    return work.doi if at < 0 else old[:at] + work.doi + old[at + len(cited.doi) :]


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
