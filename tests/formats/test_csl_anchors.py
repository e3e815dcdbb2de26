"""What pandoc prints with citeproc in light markup: entries at anchors, links that lead there."""

from __future__ import annotations

import pytest

from litreview.formats.csl_anchors import AnchorLink, anchored_entry, counted, link_marks
from litreview.formats.registry import read_text
from litreview.model.document import Entry
from litreview.pipeline import check, parse

ARDEN = "Arden P, Brill A. First measures of a thing. J Things. 2003;2(1):891–902."
CORIN = "Corin B. Second measures of it. J Things. 2008;7(2):224–236."
DOLE = "Dole D. Third measures of it. J Things. 2010;8(2):24–36."

BROKEN = "\n      "
LIST = ((1, "arden", ARDEN), (2, "corin", CORIN), (3, "dole", DOLE))
MARKDOWN = f"""Things rest \\[[1](#ref-arden)--[3](#ref-dole)\\], 5 m^2^.

# References {{#references .unnumbered}}

:::: {{#refs .references .csl-bib-body}}
::: {{#ref-arden .csl-entry}}
[1. ]{{.csl-left-margin}}[{ARDEN}]{{.csl-right-inline}}
:::

::: {{#ref-corin .csl-entry}}
[2. ]{{.csl-left-margin}}[{CORIN}]{{.csl-right-inline}}
:::

::: {{#ref-dole .csl-entry}}
[3. ]{{.csl-left-margin}}[{DOLE}]{{.csl-right-inline}}
:::
::::
"""
GITHUB = """Things rest <sup>[1](#ref-arden)–[3](#ref-dole)</sup>, 5 m<sup>2</sup>.

# References

<div id="refs" class="references csl-bib-body">
""" + "".join(
    f'\n<div id="ref-{key}" class="csl-entry">\n\n<span class="csl-left-margin">{n}. </span><span\n'
    f'class="csl-right-inline">{text}</span>\n\n</div>\n'
    for n, key, text in LIST
) + "\n</div>\n"  # fmt: skip
RST = """Things rest `1 <#ref-arden>`__\\ –\\ `3 <#ref-dole>`__, 5 m\\ :sup:`2`.

References
==========

.. container:: references csl-bib-body
   :name: refs
""" + "".join(
    f"\n   .. container:: csl-entry\n      :name: ref-{key}\n\n      {n}{text.replace(' ', BROKEN, 1)}\n"
    for n, key, text in LIST
)  # fmt: skip
ASCIIDOC = """Things rest (link:#ref-arden[1]–link:#ref-dole[3]), 5 m^2^.

== References

[[refs]]
""" + "\n".join(
    f"[[ref-{key}]]\n[.csl-left-margin]#{n}. #[.csl-right-inline]#{text}#\n"
    for n, key, text in LIST
)  # fmt: skip
TYPST = """Things rest [#link(<ref-arden>)[1]–#link(<ref-dole>)[3]], 5 m#super[2].

= References

#block[
""" + "\n".join(
    f"#block[\n#[{n}. ] #[{text}]\n] <ref-{key}>"
    for n, key, text in LIST
) + "\n] <refs>\n"  # fmt: skip
ORG = """Things rest [[#ref-arden][[1]]]--[[#ref-dole][[3]]], 5 m^{2}.

* References

""" + "\n".join(
    f"<<ref-{key}>>\n{n}. {text}\n" for n, key, text in LIST
)  # fmt: skip
SOURCES = {
    "markdown": MARKDOWN, "github": GITHUB, "rst": RST, "asciidoc": ASCIIDOC, "typst": TYPST, "org": ORG,
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
def test_one_anchor_is_one_entry_and_links_lead_there(name: str) -> None:
    article = parse(read_text(SOURCES[name], "markdown" if name == "github" else name))
    assert [(one.key, one.number) for one in article.references] == [("arden", 1), ("corin", 2), ("dole", 3)]
    assert [" ".join(one.text.split()) for one in article.references] == [ARDEN, CORIN, DOLE]
    assert [one.work.year for one in article.references] == [2003, 2008, 2010]
    assert [[one.key for one in link.references] for link in article.links] == [
        ["arden"],
        ["corin"],
        ["dole"],
    ]
    assert [finding.rule for finding in check(article, source=None).findings] == ["M300"]


@pytest.mark.parametrize("name", SOURCES)
def test_without_links_the_words_are_read(name: str) -> None:
    """As pandoc writes it without ``link-citations``."""
    body = SOURCES[name].partition("\n")[2]
    article = parse(
        read_text(f"Things rest [1, 2], they do [3].\n{body}", "markdown" if name == "github" else name)
    )
    assert [[one.key for one in link.references] for link in article.links] == [
        ["arden"],
        ["corin"],
        ["dole"],
    ]


def test_an_entry_of_which_only_the_label_is_known_stays() -> None:
    (entry,) = anchored_entry("[4. ]{.csl-left-margin}", 0, 23, "k")
    assert (entry.number, entry.key) == (4, "k")
    assert list(anchored_entry(" \n ", 0, 3, "k")) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1Arden\n2Brill", [1, 2]),
        ("1. Arden\n3. Brill", [None, None]),
        ("7 sins. Arden", [None]),
        ("[1]A\n[2]B", [1, 2]),
    ],
)
def test_labels_are_those_that_count(text: str, numbers: list[int | None]) -> None:
    lines = text.split("\n")
    at = [sum(len(line) + 1 for line in lines[:n]) for n in range(len(lines))]
    entries = [Entry(start, start + len(line)) for start, line in zip(at, lines, strict=True)]
    assert [entry.number for entry in counted(text, entries)] == numbers


def test_a_range_holds_what_lies_between() -> None:
    text = "<a>1</a>---<a>3</a>"
    links = [AnchorLink(0, 8, 3, 4, "a"), AnchorLink(11, 19, 14, 15, "c")]
    (mark,) = link_marks(text, links, ["a", "b", "c"])
    assert mark.keys == ("a", "b", "c")
