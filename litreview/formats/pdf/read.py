"""PDF: the text layer as it is read, column after column, line by line.

Lines keep their indentation, so that hanging reference lists can be told apart; gaps between paragraphs
are empty lines. There is no OCR: a scan has no text and is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from litreview.formats.assembly import Assembly
from litreview.formats.pdf.columns import Line, read_columns
from litreview.formats.pdf.flow import Set, set_lines
from litreview.formats.pdf.furniture import without_furniture
from litreview.formats.pdf.glyphs import HYPHEN
from litreview.formats.pdf.linenumbers import without_line_numbers
from litreview.formats.pdf.page import Page, is_blank, read_page
from litreview.formats.pdf.paragraphs import set_out
from litreview.formats.pdf.ruled import with_ruled_dashes
from litreview.model.document import Document, Style
from litreview.model.errors import InputError, MissingExtraError
from litreview.model.work import Diagnosis
from litreview.normalise.vocabulary.years import YEAR

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 5000
MAX_CHARACTERS = 6_000_000
"""Characters on all pages. A thesis of 1,000 pages has 3 million; each takes 250 bytes of memory (measured).
Pages may share their content, so that a file of 300 kB can print ten times as many."""
MAX_UNTOLD = 0.15
"""Share of a page's characters that may stand for no letter; TeX's bitmap fonts have 1 % (Greek capitals),
fonts that number their letters as they come half of them."""
_HEADING_SIZE = 1.08
_TITLE_SIZE = 1.3
"""Font sizes of headings and titles, as multiples of the usual one (LaTeX's article: 1.2 and 1.7)."""
_MAX_HEADING, _MAX_TITLE = 90, 300
"""Letters of a heading and of an article's title at most; judgement."""


def read_pdf(data: bytes, path: str = "") -> Document:
    """A PDF with a text layer. Places name the page; addresses give page and box in points.

    Raises:
        InputError: damaged, encrypted, without text, or of more than ``MAX_PAGES`` pages or
            ``MAX_CHARACTERS`` characters.
        MissingExtraError: pypdfium2 is not installed.
    """
    document = _open(data, path)
    try:
        if len(document) > MAX_PAGES:
            raise InputError(f"more than {MAX_PAGES} pages", path=path, advice="split it")
        pages = list(_pages(document, path))
        title = str(document.get_metadata_dict().get("Title") or "").strip()
    finally:
        document.close()
    printed = [page.pieces if page.untold < MAX_UNTOLD else [] for page in pages]
    columns = read_columns(without_furniture(without_line_numbers(printed)))
    notes = _notes(pages, path, _torn(pages, columns))
    lines = set_lines(set_out(columns))
    out = Assembly()
    _write(out, lines)
    return out.document(path, "pdf", title=title or _title(lines), diagnoses=notes)


def _torn(pages: Sequence[Page], columns: Sequence[Sequence[Line]]) -> set[int]:
    """The numbers of pages with nothing on them amid running text: their content is damaged. Pages that are
    left blank stand between chapters."""
    found = set()
    for number, page in enumerate(pages, 1):
        before = columns[number - 2] if number > 1 else ()
        after = columns[number] if number < len(pages) else ()
        if page.blank and before and after:
            open_ = before[-1].last_sign.isalnum() or before[-1].last_sign in ",;-" + HYPHEN
            if open_ or after[0].pieces[0].text[:1].islower():
                found.add(number)
    return found


def _notes(pages: Sequence[Page], path: str, torn: set[int]) -> list[Diagnosis]:
    """What could not be read.

    Raises:
        InputError: nothing could be.
    """
    untold = [number for number, page in enumerate(pages, 1) if page.untold >= MAX_UNTOLD]
    damaged = [number for number, page in enumerate(pages, 1) if page.damaged or number in torn]
    known = {*untold, *damaged}
    empty = [number for number, page in enumerate(pages, 1) if not page.pieces and number not in known]
    unread = len(known) + len(empty)
    read = len(pages) - unread
    if read == 0 or (read <= COVER_PAGES < unread and not untold):
        some = f"only pictures after page {read}" if read else "no text in it, only pictures"
        what = "its fonts do not say which letters they print" if untold else some
        what = "its pages are damaged" if damaged else what
        raise InputError(what, path=path, advice="run it through OCR first")
    notes = []
    if empty:
        notes.append(Diagnosis(f"{_named(empty)} no text: pictures, or damaged"))
    unnamed = "the fonts do not say which letters they print"
    for lost, why in ((damaged, "damaged"), (untold, unnamed)):
        if lost:
            which = _named(lost).rsplit(" ", 1)[0]
            notes.append(Diagnosis(f"{which} could not be read: {why}", lost=True))
    return notes


COVER_PAGES = 2
"""Pages with text that a library or an archive puts before a scan; as many pages with text before more
pictures are no article. Judgement."""


def _named(pages: Sequence[int]) -> str:
    """ "page 4 has" or "pages 2–5, 8 have"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    said = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return f"page {said} has" if len(pages) == 1 else f"pages {said} have"


def _pages(document: pypdfium2.PdfDocument, path: str) -> Iterator[Page]:
    found = 0
    for number in range(len(document)):
        page = _page(document, number)
        found += sum(len(piece.chars) for piece in page.pieces)
        if found > MAX_CHARACTERS:
            raise InputError(f"more than {MAX_CHARACTERS:,} characters", path=path, advice="split it")
        yield page


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """The pieces of a page; none where the page is damaged."""
    import pypdfium2

    try:
        page = document[number]
        found = read_page(page)
        found.pieces = with_ruled_dashes(page, found.pieces)
        found.blank = not found.pieces and is_blank(page)
        return found
    except pypdfium2.PdfiumError:
        return Page([], damaged=True)


def _open(data: bytes, path: str) -> pypdfium2.PdfDocument:
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError("pypdfium2", "pdf", "reading PDF") from error
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise InputError("encrypted with a password", path=path, advice="save it without one") from error
        raise InputError("a damaged PDF", path=path, advice="print it to a new PDF") from error


def _write(out: Assembly, lines: Sequence[Set]) -> None:
    size = _usual_size(lines)
    after_heading = True
    for item in lines:
        out.break_line()
        if item.setting.begins and not after_heading:
            out.verbatim("\n")
        if item.setting.set_in:
            out.verbatim("    ")
        start = out.end
        _characters(out, item)
        _place(out, item, start)
        after_heading = not item.setting.floating and _is_heading(item, size)
        if after_heading:
            out.style(start, "heading")
        elif item.setting.floating:
            out.style(start, "float")


def _characters(out: Assembly, item: Set) -> None:
    """The characters of a line; raised ones that stand together, with blanks between them, are marked."""
    start = end = -1
    for raised, run in groupby(item.chars, itemgetter(1)):
        text = "".join("-" if text == HYPHEN else text for text, _ in run)
        if raised:
            start = out.end if start < 0 else start
        elif start >= 0 and text.strip(" "):
            out.styles.append(Style(start, end, "superscript"))
            start = -1
        out.verbatim(text)
        end = out.end if raised else end
    if start >= 0:
        out.styles.append(Style(start, end, "superscript"))


def _place(out: Assembly, item: Set, start: int) -> None:
    boxes = [char for piece in item.line.pieces for char in piece.chars]
    left, bottom = min(char.left for char in boxes), min(char.bottom for char in boxes)
    right, top = max(char.right for char in boxes), max(char.top for char in boxes)
    out.place(
        start,
        f"page {item.setting.page}",
        item.setting.page,
        *(round(edge) for edge in (left, bottom, right, top)),
    )


def _usual_size(lines: Sequence[Set]) -> float:
    sizes: Counter[float] = Counter()
    for item in lines:
        sizes[item.line.size] += len(item.chars)
    return sizes.most_common(1)[0][0] if sizes else 1.0


_ENTRY_LINE = re.compile(rf"https?://|\bdoi\b|\b10\.\d{{4,}}/|\({YEAR}[a-z]?\)|\d[-–]\d", re.IGNORECASE)


def _is_heading(item: Set, size: float) -> bool:
    text = item.text.strip()
    if not 2 < len(text) <= _MAX_HEADING or text[-1] in ".,;:-" or not re.search(r"[^\W\d_]{3}", text):
        return False
    # Lines of an entry may be short and set larger than the usual text: addresses, page ranges, indents.
    if item.setting.set_in or text[0].islower() or _ENTRY_LINE.search(text):
        return False
    bold = all(piece.bold for piece in item.line.pieces)
    return item.line.size >= _HEADING_SIZE * size or (bold and item.line.size >= 0.95 * size)


def _title(lines: Sequence[Set]) -> str:
    """The lines in the largest letters at the top of the first page; empty where none stands out."""
    body = _usual_size(lines)
    first = [item for item in lines if item.setting.page == 1]
    largest = max((item.line.size for item in first), default=0.0)
    if largest < _TITLE_SIZE * body:
        return ""
    return " ".join(" ".join(item.text.split()) for item in first if item.line.size == largest)[:_MAX_TITLE]
