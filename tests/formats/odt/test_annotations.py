"""Comments in OpenDocument texts: at the words, outside of what may hold none; nothing else is changed."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from litreview.formats.odt.annotations import Remark, annotated
from litreview.formats.odt.read import read_odt
from litreview.formats.xml_tree import inner_text, tag
from tests.formats.odt.test_read import ARDEN, BRILL, csl, kept, marked, note
from tests.formats.one_article import odt_file

BODY = (
    '<text:p>One <text:span text:style-name="T2">long</text:span>   thing, told by Arden'
    f"{note('A note on ice')} and others.</text:p>"
    "<text:p>See<draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame> it"
    '<text:bibliography-mark text:identifier="A">[A1]</text:bibliography-mark>.</text:p>'
)


def commented(words: str, body: str = BODY) -> tuple[bytes, etree._Element]:
    """The file with a comment on these words, and its XML."""
    data = odt_file(body)
    text = read_odt(data).text
    start = text.index(words) if words else 0
    after = annotated(
        data,
        "a.odt",
        [Remark(start, start + len(words), ("Look", "here"))],
        "somebody",
        "2026-01-02T00:00:00",
    )
    assert read_odt(after).text == text
    return after, etree.fromstring(zipfile.ZipFile(io.BytesIO(after)).read("content.xml"))


def around(root: etree._Element) -> str:
    """The text between a comment and its end."""
    inside, found = False, []
    for event, item in etree.iterwalk(root, events=("start", "end")):
        name = tag(item)
        if event == "end" and name == "annotation":
            inside = True
            found.append(item.tail or "")
        elif name == "annotation-end":
            inside = False
        elif inside:
            found.append((item.text if event == "start" else item.tail) or "")
    return "".join(found)


@pytest.mark.parametrize(
    "words", ["One", "long", "One long thing", "ng thi", "told by Arden", "others.", "it"]
)
def test_a_comment_stands_around_its_words(words: str) -> None:
    _, root = commented(words)
    (comment,) = root.iter("{*}annotation")
    assert [inner_text(item) for item in comment] == ["somebody", "2026-01-02T00:00:00", "Look", "here"]
    assert " ".join(around(root).split()) == words


@pytest.mark.parametrize(
    ("words", "at"), [("on ice", "note"), ("In a box", "frame"), ("[A1]", "bibliography-mark")]
)
def test_a_comment_on_what_may_hold_none_stands_before_it(words: str, at: str) -> None:
    _, root = commented(words)
    (comment,) = root.iter("{*}annotation")
    following = comment.getnext()
    assert following is not None
    assert tag(following) == at
    assert comment.tail is None
    assert not list(root.iter("{*}annotation-end"))


def test_words_of_two_paragraphs_and_of_none() -> None:
    _, root = commented("others.\nA note on ice\nSee")
    assert len(list(root.iter("{*}annotation"))) == 1
    _, root = commented("")
    (comment,) = root.iter("{*}annotation")
    assert comment.tail == "One "


def test_citations_stay_alive() -> None:
    body = (
        f"<text:p>See {kept(f'ADDIN CSL_CITATION {csl(ARDEN)}', '(Arden, 2003)')} and "
        f"{marked('ZOTERO_ITEM CSL_CITATION ' + csl(BRILL), '(Brill, 2008)')}.</text:p>"
    )
    before = read_odt(odt_file(body))
    for words in ("Arden", "(Brill, 2008)", "See (Arden, 2003) and (Brill"):
        after, root = commented(words, body)
        again = read_odt(after)
        assert (again.marks, again.records) == (before.marks, before.records)
        assert around(root) == words


def test_several_comments_on_the_same_words_and_the_same_bytes() -> None:
    data = odt_file(BODY)
    remarks = [Remark(0, 3, (f"{n}",)) for n in range(3)] + [Remark(0, 8, ("wide",))]
    after = annotated(data, "a.odt", remarks, "somebody")
    assert after == annotated(data, "a.odt", remarks, "somebody")
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(after)).read("content.xml"))
    names = [item.get(item.keys()[0]) for item in root.iter("{*}annotation", "{*}annotation-end")]
    assert sorted(names) == sorted(2 * [f"somebody-{n}" for n in range(1, 5)])
    package = zipfile.ZipFile(io.BytesIO(after))
    assert package.namelist()[0] == "mimetype"
    assert package.getinfo("mimetype").compress_type == zipfile.ZIP_STORED


def test_a_flat_file() -> None:
    data = zipfile.ZipFile(io.BytesIO(odt_file(BODY))).read("content.xml")
    after = annotated(data, "a.fodt", [Remark(0, 3, ("Look",))], "somebody")
    assert after.count(b"<office:annotation ") == 1
    assert read_odt(after, "a.fodt").text == read_odt(data, "a.fodt").text
