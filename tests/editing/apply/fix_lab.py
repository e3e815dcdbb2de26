"""Invented records with one field changed each, written in every format that can be corrected."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.mutation_lab import MUTATIONS, STYLES
from litreview.formats.records.crossref import work_to_crossref
from litreview.formats.registry import dump
from litreview.model.work import Name, PartialDate, Work


def _record(number: int, authors: str, title: str, journal: str, place: str) -> Work:
    volume, issue, page, year = place.split()
    names = tuple(
        Name(family.strip(), given.strip(), particle)
        for person in authors.split(";")
        for particle, family, given in [re.fullmatch(r"\s*((?:van der)?)\s?([^,]+),(.*)", person).groups()]  # type: ignore[union-attr]
    )
    return Work(
        type="article-journal", author=names, title=title, container_title=journal,
        volume=volume, issue=issue, page=page, issued=PartialDate(int(year)), doi=f"10.5555/tarn.{number:04}",
    )  # fmt: skip


RECORDS = (
    _record(1, "Haverkamp, Lotte M.; Okonjo, Daniel; van der Meulen, Pieter J.",
            "Cold water swimming and back pain in rowers: a randomised trial",
            "Journal of Invented Posture", "31 2 101-109 2015"),
    _record(2, "Quillfeather, Anna; Mossgrove, Bertil",
            "Sleep & recovery after shift work in harbour pilots",
            "Annals of Harbour Medicine", "44 6 612-625 2008"),
    _record(3, "Lindgård, Åsa; Petrosyan, Karen; Bäumler, Jörg; Smith, Ray",
            "Foot orthoses for plantar heel pain: TP53 has nothing to do with it",
            "Scandinavian Journal of Imaginary Medicine", "12 1 33-41 2011"),
    _record(4, "Delacruz, Maria",
            "Telephone coaching for migraine in 50% of the primary care practices of a valley",
            "Valley Health Reports", "7 3 215-222 2019"),
    _record(5, "Brandtner, Tilda; Ishikawa, Ken; Novotny, Jana",
            "Vestibular training reduces dizziness in older musicians",
            "Balance and Gait Quarterly", "19 4 388-397 2003"),
    _record(6, "Echeverry, Luis; Nakagawa, Yuki", "Measuring grip strength with a bottle of mineral water",
            "Clinimetrics of Everyday Things", "5 2 77-85 1998"),
    _record(7, "Oberhauser, Franz; Castellani, Giulia; Rautio, Eeva",
            "Walking groups against loneliness in mountain villages, an interrupted time series",
            "European Journal of Village Studies", "28 5 812-826 2021"),
    _record(8, "Thornquist, Eline; Abernathy, George",
            "Music therapy for dental anxiety: results of a crossover study", "Odontology of Fear",
            "16 7 940-951 2013"),
    _record(9, "Wintersberg, Nora; Kowalczyk, Adam; Fontaine, Claire",
            "Barefoot hiking, knee load and the price of socks", "Gait Economics", "9 8 1203-1211 2017"),
    _record(10, "Marchetti, Paolo; Grunewald, Silke",
            "Humidity of concert halls and the voice of choir singers", "Acoustic Hygiene",
            "23 9 501-509 2006"),
)  # fmt: skip
"""Nothing here is real. Signs that LaTeX, HTML, JSON and CSV must escape occur in the titles."""

CROSSREF = [dict(work_to_crossref(record)) for record in RECORDS]


def mutated(shift: int) -> list[Work]:
    """Each record with another field changed; ``shift`` 0 to 9 gives every record every change in turn."""
    names = list(MUTATIONS)
    found = []
    for at, record in enumerate(RECORDS):
        name = names[(at + shift) % len(names)]
        base = record if name in ("DOI", "volume", "first page") else replace(record, doi="")
        changed = MUTATIONS[name][1](base, random.Random(f"{at} {name}"))
        found.append(changed or base)
    return found


def _cited(work: Work) -> str:
    names = [f"{name.particle} {name.family}".strip() for name in work.author]
    who = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    return f"({who}, {work.year})"


def _prose(works: Sequence[Work]) -> list[str]:
    return [f"Finding number {at} was reported by others {_cited(work)}." for at, work in enumerate(works, 1)]


def _listed(works: Sequence[Work], style: str) -> list[str]:
    return [
        STYLES[style](work) for work in sorted(works, key=lambda one: (one.author[0].family, one.year or 0))
    ]


def _keyed(works: Sequence[Work]) -> list[Work]:
    return [replace(work, key=f"k{at}") for at, work in enumerate(works)]


def _write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode("utf-8"))
    return path


def _markdown(folder: Path, works: Sequence[Work], style: str) -> Path:
    parts = ["# Invented", *_prose(works), "## References", *_listed(works, style)]
    return _write(folder / "a.md", "\n\n".join(parts) + "\n")


def _text(folder: Path, works: Sequence[Work], style: str) -> Path:
    """With a byte order mark and Windows line ends."""
    text = "\n\n".join(["Invented", *_prose(works), "References"]) + "\n\n" + "\n".join(_listed(works, style))
    return _write(folder / "a.txt", "\ufeff" + text.replace("\n", "\r\n") + "\r\n")


def _html(folder: Path, works: Sequence[Work], style: str) -> Path:
    prose = "".join(f"<p>{html.escape(text)}</p>\n" for text in _prose(works))
    entries = "".join(f"<li>{html.escape(text)}</li>\n" for text in _listed(works, style))
    body = f"<body>{prose}<h2>References</h2><ul>{entries}</ul></body>"
    return _write(folder / "a.html", f"<html><head><title>Invented</title></head>{body}</html>")


def _word(folder: Path, works: Sequence[Work], style: str) -> Path:
    import docx

    document = docx.Document()
    for text in [*_prose(works), "References", *_listed(works, style)]:
        document.add_paragraph(text, style="Heading 1" if text == "References" else None)
    document.save(str(folder / "a.docx"))
    return folder / "a.docx"


def _cites(works: Sequence[Work]) -> str:
    prose = "\n\n".join(f"Finding {at} \\cite{{k{at}}}." for at, _ in enumerate(works))
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{prose}\n\n"


def _bibliography(works: Sequence[Work], style: str) -> str:
    texts = (re.sub(r"([&%])", r"\\\1", text) for text in _listed(works, style))
    items = "\n\n".join(f"\\bibitem{{k{at}}} {text}" for at, text in enumerate(texts))
    return f"\\begin{{thebibliography}}{{99}}\n{items}\n\\end{{thebibliography}}\n"


def _latex(folder: Path, works: Sequence[Work], style: str) -> Path:
    return _write(folder / "a.tex", f"{_cites(works)}{_bibliography(works, style)}\\end{{document}}\n")


def _latex_bbl(folder: Path, works: Sequence[Work], style: str) -> Path:
    _write(folder / "a.bbl", _bibliography(works, style))
    return _write(folder / "a.tex", f"{_cites(works)}\\bibliography{{gone}}\n\\end{{document}}\n")


def _latex_bib(folder: Path, works: Sequence[Work]) -> Path:
    _write(folder / "refs.bib", dump(_keyed(works), "bibtex"))
    return _write(folder / "a.tex", f"{_cites(works)}\\bibliography{{refs}}\n\\end{{document}}\n")


def _paper(folder: Path, works: Sequence[Work]) -> Path:
    _write(folder / "paper.bib", dump(_keyed(works), "bibtex"))
    prose = "\n\n".join(f"Finding {at} [@k{at}]." for at, _ in enumerate(works))
    return _write(folder / "paper.md", f"---\ntitle: Invented\nbibliography: paper.bib\n---\n\n{prose}\n")


def _quoted_bib(folder: Path, works: Sequence[Work]) -> Path:
    text = re.sub(r"(?m)= \{(.*)\},$", r'= "\1",', dump(works, "bibtex"))
    return _write(folder / "a.bib", text.replace("\n", "\r\n"))


def _records(format: str, ending: str) -> Callable[[Path, Sequence[Work]], Path]:
    return lambda folder, works: _write(folder / f"a{ending}", dump(works, format))


BIBLIOGRAPHIES: dict[str, Callable[[Path, Sequence[Work]], Path]] = {
    "BibTeX": _records("bibtex", ".bib"), "BibTeX, quotes": _quoted_bib, "RIS": _records("ris", ".ris"),
    "CSL-JSON": _records("csl", ".json"), "CSV": _records("csv", ".csv"),
    "Markdown and .bib": _paper, "LaTeX and .bib": _latex_bib,
}  # fmt: skip
MANUSCRIPTS: dict[str, Callable[[Path, Sequence[Work], str], Path]] = {
    "Markdown": _markdown, "text": _text, "HTML": _html, "Word": _word, "LaTeX": _latex,
    "LaTeX and .bbl": _latex_bbl,
}  # fmt: skip


def printers() -> dict[str, Callable[[Path, Sequence[Work]], Path]]:
    """Every format, manuscripts in each of four reference styles."""
    found = dict(BIBLIOGRAPHIES)
    for name, write in MANUSCRIPTS.items():
        for style in STYLES:
            found[f"{name}, {style}"] = lambda folder, works, write=write, style=style: write(
                folder, works, style
            )  # type: ignore[misc]
    return found
