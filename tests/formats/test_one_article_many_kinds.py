"""The same article as every kind of file has the same references, citations and links."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from litreview.editing.apply.files import EDITORS
from litreview.formats.catalogue import FORMATS, named
from litreview.formats.records.crossref import work_to_crossref
from litreview.formats.registry import read_bytes, sniff
from litreview.model.article import Article
from litreview.model.errors import InputError
from litreview.model.work import Name, PartialDate, Work
from litreview.pipeline import check, fix, parse
from litreview.sources.snapshot import Snapshot
from tests.formats.one_article import AUTHOR_YEAR, NUMBERED
from tests.formats.one_article import KINDS as FILES
from tests.formats.one_article_sources import SOURCES

KINDS = {**FILES, **SOURCES}
PIECES = {"author-year": AUTHOR_YEAR, "numbered": NUMBERED}
WORKS = [
    ("Arden", 2003, "First measures of a thing", "891–902", "10.5555/thing.891"),
    ("Corin", 2009, "Things that never rest", "224–236", ""),
    ("Müller", 2011, "Über ruhende Dinge", "31–40", ""),
    ("Nørgaard", 2015, "Counting things at rest", "101–119", "10.5555/thing.2015.101"),
]
LINKS = {"author-year": [0, 2, 1, 0, 3], "numbered": [0, 1, 2, 1, 2, 3, 3]}
"""Which work each citation item leads to, in the order of the text."""


def works(article: Article) -> list[tuple[str, int | None, str, str, str]]:
    """What the list says; titles and pages without the signs of the notation."""
    found = []
    for one in article.references:
        page = one.work.page.replace("--", "–").replace("-", "–")
        found.append((one.work.author[0].family, one.work.year, one.work.title, page, one.work.doi))
    return found


@pytest.mark.parametrize("name", PIECES)
@pytest.mark.parametrize("ending", KINDS)
def test_one_article_many_kinds(tmp_path: Path, name: str, ending: str) -> None:
    """The same works, citations, links and title, and nothing to find fault with."""
    path = tmp_path / f"a.{ending}"
    path.write_bytes(KINDS[ending](PIECES[name]))
    article = parse(path)
    at = {one.key: n for n, one in enumerate(article.references)}
    wanted = [work if name == "author-year" or n < 3 else (*work[:4], "") for n, work in enumerate(WORKS)]
    assert works(article) == wanted
    assert [[at[one.key] for one in link.references] for link in article.links] == [[n] for n in LINKS[name]]
    assert article.document.title == PIECES[name].title
    assert [one.rule for one in check(article, source=None).findings] == ["M300"]


@pytest.mark.parametrize("ending", KINDS)
def test_kinds_are_known_whatever_the_file_is_called(tmp_path: Path, ending: str) -> None:
    data = KINDS[ending](AUTHOR_YEAR)
    wanted = sniff(f"a.{ending}", data[:65_536])
    assert wanted != "text"
    if ending not in ("md", "rst", "adoc", "typ", "org"):
        assert sniff("a.txt", data[:65_536]) == sniff("download", data[:65_536]) == wanted


@pytest.mark.parametrize("ending", KINDS)
def test_places_lead_back_and_spans_stay_inside(ending: str) -> None:
    document = read_bytes(KINDS[ending](NUMBERED), "", sniff(f"a.{ending}", KINDS[ending](NUMBERED)[:65_536]))
    spans = [*document.marks, *document.entries, *document.styles, *document.hyperlinks, *document.places]
    assert all(0 <= one.start < one.end <= len(document.text) for one in spans)
    if not named(document.format).lines:
        at = document.text.index("Methods")
        assert document.place(at) is not None


@pytest.mark.parametrize("ending", KINDS)
def test_a_damaged_file_gives_a_document_or_one_line(ending: str) -> None:
    data = KINDS[ending](NUMBERED)
    row = sniff(f"a.{ending}", data[:65_536])

    @settings(suppress_health_check=list(HealthCheck), max_examples=40, deadline=None)
    @given(st.integers(0, len(data)), st.integers(0, 60), st.binary(max_size=40))
    def changed(start: int, length: int, put: bytes) -> None:
        with contextlib.suppress(InputError):
            read_bytes(data[:start] + put + data[start + length :], "a", row)

    @settings(max_examples=40, deadline=None)
    @given(st.binary(max_size=400))
    def anything(content: bytes) -> None:
        with contextlib.suppress(InputError):
            read_bytes(content, "a", row)

    changed()
    anything()


@pytest.mark.parametrize("ending", KINDS)
def test_a_correction_is_made_or_refused_in_one_line(tmp_path: Path, ending: str) -> None:
    """The record says 2004 where the list says 2003; what cannot be written is not touched."""
    path = tmp_path / f"a.{ending}"
    path.write_bytes(before := KINDS[ending](NUMBERED))
    record = Work(
        type="article-journal", author=(Name("Arden", "Paula"), Name("Brill", "Anton")), volume="2",
        title="First measures of a thing", container_title="Journal of Things", page="891-902", issue="1",
        issued=PartialDate(2004), doi="10.5555/thing.891",
    )  # fmt: skip
    (tmp_path / "records.json").write_text(json.dumps([dict(work_to_crossref(record))]))
    corrected = fix(path, source=Snapshot(tmp_path / "records.json"))
    row = named(sniff(str(path), before[:65_536]))
    if row.instead:
        with pytest.raises(InputError) as caught:
            corrected.write()
        assert str(caught.value) == f"{path}: {row.name} cannot be corrected ({row.instead})"
        assert path.read_bytes() == before
    else:
        corrected.write()
        assert "2004" in corrected.diff
        assert path.read_bytes() != before


def test_every_format_is_corrected_by_somebody_or_refused_in_words() -> None:
    """A format is a text whose bytes are edited, has an editor, or says what to correct in its place."""
    for row in FORMATS:
        is_text = row.is_bibliography or bool(row.reads_text)
        assert row.name in EDITORS or row.instead or is_text, row.name
