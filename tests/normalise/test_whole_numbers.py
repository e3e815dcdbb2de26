"""Numbers of documents: digits that are none, and more of them than a number has, wherever one can stand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from litreview import pipeline
from litreview.formats.registry import read_text
from litreview.normalise.whole_numbers import MOST_DIGITS, whole_number

ODD = {
    "superscript": "²", "Arabic": "٣٤", "circled": "③", "Devanagari": "२०१५", "a fraction": "½",
    "minus": "-3", "a nought": "0", "noughts": "0" * 5_000, "endless": "9" * 5_000,
}  # fmt: skip
ENTRY = (
    "{n}. Adler T, Brandt K. Rest. {n} ed. J Rest {n};{n}({n}):{n}-{n}. PMID: {n}. doi:10.{n}/{n}. "
    "Accessed {n} May {n}."
)
ARTICLE = (
    "# Rest\n\nRest helped [{n}], [{n}-{n}], x^{n}^ (Adler, {n}; Brandt {n}a). Valid until {n}-{n}-{n}.\n\n"
    "## References\n\n" + ENTRY
)
TEXTS = {
    "markdown": ARTICLE,
    "text": f"{ARTICLE}\n\n{ENTRY}",
    "bibtex": """@article{{a, author = {{Adler, T. and Brandt, K.}}, title = {{Rest}}, journal = {{J Rest}},
      year = {{{n}}}, month = {{{n} {n}}}, day = {{{n}}}, volume = {{{n}}}, number = {{{n}-{n}}},
      pages = {{{n}--{n}}}, edition = {{{n}}}, doi = {{10.{n}/{n}}}, pmid = {{{n}}}, isbn = {{{n}}}}}""",
    "ris": "TY  - JOUR\nAU  - Adler, T.\nTI  - Rest\nPY  - {n}\nDA  - {n}/{n}\nVL  - {n}\nER  - \n",
    "csl": """[{{"id": "a", "type": "article-journal", "title": "Rest", "volume": "{n}", "page": "{n}-{n}",
      "issued": {{"date-parts": [["{n}", "{n}", "{n}"]]}}, "author": [{{"family": "Adler"}}]}}]""",
    "html": "<h2>Sources</h2><ol start='{n}'><li value='{n}'>" + ENTRY + "</li><li>" + ENTRY + "</li></ol>",
    "latex": "\\begin{{thebibliography}}{{{n}}}\\bibitem[{n}]{{a}} " + ENTRY + "\\end{{thebibliography}}",
}


@pytest.mark.parametrize(
    ("text", "number"),
    [("0286", 286), ("9" * MOST_DIGITS, 10**MOST_DIGITS - 1), ("9" * (MOST_DIGITS + 1), None), ("", None),
     ("-1", None), ("1.0", None), ("²", None), ("٣", 3)],
)  # fmt: skip
def test_digits_and_nothing_else_spell_a_number(text: str, number: int | None) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize("format", TEXTS)
def test_no_number_stops_a_check(format: str, odd: str, tmp_path: Path) -> None:
    places = {"volume": odd, "issue": odd, "page": f"{odd}-{odd}", "issued": {"date-parts": [[2015]]}}
    record = {"DOI": "10.5555/rest", "title": ["Rest"], "container-title": ["J Rest"], **places}
    records = tmp_path / "records.jsonl"
    records.write_text(json.dumps(record))
    report = pipeline.check(read_text(TEXTS[format].format(n=odd), format), source=f"snapshot:{records}")
    assert report.render("json")
    assert report.render("text")
