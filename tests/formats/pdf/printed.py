"""Invented articles set with Typst as journals, manuscripts and theses print them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

import pytest

from litreview.formats.pdf.read import read_pdf
from litreview.model.document import Document

typst = pytest.importorskip("typst")

_WORDS = (
    "widgets", "measures", "trials", "of", "the", "long", "slow", "field", "model", "things",
    "pressure", "design", "care", "under", "rivers", "method", "early", "growth", "local", "tissue",
    "data", "within", "schools", "review", "analysis", "effect", "soft", "deep", "network", "signal",
    "rural",
)  # fmt: skip
_NAMES = (
    "Arden", "Brill", "Corin", "Dravec", "Ember", "Foss", "Gale", "Hale", "Imber", "Jonas", "Karsh",
    "Lunde", "Marek", "Norrby", "Oduya", "Prill", "Quist", "Rasmus", "Solberg", "Tarn", "Ulvik",
    "Vance", "Wirth", "Yarrow", "Zorn",
)  # fmt: skip
_JOURNALS = ("Journal of Things", "Widget Research", "Annals of Applied Measures", "Int. J. Slow Systems")

ALTERNATING = (
    "header: context if calc.odd(counter(page).get().first()) [_Journal of Things 12 (2014) 100–120_"
    " #h(1fr) #counter(page).display()] else [#counter(page).display() #h(1fr) A. Arden et al. / On widgets],"
)
OWN_CITATION = (
    "footer: context [Arden et al. (2014). On widgets at large. Journal of Things, 12(3), #h(1fr)"
    " #counter(page).display() \\ 100. https:/\\/doi.org/10.1234/jt.2014.100.],"
)
PRINTED_WEB_PAGE = (
    "header: [3/5/21, 9:41 AM #h(1fr) On widgets], footer: context [https:/\\/things.example.org/widgets"
    ' #h(1fr) #counter(page).display("1/1", both: true)],'
)
CHAPTERS = (
    "header: context { let n = counter(page).get().first(); if calc.odd(n) [Chapter #calc.quo(n, 4)."
    ' #("Slow things", "Fast fields", "Deep models").at(calc.rem(calc.quo(n, 4), 3)) #h(1fr) #n]'
    " else [#n #h(1fr) Thesis of A. Arden] },"
)
TABLE = (
    "#place(top, float: true)[#table(columns: 3, [Group], [Mean], [SD], [A], [1.2], [3], [B], [2.2], [4],"
    " [C], [4], [1]) *Table 1.* Some numbers of the groups of 2003.]"
)


@dataclass
class Print:
    """How an article is set, and with how many entries."""

    style: str = "apa"
    setting: str = "hang"
    page: str = ""
    size: str = "10pt"
    leading: str = "0.65em"
    gap: str = "0.65em"
    rules: str = ""
    justify: bool = True
    amid: str = ""
    heading: str = "= References"
    count: int = 24
    notes: bool = False
    shuffle: random.Random = field(default_factory=random.Random)

    def words(self, count: int) -> str:
        return " ".join(self.shuffle.choice(_WORDS) for _ in range(count))

    def entries(self) -> list[tuple[str, str]]:
        """Each entry with the citation that the text makes of it."""
        return [self.entry(number) for number in range(self.count)]

    def entry(self, number: int) -> tuple[str, str]:
        pick, choose = self.shuffle.randint, self.shuffle.choice
        others = self.shuffle.choices(_NAMES, k=choose([0, 1, 2, 8]))
        names = [_NAMES[number % len(_NAMES)], *others]
        year, title = 1980 + number, self.words(pick(4, 14)).capitalize()
        place, pages = f"{pick(1, 60)}({pick(1, 9)})", f"{pick(100, 200)}–{pick(201, 300)}"
        doi = f" https://doi.org/10.{pick(1000, 9999)}/j.thing.{year}.{pick(10**4, 10**7)}" * bool(pick(0, 2))
        journal, publisher = choose(_JOURNALS), choose(("Springer, Berlin", "Academic Press, London"))
        apa, vancouver = (
            ", ".join(f"{name}, A. B." for name in names),
            ", ".join(f"{name} AB" for name in names),
        )
        text = {
            "book": f"{names[0]}, A., {year}. {title}. {publisher}.",
            "apa": f"{apa} ({year}). {title}. {journal}, {place}, {pages}.{doi}",
            "vancouver": f"{vancouver}. {title}. {journal}. {year};{place}:{pages}.{doi}",
        }[self.style]
        return text, f"\\[{number + 1}\\]" if self.style == "vancouver" else f"({names[0]}, {year})"

    def body(self, marks: list[str]) -> str:
        note = f"#footnote[See also {self.words(14)} of 2003, and {self.words(9)}.]"
        return "\n\n".join(
            f"We found that {self.words(40)} {mark}{note if self.notes and not n % 3 else ''}."
            f" This is what {self.words(30)} has shown, and {self.words(20)} are rare."
            for n, mark in enumerate(marks)
        )

    def listed(self, entries: list[str]) -> str:
        texts = [entry.replace("//", "/\\/") for entry in entries]
        half = len(texts) // 2
        if self.setting not in ("hang", "flat", "grid", "far"):
            lines = [f"{n}. {text}" for n, text in enumerate(texts, 1)]
            form = f'#set enum(numbering: "{self.setting}", spacing: {self.gap})\n'
            return form + "\n".join([*lines[:half], "", self.amid, "", *lines[half:]])
        if self.setting in ("grid", "far"):
            width = "3.2em" if self.setting == "far" else "2.4em"
            rows = ", ".join(f"[{n}.], [{text}]" for n, text in enumerate(texts, 1))
            return f"#grid(columns: ({width}, 1fr), row-gutter: {self.gap}, {rows})"
        indent = {"hang": "hanging-indent: 1.2em", "flat": "hanging-indent: 0pt"}[self.setting]
        body = "\n\n".join([*texts[:half], self.amid, *texts[half:]])
        return f"#[#set par({indent}, spacing: {self.gap}, first-line-indent: 0pt)\n{body}]"

    def source(self, pairs: list[tuple[str, str]]) -> str:
        return (
            f"#set page({self.page})\n#set text(size: {self.size})\n"
            f"#set par(justify: {'true' if self.justify else 'false'}, leading: {self.leading})\n"
            f"#set par(first-line-indent: 1em)\n{self.rules}\n"
            '#place(top + center, scope: "parent", float: true)[#text(18pt)[Widgets]]\n'
            f"= Introduction\n{self.body([mark for _, mark in pairs])}\n\n{self.heading}\n"
            f"{self.listed([text for text, _ in pairs])}\n"
        )


def printed(form: Print) -> tuple[Document, list[str]]:
    """The article as it is read, and the entries that were printed; the same ones each time."""
    form.shuffle.seed(5)
    pairs = form.entries()
    if form.style != "vancouver":
        pairs.sort()
    data = bytes(typst.compile(form.source(pairs).encode()))
    return read_pdf(data, "a.pdf"), [text for text, _ in pairs]


def letters(text: str) -> str:
    """Letters and digits only: what a line end did to blanks and hyphens does not count."""
    return re.sub(r"[\W_]", "", text).casefold()
