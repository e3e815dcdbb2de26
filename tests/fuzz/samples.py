"""A small document of each format of the catalogue, made by code; real ones too where they are at hand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from litreview.formats.catalogue import by_ending
from litreview.formats.registry import dump, sniff
from litreview.model.work import Name, PartialDate, Work
from tests.formats.one_article import AUTHOR_YEAR, KINDS, NUMBERED
from tests.formats.one_article_sources import SOURCES
from tests.formats.word import wordfile as w
from tests.fuzz.mutators import packed, unpacked

LARGEST, LARGEST_PACKED = 40_000, 300_000
"""Bytes of the largest real file that is taken: text, and PDF or an archive. 250 kB of records are a thousand
references, whose check takes 2 s while nothing is wrong with them."""


class Sample(NamedTuple):
    """A sound document; ``format`` is the catalogue's name for it."""

    name: str
    format: str
    data: bytes

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2]


def made() -> list[Sample]:
    """Documents of every format, made by code."""
    found = [*_articles(), *_bibliographies(), *_managed(), *_written(), Sample("made.pdf", "pdf", pdf())]
    return [one._replace(data=_of_any_day(one.data)) for one in found]


def _of_any_day(data: bytes) -> bytes:
    """An archive does not tell its day, and a mail has no boundary of chance: mutants stay the same."""
    if data.startswith(b"PK"):
        return packed(unpacked(data))
    return re.sub(rb"={15}\d+==", b"===============0123456789==", data)


def samples() -> list[Sample]:
    """Made ones of every format, then the real ones of ``LITREVIEW_SHARED`` if that is set."""
    return [*made(), *_real(os.environ.get("LITREVIEW_SHARED", ""))]


def _articles() -> Iterator[Sample]:
    for ending, write in (KINDS | SOURCES).items():
        for name, piece in (("years", AUTHOR_YEAR), ("numbers", NUMBERED)):
            data = write(piece)
            yield Sample(f"{name}.{ending}", sniff(f"a.{ending}", data), data)


WORKS = (
    Work("article-journal", "First measures of a thing", author=(Name("Arden", "Paula"), Name("Brill", "B.")),
         container_title="Journal of Things", volume="2", issue="1", page="891–902", doi="10.5555/thing.891",
         issued=PartialDate(2003, 4, 5), key="arden2003"),
    Work("book", "Über ruhende Dinge", "eine Zählung", author=(Name("Müller", "J.", "van der", "Jr."),),
         editor=(Name(literal="World Things Organization"),), publisher="Nowhere Press", edition="2",
         issued=PartialDate(2011), isbn=("9783161484100",), key="mueller2011"),
    Work("chapter", "Counting things at rest", author=(Name("Nørgaard", "S."),), container_title="Rest",
         page="e12", issued=PartialDate(literal="in press"), url="https://example.org/rest", key="noergaard"),
)  # fmt: skip
BIBLIOGRAPHIES = {
    "bib": "bibtex", "ris": "ris", "nbib": "nbib", "xml": "endnote", "json": "csl", "jsonl": "jsonl",
    "yaml": "csl-yaml", "csv": "csv", "tsv": "tsv",
}  # fmt: skip
REFER = "%0 Journal Article\n%A Arden, Paula\n%A Brill, B.\n%D 2003\n%T First measures\n%J Things\n%P 1-9\n\n"


def _bibliographies() -> Iterator[Sample]:
    for ending, format in BIBLIOGRAPHIES.items():
        yield Sample(f"list.{ending}", format, dump(WORKS, format).encode())
    yield Sample("list.enw", "refer", REFER.encode() * 2)


ARDEN = w.Source("Arden", "Paula", 2003, "First measures of a thing", "J Things", 2, "891-902")
CORIN = w.Source("Corin", "Ben", 2009, "Things that never rest", "Ann Motion", 7, "224-236", 2)


def _managed() -> Iterator[Sample]:
    """Word files whose citations are fields of the reference managers."""
    both = (ARDEN, CORIN)
    entries = (ARDEN.entry(), CORIN.entry())
    cited = {
        "zotero": w.zotero(*both, shown="(Arden, 2003; Corin, 2009)", pieces=3),
        "mendeley": w.mendeley(*both, shown="(Arden, 2003; Corin, 2009)"),
        "mendeley-cite": w.mendeley_cite(*both, shown="(Arden, 2003; Corin, 2009)"),
        "endnote": w.endnote(*both, shown="(Arden, 2003; Corin, 2009)")
        + w.endnote_data(*both, shown="(Arden, 2003)", chunks=2),
        "citavi": w.citavi(*both, shown="(Arden, 2003; Corin, 2009)"),
        "papers": w.papers(*both, shown="(Arden, 2003; Corin, 2009)"),
        "refman": w.refman(*both, shown="(Arden, 2003; Corin, 2009)"),
        "word": w.word(*both, shown="(Arden, 2003; Corin, 2009)"),
    }
    files = {"customXml/item1.xml": w.word_sources(*both), "docProps/custom.xml": w.properties({"A": "b"})}
    for name, field in cited.items():
        body = w.p(w.r("Things rest "), field, w.r(".")) + w.listed(name, *entries)
        yield Sample(f"{name}.docx", "docx", w.docx(body, files=files))


CITED = "Things rest (Arden 2003; Corin & Vale, 2009) and move [1, 2–3].\n\nReferences\n\n"
LISTED = (
    "[1] Arden P, Brill A. First measures of a thing. J Things. 2003;2(1):891–902. doi:10.5555/thing.891\n"
    "[2] Corin, B., & Vale, T. (2009). Things that never rest. Annals of Motion, 7(2), 224–236.\n"
    "[3] MÜLLER J: Über ruhende Dinge. In: Nørgaard S (Hrsg.): Ruhe. 2. Aufl. Nowhere, 2011, S. 31 ff.\n"
)
JATS = (
    '<?xml version="1.0"?><article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink">'
    "<front><article-meta><title-group><article-title>Rest</article-title></title-group></article-meta></front>"
    '<body><sec><title>Aim</title><p>Seen <xref ref-type="bibr" rid="R1">1</xref>–<xref ref-type="bibr" '
    'rid="R3">3</xref>.</p><table-wrap><table><tr><td>a</td></tr></table></table-wrap></sec></body><back>'
    '<ref-list><ref id="R1"><label>1</label><element-citation publication-type="journal"><name><surname>Arden'
    "</surname><given-names>P</given-names></name><year>2003a</year><article-title>A <i>measures</i>"
    "</article-title><source>J Things</source><volume>2</volume><fpage>891</fpage><lpage>902</lpage>"
    '<pub-id pub-id-type="doi">10.5555/thing.8</pub-id></element-citation></ref><ref id="R2"><mixed-citation'
    ">Corin B. Things that never rest. Ann Motion 2009;7:224.</mixed-citation></ref><ref id='R3'/></ref-list>"
    "</back></article>"
)
LATEX = (
    "\\documentclass{article}\n\\newcommand{\\me}[2]{#1 \\emph{#2}}\n\\usepackage[style=apa]{biblatex}\n"
    "\\begin{document}\nSeen \\autocite[see][p.~3]{a,b} and \\citet*{c}. \\me{x}{y} $x^2$\n"
    "\\begin{filecontents}{a.bib}\n@article{a, title={T}, year=2003}\n\\end{filecontents}\n"
    "\\begin{thebibliography}{9}\n\\bibitem[Arden(2003)]{a} P.~Arden, ``First,'' \\textit{J. Things}, 2003.\n"
    '\\bibitem{b} M\\"uller. \\end{thebibliography}\n\\end{document}\n'
)
MARKDOWN = (
    "---\ntitle: Rest\nbibliography: [none.bib, more.json]\nreferences:\n- id: a\n  issued: {year: 2003}\n"
    "  author: [{family: Arden}]\nnocite: '@*'\n---\n\nSeen [see @a, p. 3; -@b]; @c [p. 2].[^1] {cite}`a`\n"
    '\n```python\nx[1]\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Arden (2003). [x](y "z") <b>1</b>\n'
)


def _written() -> Iterator[Sample]:
    texts = {
        "typed.txt": CITED + LISTED, "keys.tex": LATEX, "keys.md": MARKDOWN, "tagged.jats": JATS,
        "keys.rst": f"A\n=\n\nSeen [CIT2003]_ and :cite:`a,b`. [1]_\n\n.. [CIT2003] {LISTED}\n.. [1] B.\n",
        "keys.adoc": f"= A\n:b: c\n\nSeen <<a>> and cite:[b(3)].\n\n[bibliography]\n- [[[a]]] {LISTED}",
        "keys.typ": '= A\nSeen @a and #cite(<b>, form: "prose").\n#bibliography("none.bib")\n',
        "keys.org": "#+title: A\nSeen [cite/t:see @a p. 3;@b] cite:c\n* B\n#+bibliography: none.bib\n",
    }  # fmt: skip
    for name, text in texts.items():
        found = by_ending(name)
        assert found is not None
        yield Sample(name, found.name, text.encode())


def pdf() -> bytes:
    """One page in Helvetica, nothing compressed, so that damage reaches all of it."""
    lines = (CITED + LISTED).encode("latin-1", "replace").splitlines()
    shown = b" ".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
    stream = b"BT /F1 9 Tf 12 TL 40 700 Td " + shown + b" ET"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]  # fmt: skip
    out, starts = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % at for at in starts)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def _escaped(line: bytes) -> bytes:
    return line.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _real(folder: str) -> Iterator[Sample]:
    """Real files, no more than twelve of one ending."""
    taken: dict[str, int] = {}
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        found = by_ending(path.name)
        if found is None or not path.is_file():
            continue
        most = LARGEST_PACKED if found.magic or found.inside else LARGEST
        if not 0 < path.stat().st_size <= most:
            continue
        if taken.setdefault(path.suffix, 0) < 12:
            taken[path.suffix] += 1
            data = path.read_bytes()
            yield Sample(str(path.relative_to(folder)), sniff(path.name, data[:65_536]), data)
