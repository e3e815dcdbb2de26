"""Pages of one invented article, in the markup that publishers, wikis and programs give theirs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import NamedTuple


class Piece(NamedTuple):
    """An invented work, in pieces, for each page to set in its own manner."""

    n: int
    names: str
    cited: str
    title: str
    journal: str
    year: int
    volume: str
    pages: str

    def filled(self, template: str) -> str:
        """The template with the pieces in their places."""
        turned = (" ".join(reversed(name.split())).replace(" ", ". ", 1) for name in self.names.split(", "))
        pieces = {
            **self._asdict(),
            "doi": f"10.5555/things.{self.year}.{self.n}",
            "turned": ", ".join(turned),
            "text": f"{self.names}. {self.title}. {self.journal}. {self.year};{self.volume}:{self.pages}.",
            "dated": f"{self.names} ({self.year}). {self.title}. <i>{self.journal}</i>, {self.volume}, "
            f"{self.pages}.",
        }
        for name, value in pieces.items():
            template = template.replace("{" + name + "}", str(value))
        return template


PIECES = (
    Piece(1, "Arden P, Brill Q", "Arden and Brill", "First measures of a thing", "J Things", 2003, "2(1)",
          "891–902"),
    Piece(2, "Corin B", "Corin", "Things that never rest", "Ann Motion", 2009, "7(2)", "224–236"),
    Piece(3, "Dorn E, Eames F, Fay G", "Dorn et al.", "On the weight of light things", "Motion Lett", 2011,
    "14", "31–40"),
    Piece(4, "Gall H, Hume I", "Gall and Hume", "Rest and its measures", "J Things", 2015, "8(3)", "101–119"),
)  # fmt: skip


class Shape(NamedTuple):
    """The markup of one kind of page; ``shapes.toml`` says what each part is."""

    cite: str
    entry: str
    listed: str = "{}"
    group: str = "{}"
    join: str = ","
    dash: str = "–"
    narrative: str = ""
    head: str = ""
    before: str = ""
    after: str = ""


_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SHAPES = {
    f"{name}, {family}": Shape(**parts) for family, table in _TABLES.items() for name, parts in table.items()
}
"""The kinds of pages, by name."""
CITED = (2003, 2009, 2009, 2011, 2015, 2003)
"""The years of the works that each page cites, in order."""


def page(shape: Shape) -> str:
    """The page. Its text cites the works 1, 2; 2, 3, 4 (a range where numbers are cited); and 1."""
    one, two, three, four = (piece.filled(shape.cite) for piece in PIECES)
    rest = shape.join + three + shape.join + four if shape.narrative else shape.dash + four
    first, second, third = (
        shape.group.replace("{}", said) for said in (one + shape.join + two, two + rest, one)
    )
    said = PIECES[0].filled(shape.narrative) if shape.narrative else f"Others{third} doubted"
    blank = " " if shape.group[:1] in "([" or "<cite" in shape.group else ""
    text = (
        f"<p>Things rest when nobody looks{blank}{first}. They move at night, as many have told"
        f"{blank}{second}.</p><p>{said} it in a second study of all things.</p>"
    )
    listed = shape.listed.replace("{}", "\n".join(piece.filled(shape.entry) for piece in PIECES))
    return (
        f"<!doctype html><html><head><title>On rest</title>{shape.head}</head><body>{shape.before}"
        f"<h1>On rest</h1>{text}{listed}{shape.after}</body></html>"
    )
