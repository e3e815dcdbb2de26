"""What each field weighs between records that fit, and what is said of the choice or of none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from litreview.matching.decide import MARGIN, WEIGHTS, Judged, decide, judge
from litreview.model.match import Match, MatchStatus, Verdict
from litreview.model.reasons import DecidedBy, Note
from litreview.model.reference import Reference
from litreview.model.work import Name, PartialDate, Work
from tests.matching.lab_records import record

TITLE = "Barn owls and the price of northern barley"
PEOPLE = "Petrosyan Anahit; Lindqvist Sven; Okafor Chinedu"
OWLS = replace(
    record(
        "10.5555/owls", PEOPLE, 2007, TITLE, "Transactions of the Northern Barley Society", "61(12):18-27"
    ),
    source="lab",
)
STRANGERS = (Name("Quill", "Ada"), Name("Halvorsen", "Ingrid"), Name("Mbeki", "Thandi"))


def asked(work: Work = OWLS, **other: object) -> Reference:
    """A reference that is a record of its own, so that its fields alone speak."""
    return Reference("a", "", replace(work, record="", source="", **{"doi": "", **other}))  # type: ignore[arg-type]


def judged(reference: Reference, *works: Work) -> dict[str, Judged]:
    return {item.candidate.work.doi: item for item in judge(reference, works)}


def lost(reference: Reference, **other: object) -> float:
    """What a record loses in weight against the right one where something is other."""
    (right,), (wrong,) = judge(reference, [OWLS]), judge(reference, [replace(OWLS, **other)])  # type: ignore[arg-type]
    return round(right.weight - wrong.weight, 2)


def test_a_title_or_doi_weighs_most_then_the_page_then_the_author() -> None:
    """A first page rarely coincides, surnames do; who comes after the first is named or left out by style."""
    order = [
        {"title", "doi"}, {"page"}, {"author"}, {"volume", "year", "container"}, {"authors", "range"},
    ]  # fmt: skip
    weights = [{WEIGHTS[name] for name in names} for names in order]
    assert set().union(*order) == set(WEIGHTS)
    assert all(len(one) == 1 for one in weights)
    assert [min(one) for one in weights] == sorted((min(one) for one in weights), reverse=True)
    assert len({min(one) for one in weights}) == len(order)
    assert WEIGHTS["volume"] == 2 * MARGIN, "one field of place that is silent here decides no tie alone"
    assert 0 < WEIGHTS["authors"] < MARGIN


# A field loses its weight where it is silent and twice that where it contradicts, and a fifth of a point for
# each step of exactness (equal, silent, different).
LOSSES = [
    ({"issued": None}, 1.5 + 0.2), ({"issued": PartialDate(1990)}, 3.0 + 0.4),
    ({"issued": PartialDate(2008)}, 1.5 * 0.6 + 0.4),  # near: one year off
    ({"volume": ""}, 1.5 + 0.2), ({"volume": "12"}, 3.0 + 0.4),
    ({"page": "18-29"}, 0.5 * 2 + 0.4),  # another last page: the range alone
    ({"page": ""}, 2.5 + 0.5 + 0.2),
    ({"author": ()}, 2.0 + 0.5 + 0.2), ({"author": STRANGERS}, 4.0 + 0.5 + 0.4),
    ({"issue": "3"}, 0.4), ({"issue": ""}, 0.2),
]  # fmt: skip


@pytest.mark.parametrize(("other", "loss"), LOSSES)
def test_what_a_record_loses_by_a_field(other: dict[str, object], loss: float) -> None:
    assert lost(asked(), **other) == pytest.approx(loss, abs=0.011)


def test_of_two_titles_that_both_differ_the_likelier_weighs_more() -> None:
    """Half a point from nothing in common to the same words: less than any field."""
    reference = asked()
    near = replace(OWLS, title="Barn owls and the price of southern oats", doi="10.5555/near")
    far = replace(OWLS, title="Tin mining in Wales", doi="10.5555/far")
    found = judged(reference, near, far, OWLS)
    likeness = {doi: item.candidate.agreement["title"].similarity or 0.0 for doi, item in found.items()}
    assert likeness["10.5555/near"] > likeness["10.5555/far"]
    same = [doi for doi in ("10.5555/near", "10.5555/far") if found[doi].signals["title"] == "no"]
    assert same, "one is another title altogether"
    for doi in same:
        loss = found["10.5555/owls"].weight - found[doi].weight
        assert loss == pytest.approx(6.0 + 0.4 + 0.5 * (1 - likeness[doi]), abs=0.011)


def test_the_best_comes_first_and_what_fits_before_what_weighs() -> None:
    again = replace(OWLS, doi="10.5555/a")
    poor = replace(OWLS, doi="10.5555/b", volume="", issued=None, container_title="")
    data = replace(OWLS, doi="10.5555/0", type="dataset", container_title="")
    for works in ([data, poor, OWLS, again], [again, OWLS, poor, data]):
        found = judge(asked(), works)
        order = [item.candidate.work.doi for item in found]
        assert order == ["10.5555/a", "10.5555/owls", "10.5555/b", "10.5555/0"]
        assert [item.accepted for item in found] == [True, True, True, False]
        assert found[3].weight > found[2].weight, "data under the title of an article are not the article"


@pytest.mark.parametrize(
    ("works", "witnesses"),
    [
        ([OWLS, replace(OWLS, source="other")], 1),
        ([OWLS, OWLS], 0),  # one source tells it once
        ([OWLS, replace(OWLS, source="other"), replace(OWLS, source="third")], 2),
    ],
)
def test_other_sources_of_one_work_are_witnesses(works: list[Work], witnesses: int) -> None:
    match = decide(asked(), works)
    assert match.work == OWLS
    (candidate,) = match.candidates
    assert candidate.work.source == "lab"
    assert [one.doi for one in candidate.witnesses] == [OWLS.doi] * witnesses


def test_records_without_a_number_are_each_their_own() -> None:
    nameless = replace(OWLS, doi="", record="")
    later = replace(nameless, issued=PartialDate(2011))
    assert len(judge(asked(), [nameless, later, nameless])) == 2


def test_what_led_to_a_record() -> None:
    one = judged(asked(doi=OWLS.doi), OWLS)["10.5555/owls"].candidate
    assert one.found_by == ("doi", "locator", "title", "author-year")
    volume_only = judged(asked(title="", page="", author=()), OWLS)
    assert [item.candidate.found_by for item in volume_only.values()] in ([], [("search",)])
    year_only = judged(asked(title="Tin mining in Wales", page="", issued=PartialDate(1960)), OWLS)
    assert year_only["10.5555/owls"].candidate.found_by == ("search",)


OTHER = record("10.5555/kites", "Roux Anna", 2009, "Counting seals from kites", "Kite Survey", "31(4):77-90")
REASONS = [
    (asked(), ""), (asked(issue="7"), "; issue differs"),
    (asked(issue="7", volume="9"), "; volume and issue differ"),
    (asked(doi=OTHER.doi), f"; the DOI given is that of another work, Roux 2009 ({OTHER.id})"),
    (asked(doi=OTHER.doi, issue="7"),
     f"; issue differs; the DOI given is that of another work, Roux 2009 ({OTHER.id})"),
    (asked(doi="10.5555/nobodys"), "; DOI differs"),
]  # fmt: skip


@pytest.mark.parametrize(("reference", "said"), REASONS)
def test_the_reason_names_what_differs(reference: Reference, said: str) -> None:
    match = decide(reference, [OWLS, OTHER])
    assert match.status is MatchStatus.MATCHED
    start, because, rest = match.reason.partition(" was chosen because ")
    assert (start, bool(because)) == (f"Petrosyan 2007 ({OWLS.id})", True)
    told = rest.partition(";")
    assert "".join(told[1:]) == f"{said}." or (not said and rest.endswith(".") and ";" not in rest)
    assert match.cited_doi_work == (OTHER if reference.work.doi == OTHER.doi else None)


@pytest.mark.parametrize(
    ("work", "name"),
    [
        (replace(OWLS, author=()), f"an unsigned work 2007 ({OWLS.id})"),
        (replace(OWLS, author=(Name(literal="Barley Board"),)), f"Barley Board 2007 ({OWLS.id})"),
        (replace(OWLS, issued=None), f"Petrosyan n.d. ({OWLS.id})"),
        (replace(OWLS, doi="", record=""), "Petrosyan 2007"),
    ],
)
def test_how_a_record_is_called(work: Work, name: str) -> None:
    match = decide(asked(), [work])
    assert match.reason.startswith(f"{name} was chosen because ")


def test_nothing_there_or_nothing_near() -> None:
    nothing = decide(asked(), [])
    assert (nothing.decided_by, nothing.candidates) == (DecidedBy.NO_CANDIDATE, ())
    far = replace(OWLS, title="Tin mining in Wales", issued=PartialDate(1951), volume="3", page="9-11",
                  container_title="Ore")  # fmt: skip
    near = decide(asked(), [far], sources=("lab",))
    assert (near.status, near.decided_by) == (MatchStatus.UNMATCHED, DecidedBy.NOTHING_FITS)
    assert [item.work for item in near.candidates] == [far]
    assert near.sources == ("lab",)
    assert near.reason != nothing.reason


def test_a_doi_of_another_work_and_no_record_of_this_one() -> None:
    match = decide(asked(doi=OTHER.doi), [OTHER], sources=("lab",))
    assert (match.status, match.decided_by) == (MatchStatus.UNMATCHED, DecidedBy.DOI_ELSEWHERE)
    assert (match.cited_doi_work, match.sources) == (OTHER, ("lab",))
    assert f"another work, Roux 2009 ({OTHER.id})," in match.reason


def test_a_version_that_cannot_be_told_apart_is_ambiguous() -> None:
    """Title and first author, and every place another: perhaps a reprint, so nobody is accused."""
    elsewhere = replace(OWLS, issued=PartialDate(1980), volume="3", page="9-11", container_title="Ore Annals")
    match = decide(asked(), [elsewhere])
    assert (match.status, match.decided_by) == (MatchStatus.AMBIGUOUS, DecidedBy.SAME_TITLE_ELSEWHERE)
    assert match.reason.startswith(f"Petrosyan 1980 ({OWLS.id}): title and first author agree")
    assert match.work is None


def matched(reference: Reference, *works: Work) -> Match:
    match = decide(reference, works)
    assert decide(reference, works[::-1]) == match
    return match


def test_fields_of_two_works_are_a_chimera() -> None:
    kites = replace(OTHER, title="Counting grey seals from kites over northern bays")
    mixed = asked(OWLS, title=kites.title, author=STRANGERS, issued=PartialDate(1990))
    match = matched(mixed, kites, OWLS)
    assert (match.status, match.decided_by) == (MatchStatus.UNMATCHED, DecidedBy.CHIMERA)
    assert {item.work for item in match.donors} == {kites, OWLS}
    assert f"title from Roux 2009 ({kites.id})" in match.reason
    assert "; " in match.reason


GERMAN = replace(OWLS, title="Schleiereulen und der Preis der Gerste bei uns")
THEIRS = replace(
    OWLS, doi="10.5555/theirs", author=STRANGERS, page="401-409", volume="9", container_title="Ore Annals",
    issued=PartialDate(1990),
)  # fmt: skip


def test_a_translation_is_none_where_the_title_is_that_of_a_paper_by_others() -> None:
    match = matched(asked(), GERMAN, THEIRS)
    assert match.agreement is not None
    title = match.agreement["title"]
    assert (title.verdict, title.notes) == (Verdict.DIFFERENT, (Note.OTHER_TITLE,))
    assert match.reason.endswith("; title differs."), "the reason tells what the match says, not its draft"


@pytest.mark.parametrize(
    "beside",
    [
        None,
        {"title": "Barn owls and the price of northern oats"},  # near that title, not that one
        {"title": "Tin mining in Wales", "author": OWLS.author},
        {"author": OWLS.author},  # their own paper on it, in the other language
        {"author": ()},  # whose it is, nobody says
        {"page": OWLS.page},  # perhaps the same paper, filled in wrongly
    ],
)
def test_it_stays_one_beside_any_other_paper(beside: dict[str, object] | None) -> None:
    works = [GERMAN] if beside is None else [GERMAN, replace(THEIRS, **beside)]  # type: ignore[arg-type]
    match = matched(asked(), *works)
    assert match.agreement is not None
    title = match.agreement["title"]
    assert (title.verdict, title.notes) == (Verdict.COMPATIBLE, (Note.TRANSLATED,))
    assert match.reason.endswith("; the title is a translation.")


POSTED = replace(
    OWLS, doi="10.1101/2006.01.01.123456", record="", type="article", container_title="", volume="", page="",
    issue="", issued=PartialDate(2006),
)  # fmt: skip


def test_the_preprint_does_not_win_by_its_own_doi_where_the_article_is_described() -> None:
    """Even where the article's record is so poor that it weighs less: journal and volume are its place."""
    poor = replace(OWLS, page="", issue="", author=OWLS.author[:1])
    for article in (OWLS, poor):
        match = matched(asked(doi=POSTED.doi), article, POSTED)
        assert (match.work, match.cited_doi_work) == (article, POSTED)
        assert "the DOI given is that of another work" in match.reason
    alone = matched(asked(doi=POSTED.doi), POSTED)
    assert (alone.work, alone.cited_doi_work) == (POSTED, None)


def test_it_does_where_no_journal_is_named_or_the_article_lies_elsewhere() -> None:
    bare = asked(POSTED, doi=POSTED.doi)
    assert matched(bare, POSTED, OWLS).work == POSTED
    elsewhere = replace(OWLS, volume="3", page="9-11", container_title="Ore Annals")
    assert matched(asked(doi=POSTED.doi), POSTED, elsewhere).work == POSTED


def test_a_second_registration_under_the_doi_given_differs_in_nothing() -> None:
    twin = replace(OWLS, doi="10.5555/twin", issue="", container_title="")
    match = matched(asked(doi=twin.doi), OWLS, twin)
    assert match.agreement is not None
    assert match.cited_doi_work is None
    if match.work == OWLS:
        assert match.agreement["DOI"].notes == (Note.REGISTERED_TWICE,)
        assert "DOI differs" not in match.reason


KITES = replace(OTHER, title="Counting grey seals from kites over northern bays")
FOREIGN = replace(OWLS, title=KITES.title, author=STRANGERS)


def test_a_place_alone_is_not_believed_where_another_record_has_the_title() -> None:
    """A wrong title at a right place, if nobody else has it; else a wrong place under a right title."""
    assert matched(asked(FOREIGN), OWLS).work == OWLS
    assert matched(asked(FOREIGN), OWLS, KITES).work is None
    authored = asked(title=KITES.title)
    assert matched(authored, OWLS, KITES).work == OWLS, "its author is named besides"
    given = asked(FOREIGN, doi=OWLS.doi)
    assert matched(given, OWLS, KITES).work == OWLS, "its DOI is given besides"
    short = replace(OTHER, title="Counting kites")
    assert matched(asked(title=short.title, author=STRANGERS), OWLS, short).work == OWLS, "two words coincide"
    assert matched(asked(title=short.title, author=short.author), OWLS, short).work is None, (
        "not of one author"
    )
