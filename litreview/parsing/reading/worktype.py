"""What kind of thing a reference names, guessed from its fields and its words: a CSL type."""

from __future__ import annotations

import re

from litreview.model.work import Work

_WORDS = {
    "thesis": r"thesis|dissertation|Diss\.|habilitation(?:sschrift)?|(?:Diplom|Magister|Master)arbeit|thèse",
    "paper-conference": r"proceedings|proc\.|conference|symposium|workshop|congress|Tagungsband|LNCS",
    "report": r"technical report|tech\. rep|working paper|discussion paper|research report|white paper"
    r"|Arbeitspapier|Forschungsbericht|guideline|\w*Leitlinie|\w*Registernr|Report No"
    r"|Comparative Effectiveness Review|Abschlussbericht|Health Technology Assessment",
}
_SIGNS = {name: re.compile(rf"\b(?:{words})(?![^\W\d_])", re.IGNORECASE) for name, words in _WORDS.items()}


def guess_type(work: Work, text: str) -> str:
    """The CSL type: thesis, paper-conference, report, chapter, article-journal, book, webpage, or empty.

    Words decide before shapes; a journal with a volume or pages stays an article whatever its title says.
    """
    outside = text.replace(work.title, " ") if work.title else text
    signs = {name for name, pattern in _SIGNS.items() if pattern.search(outside)}
    if "thesis" in signs and not work.volume:
        return "thesis"
    if (
        work.container_title
        and "paper-conference" in signs
        and _SIGNS["paper-conference"].search(work.container_title)
    ):
        return "paper-conference"
    if work.container_title and (work.editor or (work.publisher and work.page and not work.volume)):
        return "chapter"
    if work.container_title and (work.volume or work.issue or work.page or not work.publisher):
        return "article-journal"
    if "report" in signs or work.number or work.collection_title:
        return "report"
    if work.publisher or work.publisher_place or work.isbn:
        return "book"
    if work.arxiv:
        return "article"
    if work.url:
        return "webpage"
    return "article-journal" if work.doi else ""
