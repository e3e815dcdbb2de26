"""Report → a copy of the checked Word file with a comment at the words each finding is about."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from litreview.formats.word.runs import Pieces, W, open_word, save_word
from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.finding import Finding
from litreview.normalise.text import shown
from litreview.reports.remarks import refuse_unread, remarks
from litreview.reports.report import Report
from litreview.reports.sections import SECTIONS
from litreview.reports.sentence import sentence

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.run import Run
    from lxml import etree

AUTHOR, INITIALS = "litreview", "lr"


def render(report: Report) -> bytes:
    """The file at the checked path, commented; see ``commented``.

    Raises:
        InputError: more than one file was checked, it is not a Word file, or it is gone.
        MissingExtraError: the ``docx`` extra is not installed.
    """
    article = _only_article(report)
    try:
        data = Path(article.path).read_bytes()
    except OSError as error:
        raise InputError("is no longer there", path=article.path) from error
    return commented(report, data)


def commented(report: Report, data: bytes) -> bytes:
    """A Word file's bytes with a comment for each finding at each of its places, and one that sums up at the
    first words. Findings in a note stand at its mark, those about the whole article at the first words.

    Raises:
        InputError: more than one file was checked, or it is not a Word file.
        MissingExtraError: the ``docx`` extra is not installed.
    """
    article = _only_article(report)
    word = open_word(data)
    pieces = Pieces(word, article.document)
    _comment(word, [], summary(report), report)
    for finding, message in remarks(article, report.findings):
        anchor = pieces.anchor(finding.start or 0, finding.end or 0)
        _comment(word, anchor, words(finding, message), report)
    return save_word(word)


def _only_article(report: Report) -> Article:
    for article in report.articles:
        refuse_unread(article)
    if len(report.articles) != 1 or report.articles[0].document.format != "docx":
        raise InputError(
            "comments can be written into one Word file",
            advice="check a single .docx; an OpenDocument text has them with --format odt",
        )
    return report.articles[0]


def _comment(word: WordFile, runs: list[etree._Element], text: str, report: Report) -> None:
    from docx.text.run import Run

    anchors: list[Run] = [Run(run, word) for run in runs] or _first_run(word)  # type: ignore[arg-type]
    if not anchors:
        return
    comment = word.add_comment(anchors, text=text, author=AUTHOR, initials=INITIALS)
    element = comment._comment_elm
    if report.as_of:
        element.set(f"{W}date", datetime.combine(report.as_of, time()).isoformat() + "Z")
    elif element.get(f"{W}date"):
        del element.attrib[f"{W}date"]


def _first_run(word: WordFile) -> list[Run]:
    return next(([paragraph.runs[0]] for paragraph in word.paragraphs if paragraph.runs), [])


def words(finding: Finding, message: str) -> str:
    """What a comment says: what is asked of the reader, the message, proof, rule."""
    proofs = [f"{proof.source}: {proof.url or proof.record}" for proof in finding.proofs[:2]]
    lines = [f"{SECTIONS[finding.severity]}: {message}", *proofs]
    if finding.fix:
        lines.append(f"Proposed: {finding.fix.replacement}")
    return shown("\n".join([*lines, f"{finding.rule} {finding.name}"]))


def summary(report: Report) -> str:
    """What the comment at the first words says of the whole file."""
    counts = [f"{words}: {report.severities[level]}" for level, words in SECTIONS.items()]
    return shown(f"{sentence(report)}\n{' · '.join(counts)}")
