"""Web pages in the shapes publishers, Wikipedia and pandoc give them."""

from __future__ import annotations

import pytest

from litreview.formats.html.read import read_html
from litreview.formats.registry import read_text
from litreview.model.document import Document
from litreview.model.errors import InputError

DOI = "https://doi.org/10.1/x"
ENTRY = "Franke H, Franke JD, Fryer G. Osteopathic manipulative treatment. BMC. {};15:286."


def page(body: str, head: str = "") -> Document:
    return read_html(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


def entries(document: Document) -> list[tuple[str, str]]:
    return [(entry.key, document.text[entry.start : entry.end]) for entry in document.entries]


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[s.start : s.end] for s in document.styles if s.kind == kind]


def test_blocks_are_lines_and_white_space_is_one_blank() -> None:
    document = page("<h1>On\n  backs</h1><p>One <b>two</b>\n three<br>four</p><ul><li>a<li>b</ul>tail")
    assert document.text == "On backs\nOne two three\nfour\na\nb\ntail\n"
    assert shown(document, "heading") == ["On backs"]
    assert document.title == "On backs"


@pytest.mark.parametrize(
    "furniture",
    ["<nav>Home</nav>", "<script>x()</script>", "<style>p{}</style>", "<header>Journal of Backs</header>",
     "<footer>Imprint</footer>", "<aside>Most read</aside>", '<div class="cookie-banner">Accept</div>',
     '<div role="navigation">Menu</div>', '<p style="display: none">x</p>', "<noscript>on</noscript>",
     '<ul class="share-links"><li>Mail</ul>', '<section id="related-articles">Also read</section>'],
)  # fmt: skip
def test_furniture_is_left_out(furniture: str) -> None:
    assert page(f"{furniture}<p>text</p>{furniture}").text == "text\n"


def test_what_looks_like_furniture_and_is_the_article_stays() -> None:
    document = page(
        '<div class="sidebar-right"><article><header><h1>Title</h1></header>'
        f"<p>A shareholder</p>"
        f'<footer><section id="references"><ol><li>{ENTRY.format(2014)}</ol></section>'
        "</footer></article></div>"
    )
    assert document.text.splitlines() == ["Title", "A shareholder", f"1. {ENTRY.format(2014)}"]


@pytest.mark.parametrize(
    "code",
    ["<pre><code>summary(x)\n## a [2] 0.4</code></pre>", '<pre class="r">x[1]</pre>',
     "<pre><samp>[1] 2</samp></pre>",
     '<div class="highlight-python"><div class="highlight"><pre>x[1] (Nobody, 1999)</pre></div></div>',
     '<div class="jp-OutputArea-output"><pre>## [3]</pre></div>',
     '<div class="sourceCode"><pre>x[1]</pre></div>'],
)  # fmt: skip
def test_code_and_what_it_prints_is_no_text(code: str) -> None:
    assert page(f"<p>before</p>{code}<p>after</p>").text == "before\nafter\n"


def test_a_text_set_in_one_width_stays() -> None:
    text = "Things rest (Arden, 2003).\n  As said."
    assert page(f"<pre>{text}</pre>").text == f"{text}\n"


def test_superscripts_in_pieces_and_by_style() -> None:
    body = '<p>a<sup>1</sup><sup>,2</sup> b<span style="vertical-align: super">3</span></p>'
    assert shown(page(body), "superscript") == ["1,2", "3"]


def test_links_to_dois_are_kept() -> None:
    document = page(f'<p>See <a href="{DOI}">here</a> and <a href="/about">us</a>.</p>')
    assert [(document.text[a.start : a.end], a.url) for a in document.hyperlinks] == [("here", DOI)]


def test_a_numbered_list_under_its_heading_prints_its_numbers() -> None:
    items = "".join(f'<li id="CR{n}">{ENTRY.format(2010 + n)}</li>' for n in range(1, 4))
    body = f'<p>Shown [<a href="#CR1">1</a>–<a href="#CR3">3</a>].</p><h2>References</h2><ol>{items}</ol>'
    document = page(body)
    assert entries(document) == [(f"CR{n}", f"{n}. {ENTRY.format(2010 + n)}") for n in range(1, 4)]
    assert [(document.text[m.start : m.end], m.keys) for m in document.marks] == [
        ("1–3", ("CR1", "CR2", "CR3"))
    ]


@pytest.mark.parametrize(
    "listed",
    ['<div id="refs" class="references csl-bib-body"><div id="ref-a" class="csl-entry">{0}</div>'
     '<div id="ref-b" class="csl-entry">{1}</div></div>',
     '<ol class="references"><li id="ref-a"><a href="#x">^</a> <cite>{0}</cite><li id="ref-b">{1}</ol>',
     '<section class="ref-list"><p class="ref" id="ref-a">{0}</p><p class="ref" id="ref-b">{1}</p></section>',
     '<h3>Literaturverzeichnis</h3><ul><li><a name="ref-a"></a>{0}<li><span id="ref-b">{1}</span></ul>',
     '<div class="reflist"><table><tr><td id="ref-a">{0}</td></tr><tr><td id="ref-b">{1}</table></div>',
     '<section role="doc-endnotes"><ol><li id="ref-a">{0}</li><li id="ref-b">{1}</li></ol></section>'],
)  # fmt: skip
def test_reference_lists_of_many_makes(listed: str) -> None:
    body = listed.format(ENTRY.format(2014), ENTRY.format(2015))
    document = page(f'<p>As <a href="#ref-b">Franke 2015</a> says.</p>{body}')
    assert [key for key, _ in entries(document)] == ["ref-a", "ref-b"]
    assert all(
        text.endswith(ENTRY.format(year))
        for (_, text), year in zip(entries(document), (2014, 2015), strict=True)
    )
    assert [mark.keys for mark in document.marks] == [("ref-b",)]


def test_buttons_behind_an_entry_go_and_their_addresses_stay() -> None:
    links = '<a href="https://doi.org/10.1186/1471-2474-15-286">Article</a> <a href="x">Google Scholar</a>'
    item = f"{ENTRY.format(2014)} {links}"
    document = page(f'<ol class="references"><li>{item}</li></ol>')
    assert entries(document) == [("item-1", f"1. {ENTRY.format(2014)}")]
    [link] = document.hyperlinks
    assert (document.text[link.start : link.end], link.url[-24:]) == (
        ENTRY.format(2014),
        "10.1186/1471-2474-15-286",
    )


def test_blocks_inside_an_entry_run_on() -> None:
    item = "<li><div>Franke H.</div><div>A title.</div> <div>BMC <i>2014</i>;15</div></li>"
    assert entries(page(f'<ul class="references">{item}</ul>'))[0][1] == "Franke H. A title. BMC 2014;15"


def test_the_list_counts_as_a_browser_does() -> None:
    items = f'<li>{ENTRY.format(1)}</li><li value="9">{ENTRY.format(2)}</li><li>{ENTRY.format(3)}</li>'
    document = page(f'<ol class="references" start="4">{items}</ol>')
    assert [text.split(".")[0] for _, text in entries(document)] == ["4", "9", "10"]


@pytest.mark.parametrize(
    ("data", "text"),
    [("<p>Müller</p>".encode(), "Müller\n"),
     ('<meta charset="iso-8859-15"><p>10 €</p>'.encode("iso-8859-15"), "10 €\n"),
     ("<p>Müller</p>".encode("utf-16"), "Müller\n"),
     ('<meta charset="nonsense"><p>Müller</p>'.encode("cp1252"), "Müller\n")],
)  # fmt: skip
def test_the_charset_is_found(data: bytes, text: str) -> None:
    assert read_html(data, "").text == text


@pytest.mark.parametrize(
    "text", ["", "no markup at all", "<", "<p", "</p></p>", "<table><li><td>", "&#0;&#xD800;", "\0"]
)
def test_no_text_is_too_odd(text: str) -> None:
    read_text(text, "html")


def test_places_name_the_line_and_the_element() -> None:
    document = page("<p>one</p>\n<div><p>two</p>\n<p>three</p></div>")
    place = document.place(document.text.index("three"))
    assert place is not None
    assert (place.name, place.address) == ("line 3", ("/body[1]/div[1]/p[2]", 3))


def test_a_citation_whose_entry_is_gone_keeps_its_key() -> None:
    listed = "".join(
        f'<div id="ref-{key}" class="csl-entry">Arden P. {year}. Heat for rowers. Heat 2: 3-9.</div>'
        for key, year in zip("ac", (2003, 2004), strict=True)
    )
    document = page(
        '<p>So <span class="citation" data-cites="a">(Arden 2003)</span> and <span class="citation" '
        'data-cites="a b">(Arden 2003; Brill 2008)</span>.</p><h2>References</h2>'
        f'<div id="refs" class="references csl-bib-body">{listed}</div>'
    )
    assert [mark.keys for mark in document.marks] == [("ref-a",), ("ref-b",)]


@pytest.mark.parametrize("name", ["div", "span", "b"])
def test_deep_nesting_is_read_or_refused(name: str) -> None:
    def page(depth: int) -> bytes:
        return f"<p>before</p>{f'<{name}>' * depth}deep{f'</{name}>' * depth}<p>after</p>".encode()

    assert read_html(page(1500)).text.split() == ["before", "deep", "after"]
    with pytest.raises(InputError, match="nested too deeply"):
        read_html(page(100_000))
