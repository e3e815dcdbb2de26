"""Prints a stored article again in another file format, with its citations and list in that format's ways."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Truth = dict[str, Any]
Printer = Callable[["Source", Path], Path]


@dataclass(frozen=True)
class Source:
    """An article as text with its truth: groups of citations, items, references."""

    name: str
    text: str
    truth: Truth

    @classmethod
    def read(cls, folder: Path) -> Source:
        """The article of a folder of the evaluation data."""
        truth = json.loads((folder / "truth.json").read_text("utf-8"))
        return cls(folder.name, (folder / "article.txt").read_text("utf-8"), truth)

    @property
    def numbered(self) -> bool:
        """True where the article cites by numbers."""
        return bool(self.truth["scheme"] == "numeric")

    @property
    def entries(self) -> list[str]:
        """The references as printed."""
        return [reference["text"] for reference in self.truth["references"]]

    def pieces(self) -> Iterator[tuple[str, list[int] | None]]:
        """The body in pieces: prose (None), or the text of a citation with the places of its references."""
        at = 0
        for group in (group for group in self.truth["groups"] if group["start"] < self.truth["body_end"]):
            yield self.text[at : group["start"]], None
            inside = [
                i for i in self.truth["items"] if group["start"] <= i["start"] and i["end"] <= group["end"]
            ]
            yield self.text[group["start"] : group["end"]], [n for item in inside for n in item["refs"]]
            at = group["end"]
        yield re.sub(r"\n?References\s*$", "", self.text[at : self.truth["body_end"]].rstrip()), None


def series(places: list[int]) -> str:
    """Numbers as journals print them: "1,3–5"."""
    numbers = sorted({place + 1 for place in places})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ",".join(map(str, run)) for run in runs)


def body(source: Source, prose: Callable[[str], str], cite: Callable[[str, list[int]], str]) -> str:
    """The body with prose and citations written by two functions."""
    return "".join(prose(text) if places is None else cite(text, places) for text, places in source.pieces())


def to_glued_text(source: Source, stem: Path) -> Path:
    """Plain text whose superscripts lost their height: "pain1,3–5"."""
    said = body(source, str, lambda text, places: f"\b{series(places)}" if source.numbered else text)
    said = re.sub(r" *[\b]", "", said)
    labels = [f"{n}. " if source.numbered else "" for n in range(1, len(source.entries) + 1)]
    listed = "\n".join(label + entry for label, entry in zip(labels, source.entries, strict=True))
    return _write(stem.with_suffix(".txt"), f"{said}\nReferences\n{listed}\n")


def to_markdown(source: Source, stem: Path) -> Path:
    """Markdown with ``^1,3–5^`` and a written list."""
    said = body(source, str, lambda text, places: f"^{series(places)}^" if source.numbered else text)
    mark = "1. " if source.numbered else "- "
    listed = "\n".join(mark + entry for entry in source.entries)
    paragraphs = said.replace("\n", "\n\n")
    return _write(stem.with_suffix(".md"), f"# Title\n\n{paragraphs}\n\n## References\n\n{listed}\n")


def to_html(source: Source, stem: Path) -> Path:
    """A web page with ``<sup>`` citations, a list element and site furniture."""

    def cite(text: str, places: list[int]) -> str:
        return f"<sup>{series(places)}</sup>" if source.numbered else html.escape(text)

    said = "".join(f"<p>{line}</p>\n" for line in body(source, html.escape, cite).split("\n") if line.strip())
    tag = "ol" if source.numbered else "ul"
    listed = "".join(f"<li>{html.escape(entry)}</li>\n" for entry in source.entries)
    page = f"<article>{said}<h2>References</h2><{tag}>{listed}</{tag}></article><footer>© A site</footer>"
    nav = '<nav><a href="/">Home</a></nav>'
    return _write(
        stem.with_suffix(".html"), f"<html><head><title>T</title></head><body>{nav}{page}</body></html>"
    )


def to_word(source: Source, stem: Path) -> Path:
    """A Word file with superscript runs and an automatically numbered list."""
    import docx

    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, places in source.pieces():
        if places is not None and source.numbered:
            paragraph.add_run(series(places)).font.superscript = True
            continue
        for n, line in enumerate(text.split("\n")):
            paragraph = document.add_paragraph() if n else paragraph
            paragraph.add_run(line)
    document.add_heading("References", 1)
    for entry in source.entries:
        document.add_paragraph(entry, style="List Number" if source.numbered else None)
    path = stem.with_suffix(".docx")
    document.save(str(path))
    return path


def to_latex(source: Source, stem: Path) -> Path:
    r"""LaTeX with ``\cite`` and ``thebibliography``."""

    def prose(text: str) -> str:
        return re.sub(r"([&%$#_{}])", r"\\\1", re.sub(r"[\\~^]", "", text))

    said = body(source, prose, lambda _, places: r"\cite{" + ",".join(f"r{n}" for n in places) + "}")
    items = "\n\n".join(rf"\bibitem{{r{n}}} {prose(entry)}" for n, entry in enumerate(source.entries))
    paragraphs = said.replace("\n", "\n\n")
    listed = f"\\begin{{thebibliography}}{{99}}\n{items}\n\\end{{thebibliography}}"
    return _write(
        stem.with_suffix(".tex"),
        f"\\documentclass{{article}}\n\\begin{{document}}\n{paragraphs}\n{listed}\n\\end{{document}}\n",
    )


def _write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


PRINTERS: dict[str, Printer] = {
    "text, superscripts glued": to_glued_text,
    "Markdown": to_markdown,
    "HTML": to_html,
    "Word": to_word,
    "LaTeX": to_latex,
}
