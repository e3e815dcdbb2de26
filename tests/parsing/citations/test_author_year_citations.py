"""Author–year citations: what is found, what is left alone, and what each item says."""

from __future__ import annotations

import pytest

from litreview.model.document import Document
from litreview.parsing.article import parse_document
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.finder import find_citations

# The sentence, and the citations' texts in order.
SENTENCES = [
    ("as shown (Unsworth et al., 1971), and", ["(Unsworth et al., 1971)"]),
    ("(Qaseem et al., 2017; Franke et al., 2015)", ["(Qaseem et al., 2017; Franke et al., 2015)"]),
    ("so (May et al., 1973; March & Brill, 1958)", ["(May et al., 1973; March & Brill, 1958)"]),
    ("cold (May and June, 2003; Spring & Summer, 2004)", []),
    ("Vargo and Lusch's (2008, 2011) axioms", ["Vargo and Lusch's (2008, 2011)"]),
    (
        "Smith et al.'s (2010) model and Smith & Jones’ (2011)",
        ["Smith et al.'s (2010)", "Smith & Jones’ (2011)"],
    ),
    ("Wie Müller und Maier (2010) schreiben", ["Müller und Maier (2010)"]),
    ("Dupont et Durand (2012) montrent", ["Dupont et Durand (2012)"]),
    ("García y López (2014) muestran", ["García y López (2014)"]),
    ("van der Berg and de la Cruz (2015)", ["van der Berg and de la Cruz (2015)"]),
    ("Smith, Jones, and Miller (2010) found", ["Smith, Jones, and Miller (2010)"]),
    ("In contrast, Smith (2010) and Jones (2011) found", ["Smith (2010)", "Jones (2011)"]),
    ("In Germany, Smith and Jones (2010) found", ["Smith and Jones (2010)"]),
    ("J. K. Smith (2010) said", ["J. K. Smith (2010)"]),
    ("(O'Brien, 2010; Ben-David & Levi-Strauss, 2012)", ["(O'Brien, 2010; Ben-David & Levi-Strauss, 2012)"]),
    ("(see Gezari et al. 1993)", ["Gezari et al. 1993"]),
    ("(e.g., Smith, 2010; see also Brown 2012, p. 45)", ["Smith, 2010; see also Brown 2012, p. 45"]),
    ("are given in Gavazzi et al. (1996b; Paper II); and", ["Gavazzi et al. (1996b; Paper II)"]),
    ("(Zwicky et al. 1961-68)", ["(Zwicky et al. 1961-68)"]),
    (
        "(United Nations Office on Drugs and Crime, 2010)",
        ["(United Nations Office on Drugs and Crime, 2010)"],
    ),
    ("(World Health Organization [WHO], 2012)", ["(World Health Organization [WHO], 2012)"]),
    ("(R Core Team, 2020)", ["(R Core Team, 2020)"]),
    ("(agrawal & rahman, 2015; ko et al., 2004)", ["(agrawal & rahman, 2015; ko et al., 2004)"]),
    ("Recent work [Smith et al., 2010] and Brown [2012]", ["[Smith et al., 2010]", "Brown [2012]"]),
    ("王（2010）指出", ["王（2010）"]),
    ("(Иванов и Петров, 2010)", ["(Иванов и Петров, 2010)"]),
    ("(Smith, in press; Jones, n.d.)", ["(Smith, in press; Jones, n.d.)"]),
    ("(see Smith (2010) for details)", ["Smith (2010)"]),
    ("(s. a. Müller und Maier, 2003; Weber 2001)", ["Müller und Maier, 2003; Weber 2001"]),
    ("(vgl. hierzu ausführlich Weber 2001)", ["Weber 2001"]),
]

NO_CITATIONS = [
    "published in July 2009 (2009) and (June 2011)",
    "in (March 2010) and (version 2010) and (n = 2010)",
    "ibid. (2010), op. cit. and Smith, op. cit., p. 5",
    "Smith (1999-2001) served as head",
    "the Affordable Care Act (2010) and Directive (2009)",
    "Table (2010) and Figure 2 (2011)",
    "from 1998 to 2010, 2,010 patients",
    "the campaign (GMEP, 1955–1969) ended",
    "the price was $2010 and 10.1000/2010.12",
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_finds_the_whole_group(sentence: str, expected: list[str]) -> None:
    assert [citation.text for citation in find_citations(sentence)] == expected


@pytest.mark.parametrize("sentence", NO_CITATIONS)
def test_leaves_other_years_alone(sentence: str) -> None:
    assert find_citations(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("(Smith, 2015a, b)", [("Smith", 2015, "a"), ("Smith", 2015, "b")]),
        ("(Smith, 2015a/b)", [("Smith", 2015, "a"), ("Smith", 2015, "b")]),
        ("(Jones, 2016a–c)", [("Jones", 2016, "a"), ("Jones", 2016, "b"), ("Jones", 2016, "c")]),
        ("(Smith 2010a, 2010b, 2012)", [("Smith", 2010, "a"), ("Smith", 2010, "b"), ("Smith", 2012, "")]),
        ("(Smith, 2010, 2011, and 2012)", [("Smith", 2010, ""), ("Smith", 2011, ""), ("Smith", 2012, "")]),
        ("(Freud 1900/1953)", [("Freud", 1953, "")]),
        ("(Smith 2010, p. 7)", [("Smith", 2010, "")]),
    ],
)
def test_years_and_letters(sentence: str, expected: list[tuple[str, int, str]]) -> None:
    items = [item for citation in find_citations(sentence) for item in citation.items]
    assert [(item.names[0], item.year, item.suffix) for item in items] == expected


def test_kinds_names_and_et_al() -> None:
    first, second = find_citations("Lee, Kim & Park (2010) and (Lee et al., 2011)")
    assert (first.kind, second.kind) == ("narrative", "parenthetical")
    assert first.items[0].names == ("Lee", "Kim", "Park")
    assert (second.items[0].names, second.items[0].et_al) == (("Lee",), True)


@pytest.mark.parametrize(
    ("sentence", "locator"),
    [
        ("(Schmidt 2011, S. 12)", "S. 12"),
        ("(Prahalad & Ramaswamy, 2004b, p. 7)", "p. 7"),
        ("Jones (2011: 45-47)", "45-47"),
        ("(Deeks et al. 2011, chap. 9)", "chap. 9"),
    ],
)
def test_locators_belong_to_the_item(sentence: str, locator: str) -> None:
    (citation,) = find_citations(sentence)
    assert citation.items[-1].locator == locator
    assert citation.text == sentence


def test_initials_after_surnames_are_no_part_of_them() -> None:
    (citation,) = find_citations("(Higgins JPT, Thompson SG, 2002)")
    assert citation.items[0].names == ("Higgins", "Thompson")


@pytest.mark.parametrize(
    "sentence", ["(IDH, Connell, 1978)", "(FOO BAR, Smith Jr., 2014)", "(A, B., C, 2010)", "(X, Y, Z, 2010)"]
)
def test_strangers_before_a_comma_never_break_the_reader(sentence: str) -> None:
    assert all(citation.text in sentence for citation in find_citations(sentence))


def test_what_only_a_comma_joins_to_an_author_is_dropped() -> None:
    listed = ListEvidence(frozenset({"connell"}), frozenset({1978}), size=1)
    (citation,) = find_citations("disturbance (IDH, Connell, 1978) here", listed)
    assert citation.items[0].names == ("Connell",)


def test_authors_after_a_preposition_are_kept() -> None:
    (citation,) = find_citations("results from Smith and Jones (2010) agree")
    assert citation.items[0].names == ("Smith", "Jones")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Text (vgl. Nordskog u. von Rybinski 2006, S. 145).", ("Nordskog", "von Rybinski")),
        ("So (Meier u. Schulze 2006) ist es.", ("Meier", "Schulze")),
        ("Meier u. Schulze (2006) sagen es.", ("Meier", "Schulze")),
        ("So (Meier u. a. 2006) ist es.", ("Meier",)),
    ],
)
def test_german_u_joins_two_names_unless_others_follow(sentence: str, names: tuple[str, ...]) -> None:
    (citation,) = find_citations(sentence)
    assert citation.items[0].names == names


def test_an_ampersand_never_begins_a_name() -> None:
    listed = ListEvidence(frozenset({"able", "brown", "jones"}), frozenset({2013}), size=1)
    (citation,) = find_citations("So it is (Able, Jones, & Brown, 2013).", listed)
    assert citation.items[0].names == ("Able", "Jones", "Brown")
    assert citation.text == "(Able, Jones, & Brown, 2013)"


@pytest.mark.parametrize("lead", ["siehe", "vgl.", "See also", "nach", "cf."])
def test_a_name_the_list_lacks_is_cited_where_words_lead_to_it(lead: str) -> None:
    listed = ListEvidence(frozenset({"kim"}), frozenset({2001}), size=1)
    assert [one.text for one in find_citations(f"Zur Naht {lead} Meier (1998).", listed)] == ["Meier (1998)"]


UNDATED = (
    "We rely on it (Arden, n.d.-a; Brill et al., no date), on more (Corin, 2003, no date; Arden, n.d.-b), "
    "and on the median (median, 2008) of South Heat (n.d.-a).\n\nReferences\n\nArden, P. (n.d.-a). First "
    "measures of a thing. Oslo: Press.\n\nArden, P. (n.d.-b). Second measures of a thing. Oslo: Press.\n\n"
    "Brill, A., Corin, B., & Dravec, C. (no date). Third measures. Oslo: Press.\n\nCorin, B. (2003). Fourth "
    "measures. Oslo: Press.\n\nCorin, B. (no date). Fifth measures. Oslo: Press.\n"
)


def test_works_without_date_are_cited_by_letter() -> None:
    article = parse_document(Document(UNDATED))
    assert [[one.work.title for one in link.references] for link in article.links] == [
        ["First measures of a thing"], ["Third measures"], ["Fourth measures"], ["Fifth measures"],
        ["Second measures of a thing"],
    ]  # fmt: skip


def test_a_whole_reference_in_the_text_is_no_citation_of_its_last_author() -> None:
    listed = ListEvidence(names=frozenset({"villar", "maheu"}), years=frozenset({1991}), size=2)
    assert (
        find_citations("see for example Villar, P., Maheu, E., 1991. J Hum. Evol. 21, 27–48.", listed) == ()
    )


def test_a_name_and_a_number_in_another_manner_than_all_citations_are_none() -> None:
    names = ["arden", "brill", "corin", "dravec", "eskil", "falk", "gorm", "hult"]
    listed = ListEvidence(names=frozenset(names), years=frozenset({2003}), size=8)
    cited = " ".join(f"It grew ({name.title()}, 2003)." for name in names)
    text = f"{cited} Cells were treated with a reagent (Lipofectin 2000) as others do (Nobody, 2004)."
    assert [one.text for one in find_citations(text, listed)][8:] == ["(Nobody, 2004)"]


def test_a_small_word_that_begins_an_entry_is_no_author() -> None:
    evidence = ListEvidence(frozenset({"the", "brill"}), frozenset({2003, 2010}), 2)
    found = find_citations("Rates fell in the 2010 survey (Brill, 2003).", evidence)
    assert [citation.text for citation in found] == ["(Brill, 2003)"]


def test_a_product_and_its_maker_are_no_citation() -> None:
    listed = ListEvidence(names=frozenset({"arden"}), years=frozenset({2003}), size=1)
    text = "Cells were treated (Lipofectin 2000, Rowing Labs), see (Nobody 2004, Arden 2003)."
    assert [one.text for one in find_citations(text, listed)] == ["(Nobody 2004, Arden 2003)"]


LIST = ListEvidence(frozenset({"arden", "brill", "delve"}), frozenset({1994, 2003, 2005}), 3)


@pytest.mark.parametrize(
    "sentence",
    ["The towns and Hurricane Selma (2005) were named.", "Readers of the novel Marchbank (1871) were few.",
     "Das Gesetz (BThingSchG 2009) gilt.", "Die Werte (Stand 2010) sind alt.",
     "In Corin v. Delve (1994) the court spoke.", "In Brill v. Board of Harbours (1954) it did not.",
     "Both (Corin v. Delve, 1994) say so.", "Then Spain (2008) and Norway (2010) joined.",
     "We compared it with Thing2Vec (2013)."],
)  # fmt: skip
def test_events_works_laws_and_parties_are_no_authors(sentence: str) -> None:
    assert find_citations(sentence, LIST) == ()


def test_a_known_author_is_cited_whatever_stands_before() -> None:
    assert len(find_citations("The novel Arden (2003) was named after Brill (2005).", LIST)) == 2


@pytest.mark.parametrize(
    ("sentence", "names", "et_al"),
    [
        ("结果相同(张伟等, 2003)。", ("张伟",), True),
        ("结果相同(张伟 和 李明, 2003)。", ("张伟", "李明"), False),
        ("结果相同(张伟和李明，2003)。", ("张伟", "李明"), False),
    ],
)
def test_chinese_citations(sentence: str, names: tuple[str, ...], et_al: bool) -> None:
    (citation,) = find_citations(sentence, ListEvidence(frozenset({"张伟"}), frozenset({2003}), 1))
    assert (citation.items[0].names, citation.items[0].et_al) == (names, et_al)
