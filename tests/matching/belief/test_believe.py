"""What of a record is believed, from the reference to the marked match: invented journals and papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.agreement import compare
from litreview.matching.belief.believe import believe
from litreview.model.match import Candidate, Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work

PAPER = Work(
    type="article-journal",
    title="Songs of the lock keepers at night",
    author=(Name("Halden", "Iva"), Name("Orrin", "Paul")),
    container_title="Reports on Locks",
    volume="4",
    issue="1",
    page="84-101",
    issued=PartialDate(2013, 5, 9),
    doi="10.5555/locks.84",
)


def paper(number: int, volume: str, *date: int, **fields: str) -> Work:
    """Another paper of the journal."""
    work = replace(PAPER, doi=f"10.5555/locks.x{number}", title=f"Paper {number}", volume=volume)
    return replace(work, issued=PartialDate(*date), page=fields.get("page", f"{number}-{number + 3}"))


def disbelief(field: str, cited: Work, record: Work, *others: Work, witnesses: tuple[Work, ...] = ()) -> str:
    """Why a field of the record is not believed, where these other papers are known."""
    agreement = compare(cited, record)
    candidates = (Candidate(record, agreement, ("locator",), witnesses),)
    candidates += tuple(Candidate(other, compare(cited, other)) for other in others)
    match = Match(Reference("r1", "", cited), MatchStatus.MATCHED, record, agreement, candidates=candidates)
    (judged,) = believe([match])
    assert judged.agreement is not None
    return judged.agreement[field].disbelief


def cited(year: int, **fields: str) -> Work:
    return replace(PAPER, doi="", issued=PartialDate(year), **fields)  # type: ignore[arg-type]


NINTH = paper(1, "9", 2002, 3)


@pytest.mark.parametrize(
    ("year", "others", "said"),
    [
        (1997, (NINTH,), "does not fit volume 9 of 2002"),
        (1997, (NINTH, paper(2, "3", 2013, 5, 9)), "does not fit volume 9 of 2002"),
        (1997, (NINTH, paper(2, "2", 1995)), "does not fit volume 9 of 2002"),
        # the cited year does not fit either: volumes do not run backwards for it
        (2005, (NINTH,), ""),
        (1993, (NINTH, paper(2, "2", 1995)), ""),
        # nothing is known beyond the volumes seen
        (1997, (paper(2, "3", 1996),), ""),
        (1997, (), ""),
        # one day for several volumes
        (1997, (paper(2, "5", 2013, 5, 9),), "is the day 2013-05-09 of volume 5 too"),
        (2012, (paper(2, "5", 2013, 5, 9),), ""),
        (1997, (paper(2, "5", 2013, 5, 10),), ""),
        # the volume's other papers
        (
            2010,
            (paper(2, "4", 2010), paper(3, "4", 2010)),
            "does not fit 2 other papers of volume 4, of 2010",
        ),
        (2010, (paper(2, "4", 2010),), ""),
        (2010, (paper(2, "4", 2010), paper(3, "4", 2010), paper(4, "4", 2013)), ""),
        (2014, (paper(2, "4", 2014),), "does not fit another paper of volume 4, of 2014"),
        # supplements and years for volumes are no numbers
        (1997, (paper(1, "9 Suppl 1", 2002), paper(2, "2002", 2002)), ""),
    ],
)
def test_a_year_fits_the_journal_s_volumes(year: int, others: tuple[Work, ...], said: str) -> None:
    assert disbelief("issued", cited(year), PAPER, *others) == said


def test_a_year_before_earlier_volumes_is_no_year_of_issue() -> None:
    record = replace(PAPER, issued=PartialDate(1970))
    known = (paper(1, "2", 1995), paper(2, "3", 1996), paper(3, "5", 1998))
    assert disbelief("issued", cited(1997), record, *known) == "does not fit volume 3 of 1996"
    assert disbelief("issued", cited(1997), record, *known[:2]) == ""
    assert disbelief("issued", cited(2004), record, *known) == ""


def test_a_scanned_neighbour_does_not_make_a_right_record_doubtful() -> None:
    """Volume 9 is of 2002, volume 4 was scanned in 2013: who cites volume 9 as of 2006 is wrong."""
    record = replace(PAPER, volume="9", issued=PartialDate(2002))
    known = (paper(1, "4", 2013, 5, 9), paper(2, "5", 2013, 5, 9), paper(3, "12", 2005))
    assert disbelief("issued", cited(2006, volume="9"), record, *known) == ""
    assert disbelief("issued", cited(2014, volume="9"), record, *known) == ""


@pytest.mark.parametrize(
    ("doi", "year", "believed"),
    [
        ("10.5555/locks.1997.2558", 1997, False),
        ("10.5555/(sici)1096-9861(19970129)3:1<1::aid-x>3.0.co;2-6", 1997, False),
        ("10.5555/locks.2013.2558", 1997, True),
        ("10.5555/locks.1997.2013", 1997, True),
        ("10.5555/locks.19972", 1997, True),
        ("10.1997/locks", 1997, True),
    ],
)
def test_the_year_in_a_doi_speaks(doi: str, year: int, believed: bool) -> None:
    said = disbelief("issued", cited(year), replace(PAPER, doi=doi))
    assert said == ("" if believed else "does not fit its own DOI, in which 1997 stands")


TITLE = "Songs of Castor fiber at the northern locks"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Songs of at the northern locks", "has a hole behind “songs of”"),
        ("Songs of Castor fiber at the northern lo", "is cut short"),
        ("Songs of Castor fiber at the northern ...", "is cut short"),
        ("Original Article", "is a heading and not a title"),
        ("Reports on Locks", "is the journal's name"),
        ("Songs of Castor fiber at the southern locks", ""),
        ("Songs of Castor fiber at the locks", ""),
        ("On the price of barges in winter", ""),
        (f"12. {TITLE}", "has something that is no part of it"),
        (f"{TITLE}2", "has something that is no part of it"),
        (f"{TITLE} {TITLE}", "is printed twice"),
        ("Songs ofCastor fiberat the southern locks of today", ""),
        ("Songs of at northern locks", ""),
        ("Songs of Castor fiber at the northern locks 1,2*", "has something that is no part of it"),
        (f"P-147 {TITLE}", "has something that is no part of it"),
        (f"OC 14.3 {TITLE}", "has something that is no part of it"),
        (f"Research article {TITLE}", "has something that is no part of it"),
        (f"{TITLE}{TITLE}", "is printed twice"),
    ],
)
def test_a_title_with_damage_convicts_nobody(title: str, said: str) -> None:
    assert disbelief("title", cited(2013, title=TITLE), replace(PAPER, title=title)) == said


@pytest.mark.parametrize(
    ("mine", "registered", "said"),
    [
        (
            "Search for H → γγ in slow lakes",
            "Search for in slow lakes",
            "has a hole where “h gamma gamma” stood",
        ),
        ("Growth of LiFePO4 under water", "Growth of under water", "has a hole where “lifepo4” stood"),
        (
            "The weight of H2 in cold lakes",
            "The weight of $\\mathrm{H}_2$ in cold lakes",
            "has a formula in TeX",
        ),
        ("The mirth of otters in cold lakes", "The mirth ofotters in cold ponds", ""),
        ("Songs in the year 2 of the locks", "Songs in the year of the locks", ""),
    ],
)
def test_a_formula_that_was_lost(mine: str, registered: str, said: str) -> None:
    assert disbelief("title", cited(2013, title=mine), replace(PAPER, title=registered)) == said


@pytest.mark.parametrize(
    ("field", "mine", "record", "said"),
    [
        ("volume", {"volume": "12"}, {"volume": "2013"}, "is only its year"),
        ("volume", {"volume": "2012"}, {"volume": "2013"}, ""),
        ("volume", {"volume": "4"}, {"volume": "14", "doi": "10.5555/lk.v4i1.84"},
         "does not fit its own DOI, in which 4 stands"),
        ("volume", {"volume": "4"}, {"volume": "14", "doi": "10.5555/lk.v14i1.84"}, ""),
        ("issue", {"issue": "3"}, {"issue": "Spring"}, "is no number"),
        ("issue", {"issue": "3"}, {"issue": "Winter 2013"}, "is no number"),
        ("issue", {"issue": "3"}, {"issue": "0"}, "is no number"),
        ("issue", {"issue": "3"}, {"issue": "4"}, ""),
        ("volume", {"volume": "3"}, {"volume": "Ahead of print"}, "is no number"),
        ("volume", {"volume": "3"}, {"volume": "XII"}, ""),
        ("issue", {"issue": "1"}, {"issue": "2", "doi": "10.5555/lk.v4i1.84"},
         "does not fit its own DOI, in which 1 stands"),
        ("page", {"page": "84-101"}, {"page": "90-12"}, "runs backwards"),
        ("page", {"page": "80-12"}, {"page": "90-12"}, ""),
        ("page", {"page": "84-101"}, {"page": "94-101"}, ""),
        ("page", {"page": "84-101"}, {"page": "1-18"},
         "is counted within the paper: it has as many pages"),
        ("container-title", {"container_title": "Ship News"},
         {"container_title": "Songs of the lock keepers at night"}, "is the title of the work itself"),
        ("container-title", {"container_title": "Ship News"},
         {"container_title": "Canal Press", "publisher": "Canal Press"}, "is the publisher's name"),
        ("container-title", {"container_title": "Ship News"}, {}, ""),
    ],
)  # fmt: skip
def test_a_place_that_is_none(field: str, mine: dict[str, str], record: dict[str, str], said: str) -> None:
    assert disbelief(field, cited(2013, **mine), replace(PAPER, **record)) == said  # type: ignore[arg-type]


def test_pages_that_each_paper_counts_for_itself() -> None:
    record = replace(PAPER, page="1-17")
    mate = paper(2, "4", 2013, page="1-9")
    said = "is counted within the paper, as in others of its volume"
    assert disbelief("page", cited(2013), record, mate) == said
    assert disbelief("page", cited(2013), record, replace(mate, issue="2")) == ""
    assert disbelief("page", cited(2013), record) == ""


def test_another_register_that_has_the_cited_value() -> None:
    witness = replace(PAPER, issued=PartialDate(1997), source="PubMed")
    said = disbelief("issued", cited(1997), PAPER, witnesses=(witness,))
    assert said == "PubMed does not say: it has 1997"
    assert disbelief("issued", cited(1996), PAPER, witnesses=(witness,)) == ""


def test_a_preprint_says_nothing_of_the_journal() -> None:
    preprint = replace(
        PAPER, type="posted-content", container_title="", volume="", issue="", page="", publisher="arXiv"
    )
    said = disbelief("issued", cited(2015), preprint)
    assert said == "is that of the preprint and not of the paper in Reports on Locks 4"
    alone = Work(title=PAPER.title, author=PAPER.author, issued=PartialDate(2015), container_title="arXiv")
    assert disbelief("issued", alone, preprint) == ""


class Knowing:
    """A source that counts what it is asked about."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    def neighbours(self, works, years):  # type: ignore[no-untyped-def]
        from litreview.model.source import Lookup, Outcome

        self.asked += [(work.id, year) for work, year in zip(works, years, strict=True)]
        return [Lookup(Outcome.FOUND, (NINTH,)) for _ in works]


def test_a_source_is_asked_only_where_a_year_differs() -> None:
    source = Knowing()
    for year, said in ((2013, ""), (1997, "does not fit volume 9 of 2002")):
        claim = cited(year, issue="7")
        agreement = compare(claim, PAPER)
        found = (Candidate(PAPER, agreement),)
        match = Match(Reference("r", "", claim), MatchStatus.MATCHED, PAPER, agreement, found)
        (judged,) = believe([match], source)  # type: ignore[arg-type]
        assert judged.agreement is not None
        assert judged.agreement["issued"].disbelief == said
    assert source.asked == [(PAPER.doi, 1997)]


def test_a_first_of_january_needs_several_volumes() -> None:
    record = replace(PAPER, issued=PartialDate(2013, 1, 1))
    known = [paper(at, volume, 2013, 1, 1) for at, volume in enumerate(("3", "5", "6"))]
    assert disbelief("issued", cited(1997), record, *known) == "is the day 2013-01-01 of volume 3 too"
    assert disbelief("issued", cited(1997), record, *known[:2]) == ""


@pytest.mark.parametrize(
    ("title", "record", "said"),
    [
        ("Songs of Castor fiber in old locks", "Songs in old locks", ""),
        ("Effects of Castor fiber dams on Salmo trutta eggs", "Effects of dams on eggs", "castor fiber"),
        ("Pesni bobra u severnykh shlyuzov", "Песни бобра у северных шлюзов", "script"),
        ("Effects of Castor Dams on Salmo Eggs", "Effects of dams on eggs", ""),
        ("Effects of wooden dams on eggs", "Effects of dams on eggs", ""),
        ("Effects of Castor dams on eggs", "Effects of Salmo dams on eggs", ""),
        ("Efficacy of flat files for coxes", "Ecacy of at les for coxes", "letters"),
        ("Efficacy of flat files for coxes", "Ecacy of wet files for coxes", ""),
    ],
)
def test_names_and_ligatures_that_a_register_lost(title: str, record: str, said: str) -> None:
    reason = disbelief("title", cited(2013, title=title), replace(PAPER, title=record))
    assert said in reason
    assert bool(reason) == bool(said)


@pytest.mark.parametrize(
    ("journal", "record", "said"),
    [
        ("Reports on Locks", "Reports on Locks and Weirs", "is a longer form of the name"),
        ("Reports on Locks and Weirs", "Reports on Locks", "is a shorter form of the name"),
        ("Rep Locks", "Elsevier Reports on Locks", "is a longer form of the name"),
        ("Northern Reports on Locks", "NRL", "is its initials"),
        ("Z Schleusenkd", "Zeitschrift f\ufffdr Schleusenkunde", "has lost letters"),
        ("Locks", "Locks and Weirs", ""),
        ("Reports on Locks", "Reports on Weirs", ""),
        ("Reports on Locks", "Annals of Locks and Weirs", ""),
    ],
)
def test_another_form_of_a_journal_s_name_convicts_nobody(journal: str, record: str, said: str) -> None:
    works = cited(2013, container_title=journal), replace(PAPER, container_title=record)
    assert disbelief("container-title", *works) == said


@pytest.mark.parametrize("page", ["0-0", "000-000", "online first", "???-???"])
def test_what_stands_for_no_page_convicts_nobody(page: str) -> None:
    record = replace(PAPER, page=page)
    assert disbelief("page", cited(2013), record) in ("", "is no page")


def only_online(*date: int, **fields: str) -> Work:
    online = PartialDate(*date)
    return replace(PAPER, issued=online, dates=(("published-online", online),), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "record", "believed"),
    [
        (2015, only_online(2013, 11, 9), False),
        (2016, only_online(2013, 11, 9), True),
        (2012, only_online(2013, 11, 9), True),
        (1987, only_online(2013, 11, 9), False),
        (2003, only_online(2013, 11, 9), True),
        # numbered papers have no other date, and a date of print tells
        (2015, only_online(2013, 11, 9, issue=""), True),
        (2015, replace(PAPER, dates=(("published-print", PartialDate(2013)),)), True),
        (2015, replace(PAPER, issued=PartialDate(1900, 1, 1)), False),
        (2015, replace(PAPER, issued=PartialDate(1900)), True),
    ],
)
def test_a_day_online_is_no_year_of_issue(year: int, record: Work, believed: bool) -> None:
    assert (disbelief("issued", cited(year), record) == "") is believed
