"""In-text citations that say "and others" in the words of their language."""

from __future__ import annotations

import pytest

from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.finder import find_citations

SHORTENED = [
    ("(García y cols., 2010)", "García"),
    ("García y col. (2010)", "García"),
    ("Silva e cols. (2010)", "Silva"),
    ("Rossi e coll. (2010)", "Rossi"),
    ("(Dupont et coll., 2010)", "Dupont"),
    ("Müller u. a. (2010)", "Müller"),
    ("Müller und Mitarbeiter (2010)", "Müller"),
    ("Jansen e.a. (2010)", "Jansen"),
    ("(Jansen en anderen 2010)", "Jansen"),
    ("(Andersson m.fl. 2010)", "Andersson"),
    ("Hansen og medarbejdere (2010)", "Hansen"),
    ("(Virtanen ym. 2010)", "Virtanen"),
    ("Nowak i in. (2010)", "Nowak"),
    ("(Nowak i wsp. 2010)", "Nowak"),
    ("(Novák a kol., 2010)", "Novák"),
    ("Kovács és mtsai. (2010)", "Kovács"),
    ("Yılmaz ve ark. (2010)", "Yılmaz"),
    ("(Yılmaz vd., 2010)", "Yılmaz"),
    ("(Иванов и др., 2010)", "Иванов"),
    ("Иванов и соавт. (2010)", "Иванов"),
    ("(Шевченко та ін., 2010)", "Шевченко"),
    ("(Παπαδόπουλος κ.ά., 2010)", "Παπαδόπουλος"),
    ("(Horvat i sur., 2010)", "Horvat"),
    ("GARCÍA Y COLS. (2010)", "GARCÍA"),
    ("SMITH ET AL. (2010)", "SMITH"),
    ("Smith and co-workers (2010)", "Smith"),
    ("Smith & colleagues (2010)", "Smith"),
]


@pytest.mark.parametrize(("text", "name"), SHORTENED)
def test_a_shortened_citation(text: str, name: str) -> None:
    (citation,) = find_citations(f"As shown by {text} it is.", ListEvidence())
    (item,) = citation.items
    assert item.names == (name,)
    assert item.et_al
    assert item.year == 2010


@pytest.mark.parametrize(
    "text",
    [
        "Smith E. A. (2010) found",
        "(Smith, E. A., 2010)",
        "Khan U. A. (2010) found",
        "(Phase i in 2010)",
        "(Cols, 2010)",
        "Kol (2010) found",
        "Novák and Kol (2010) found",
        "(Ende, 2010; Mars, 2011)",
        "strains of E. col (2010) were",
        "(Smith, in press)",
    ],
)
def test_nothing_is_shortened(text: str) -> None:
    found = find_citations(f"As shown by {text} it is.", ListEvidence())
    assert not any(item.et_al for citation in found for item in citation.items)
