"""DocBook: its bibliography in words or fields, and what leads there."""

from __future__ import annotations

import pytest

from litreview.formats.docbook.read import read_docbook
from litreview.model.errors import InputError
from litreview.pipeline import check, parse

ARTICLE = """<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd">
<article><articleinfo><title>On rest</title><author><surname>Owner</surname></author></articleinfo>
<section><title>Rest</title>
<para>Things rest <citation>AB03</citation>, others do not <xref linkend="corin"/>.
An area of 5 m<superscript>2</superscript>. See <link linkend="fig">the figure</link>.</para>
<programlisting>x[9] # (Ghost, 1999)</programlisting>
</section>
<bibliography><title>References</title>
<biblioentry id="arden"><abbrev>AB03</abbrev>
<authorgroup><author><firstname>P.</firstname><surname>Arden</surname></author>
<author><firstname>A.</firstname><surname>Brill</surname></author></authorgroup>
<title>First measures of a thing</title><citetitle pubwork="journal">Journal of Things</citetitle>
<volumenum>2</volumenum><issuenum>1</issuenum><pubdate>2003</pubdate><artpagenums>891–902</artpagenums></biblioentry>
<bibliomixed id="corin">Corin, B. (2008). Second measures of it. <citetitle>Journal of Things</citetitle>,
7(2), 224–236.
</bibliomixed></bibliography></article>
"""


def test_words_and_fields() -> None:
    article = parse(read_docbook(ARTICLE.encode(), "a.xml"))
    works = [(one.key, one.work.author[0].family, one.work.year, one.work.page) for one in article.references]
    assert works == [("arden", "Arden", 2003, "891–902"), ("corin", "Corin", 2008, "224–236")]
    assert article.references[0].work.container_title == "Journal of Things"
    assert [[one.key for one in link.references] for link in article.links] == [["arden"], ["corin"]]
    assert article.document.title == "On rest"
    assert "Ghost" not in article.text
    assert [finding.rule for finding in check(article, source=None).findings] == ["M300"]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"<article><para>", "not well-formed DocBook XML"), (b"<x/>", "an XML file of another kind")],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_docbook(data, "a.xml")
