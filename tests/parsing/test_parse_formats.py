"""What only a format knows reaches the article: links, markup, fields, keys."""

from __future__ import annotations

from litreview.formats.registry import read_text
from litreview.parsing.article import parse_document

ENTRY = "Franke H, Fryer G. Treatment of back pain. BMC Disord. 2014;15:286."


def test_a_doi_behind_a_link_is_the_entrys_doi() -> None:
    items = (
        f'<li>{ENTRY} <a href="https://doi.org/10.1186/1471-2474-15-286">CrossRef</a></li>'
        '<li>Smith J. Another title. Spine. 2010;1:2-3. doi:10.1000/a <a href="https://doi.org/10.1/z">Article</a></li>'
    )
    article = parse_document(read_text(f'<p>See [1].</p><ol class="references">{items}</ol>', "html"))
    assert [item.work.doi for item in article.references] == ["10.1186/1471-2474-15-286", "10.1000/a"]


def test_markup_is_no_part_of_a_value_and_spans_lead_to_the_source() -> None:
    source = "Text [1].\n\n# References\n\n1. " + ENTRY.replace("BMC Disord", "*BMC Disord*").replace(
        "15", "**15**"
    )
    [reference] = parse_document(read_text(source, "markdown")).references
    assert (reference.work.container_title, reference.work.volume) == ("BMC Disord", "15")
    start, end = reference.span("volume") or (0, 0)
    assert source[start:end] == "15"
    assert source[reference.start : reference.end] == reference.text


def test_worded_jats_entries_are_read_and_keep_their_keys() -> None:
    source = (
        '<article><body><p>See <xref ref-type="bibr" rid="R1">1</xref>.</p></body><back><ref-list>'
        f'<ref id="R1"><label>1</label><mixed-citation>{ENTRY}</mixed-citation></ref>'
        "</ref-list></back></article>"
    )
    article = parse_document(read_text(source, "jats"))
    [reference] = article.references
    assert (reference.key, reference.work.year, reference.work.author[0].family) == ("R1", 2014, "Franke")
    assert [link.references for link in article.links] == [(reference,)]
    assert article.reference_section is not None
