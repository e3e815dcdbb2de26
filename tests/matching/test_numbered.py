"""Numbers of references against the stand-ins: wrong ones are named, right ones are left in peace."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from pytest_httpserver import HTTPServer

from litreview.formats.records.crossref import work_to_crossref
from litreview.matching.decide import decide
from litreview.matching.numbered import with_numbers
from litreview.matching.people import initials
from litreview.matching.resolve import resolve
from litreview.model.match import Match, MatchStatus
from litreview.model.reference import Reference
from litreview.model.source import Lookup, Outcome
from litreview.model.work import Name, PartialDate, Relation, Update, Work
from litreview.parsing.reading.fields import parse_reference
from litreview.sources.cached import Cached
from litreview.sources.joined import REGISTERS, Joined
from litreview.sources.snapshot import Snapshot
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, invented

COUNT = 120
"""References in each style; the shares below are of so many."""
LEAST_NAMED = 0.95
"""Share of wrong numbers that must be named, as issue 10 asks."""


def vancouver(work: Work) -> str:
    people = ", ".join(f"{one.family} {one.given}" for one in work.author)
    place = f"{work.year};{work.volume}({work.issue}):{work.page}"
    return f"{people}. {work.title}. {work.container_title}. {place}."


def apa(work: Work) -> str:
    people = ", ".join(f"{one.family}, {'. '.join(one.given)}." for one in work.author)
    place = f"{work.volume}({work.issue}), {work.page}"
    return f"{people} ({work.year}). {work.title}. {work.container_title}, {place}."


def cut_short(work: Work) -> str:
    first = work.author[0]
    place = f"{work.volume} ({work.year}) {work.page.partition('-')[0]}"
    return f"{first.given[0]}. {first.family} et al., {work.title}, {work.container_title} {place}."


def untitled(work: Work) -> str:
    people = ", ".join(f"{one.given[0]}. {one.family}" for one in work.author)
    return f"{people}, {work.container_title} {work.volume}, {work.page.partition('-')[0]} ({work.year})."


STYLES: Sequence[Callable[[Work], str]] = (vancouver, apa, cut_short)
WRITTEN = {"PMID": "PMID: {}", "PMCID": "{}", "arXiv": "arXiv:{}"}


def number(work: Work, kind: str) -> str:
    return {"PMID": work.pmid, "PMCID": work.pmcid, "arXiv": work.arxiv}[kind]


def printed(work: Work, style: Callable[[Work], str], kind: str, value: str) -> Reference:
    return parse_reference(f"{style(work)} {WRITTEN[kind].format(value)}")


@pytest.fixture(scope="module")
def server() -> Iterator[HTTPServer]:
    made = HTTPServer()
    made.start()
    yield made
    made.clear()
    made.stop()


@pytest.fixture(scope="module")
def works() -> list[Work]:
    return invented(2 * COUNT, seed=3)


@pytest.fixture(scope="module")
def source(server: HTTPServer, works: list[Work], tmp_path_factory: pytest.TempPathFactory) -> Joined:
    """Crossref's records of every second work (it never has the other numbers), and all registers."""
    folder, clock = tmp_path_factory.mktemp("joined"), Clock()
    standins = StandIns(server)
    standins.works = works
    held = [replace(one, pmid="", pmcid="", arxiv="") for one in works[::2]]
    (folder / "works.jsonl").write_text("".join(f"{json.dumps(work_to_crossref(one))}\n" for one in held))
    registers = [
        kind(base_url=standins.url(kind.service.name), clock=clock, sleep=clock.sleep) for kind in REGISTERS
    ]
    kept = [Cached(one, folder / "c.sqlite", clock=clock) for one in registers]
    return Joined(Snapshot(folder / "works.jsonl"), kept)


KINDS = tuple(WRITTEN)


def listed(
    cited: Sequence[Work], style: Callable[[Work], str], numbers_of: Sequence[Work]
) -> list[Reference]:
    """References to some works with the numbers of others; the three kinds of numbers take turns."""
    turns = [KINDS[at % len(KINDS)] for at in range(len(cited))]
    return [
        printed(one, style, kind, number(other, kind))
        for one, other, kind in zip(cited, numbers_of, turns, strict=False)
    ]


def share_named(matches: Sequence[Match]) -> float:
    return sum(bool(match.cited_elsewhere) for match in matches) / len(matches)


@pytest.mark.parametrize("style", [*STYLES, untitled], ids=lambda style: style.__name__)
def test_right_numbers_are_left_in_peace(
    source: Joined, works: list[Work], style: Callable[[Work], str]
) -> None:
    assert share_named(resolve(listed(works[:COUNT], style, works), source=source)) == 0


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
def test_numbers_of_other_works_are_named(
    source: Joined, works: list[Work], style: Callable[[Work], str]
) -> None:
    matches = resolve(listed(works[:COUNT], style, works[1:]), source=source)
    assert share_named(matches) >= LEAST_NAMED
    for match, other in zip(matches, works[1:], strict=False):
        assert [work and work.title for _, work in match.cited_elsewhere] in ([], [other.title])


def test_where_no_title_is_printed_papers_are_still_told_apart_by_their_place(
    source: Joined, works: list[Work]
) -> None:
    pairs = pairwise(works[: COUNT + 1])
    references = [printed(one, untitled, "PMID", other.pmid) for one, other in pairs]
    assert share_named(resolve(references, source=source)) >= LEAST_NAMED


@pytest.mark.parametrize("kind", ["PMID", "arXiv"])
def test_numbers_without_a_record_are_named(source: Joined, works: list[Work], kind: str) -> None:
    nobody = {"PMID": "98{:06d}", "arXiv": "9907.{:05d}"}[kind]
    references = [printed(one, vancouver, kind, nobody.format(at)) for at, one in enumerate(works[:COUNT])]
    matches = resolve(references, source=source)
    assert [dict(match.cited_elsewhere).get(kind, "") for match in matches] == [None] * COUNT


def test_the_decision_stays_what_crossref_alone_says(source: Joined, works: list[Work]) -> None:
    """Wherever Crossref's records settle a reference, numbers change neither the work nor the agreement."""
    references = [
        one for style in STYLES for one in listed(works[: COUNT // 2 : 2], style, works[: COUNT // 2 : 2])
    ]
    alone, beside = resolve(references, source=source.base), resolve(references, source=source)
    assert [(one.status, one.work and one.work.doi, one.agreement) for one in alone] == [
        (one.status, one.work and one.work.doi, one.agreement) for one in beside
    ]
    assert all(one.status is MatchStatus.MATCHED for one in alone)


def test_a_number_finds_the_work_where_crossref_has_none(source: Joined, works: list[Work]) -> None:
    references = [printed(one, vancouver, "PMID", one.pmid) for one in works[1:COUNT:2]]
    assert {one.status for one in resolve(references, source=source.base)} != {MatchStatus.MATCHED}
    found = resolve(references, source=source)
    assert [one.work and one.work.pmid for one in found] == [one.pmid for one in works[1:COUNT:2]]
    assert {one.work.source for one in found if one.work} == {"PubMed"}


def test_the_record_of_another_register_becomes_a_witness(source: Joined, works: list[Work]) -> None:
    (match,) = resolve([printed(works[0], apa, "PMID", works[0].pmid)], source=source)
    best = next(one for one in match.candidates if match.work and one.work.id == match.work.id)
    assert match.work
    assert match.work.source.startswith("snapshot")
    assert [one.source for one in best.witnesses] == ["PubMed"]


ARTICLE = Work(
    type="article-journal",
    title="Cold water and the grip of kayakers",
    doi="10.5555/grip.1",
    author=(Name("Lundqar", "AB"), Name("Mavrides", "C")),
    container_title="Nordic Review of Training",
    volume="19",
    page="44-51",
    issued=PartialDate(2011),
)
PREPRINT = Work(type="article", title="Paddling in the cold", author=ARTICLE.author, issued=PartialDate(2010))


def judged(cited: Work, kind: str, found: Work, matched: Work | None = None) -> bool:
    """Whether a number of a reference is said to lead elsewhere."""
    status = MatchStatus.MATCHED if matched else MatchStatus.UNMATCHED
    match = Match(Reference("a", "", cited), status, matched)
    lookup = Lookup(Outcome.FOUND, (found,))
    return bool(with_numbers(match, {kind: lookup}, lambda reference, works: match).cited_elsewhere)


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        # the preprint had another title, a year earlier, and one author less
        ("arXiv", replace(PREPRINT, author=ARTICLE.author[:1])),
        ("PMID", PREPRINT),
        # a title in another language at the same place
        ("PMID", replace(ARTICLE, title="Kaldt vann og padlernes grep", doi="")),
        # a notice about it
        ("PMID", replace(ARTICLE, title="Erratum: Cold water and the grip of kayakers", doi="", page="120")),
        # the authors' next paper in the same issue: too near to be told from a slip of the record
        ("PMID", replace(ARTICLE, title="Warm water and paddles", doi="", page="52-60")),
        # names in another script, or of other people, at the same place
        ("PMID", replace(ARTICLE, title="Kaldt vann og grep", doi="", author=(Name("Quistram", "E"),))),
        # no author in the record: nobody can tell
        ("PMID", Work(type="article-journal", title="Anonymous advice", issued=PartialDate(1990))),
        ("ISBN", Work(type="book", title="Handbook of cold", author=ARTICLE.author)),
    ],
)  # fmt: skip
def test_doubt_is_no_accusation(kind: str, found: Work) -> None:
    assert not judged(ARTICLE, kind, found)
    assert not judged(ARTICLE, kind, found, ARTICLE)


def test_a_title_in_another_script_is_not_compared() -> None:
    cited = replace(ARTICLE, title="冷水与皮划艇运动员的握力", author=(Name("张", "伟"),), volume="", page="")
    found = Work(type="article-journal", title="Cold water", author=(Name("Quistram", "E"),), volume="3")
    assert not judged(cited, "PMID", found)
    other = replace(cited, title="Warm tea for sailors at night", author=(Name("Nordby", "A"),))
    assert judged(other, "PMID", found)


def test_a_chapter_is_not_accused_by_its_book() -> None:
    chapter = replace(
        ARTICLE, type="chapter", container_title="Handbook of cold water", isbn=("9780306406157",)
    )
    book = Work(type="book", title="Handbook of cold water", author=(Name("Quistram", "E"),))
    assert not judged(chapter, "ISBN", book)
    assert judged(chapter, "ISBN", replace(book, title="Knots for sailors"))


def test_a_preprint_of_the_matched_article_is_not_another_work() -> None:
    other = Work(
        type="article", title="Few words", author=(Name("Quistram", "E"),),
        relations=(Relation("is-preprint-of", ARTICLE.doi),),
    )  # fmt: skip
    assert not judged(ARTICLE, "arXiv", other, ARTICLE)
    assert judged(ARTICLE, "arXiv", replace(other, relations=()), ARTICLE)


def test_what_pubmed_knows_of_a_retraction_counts() -> None:
    retraction = Update("retraction", source="PubMed", note="PMID 1")
    pubmed = replace(ARTICLE, source="PubMed", updated_by=(retraction,))
    match = Match(Reference("a", "", ARTICLE), MatchStatus.MATCHED, ARTICLE)
    found = with_numbers(match, {"PMID": Lookup(Outcome.FOUND, (pubmed,))}, lambda reference, works: match)
    assert found.work
    assert found.work.updated_by == (retraction,)


def test_a_preprint_may_be_cited_by_the_year_of_the_paper_it_became() -> None:
    record = replace(PREPRINT, arxiv="1003.00001", source="arXiv", record="arXiv 1003.00001")
    lookup = Lookup(Outcome.FOUND, (record,))
    for year, believed in ((2009, True), (2012, False)):
        cited = replace(record, issued=PartialDate(year), record="", source="")
        reference = Reference("a", "", cited)
        match = Match(reference, MatchStatus.UNMATCHED)
        found = with_numbers(match, {"arXiv": lookup}, decide)
        assert found.status is MatchStatus.MATCHED
        assert found.agreement
        assert bool(found.agreement["issued"].disbelief) is not believed
        assert found.candidates[0].found_by[0] == "arxiv"


def test_a_work_that_a_number_found_was_not_found_by_a_doi(source: Joined, works: list[Work]) -> None:
    (match,) = resolve([printed(works[1], vancouver, "PMID", works[1].pmid)], source=source)
    assert match.candidates[0].found_by[0] == "pmid"


class Numbers:
    """A source of real records in which each reference's PubMed number leads to a given work."""

    name = "real records"

    def __init__(self, snapshot: Snapshot, works: Sequence[Work]) -> None:
        self._snapshot, self._works = snapshot, works
        self.fetch, self.candidates = snapshot.fetch, snapshot.candidates

    def identify(self, references: Sequence[Reference]) -> list[dict[str, Lookup]]:
        return [{"PMID": Lookup(Outcome.FOUND, (self._as_pubmed(one),))} for one in self._works]

    def _as_pubmed(self, work: Work) -> Work:
        people = tuple(replace(one, given=initials(one.given).upper()) for one in work.author)
        return replace(work, author=people, doi="", pmid="1", source="PubMed", record="PMID 1")


@pytest.mark.shared
def test_real_strings(shared_dir: Path, tmp_path: Path) -> None:
    """Of 5,000 strings none was accused of its right number and 94 % of the wrong ones were named; those left
    over are "Advertiser's Index" and the like, which have neither authors nor a title to tell them by."""
    folder = shared_dir / "data" / "crossref"
    packed = sorted(folder.glob("works*.jsonl.gz"))
    (tmp_path / "works.jsonl").write_bytes(b"".join(gzip.decompress(one.read_bytes()) for one in packed))
    snapshot = Snapshot(tmp_path / "works.jsonl")
    records = {work.doi: work for work in snapshot.works}
    text = (folder / "reference-pairs.jsonl").read_text(encoding="utf-8")
    lines = map(json.loads, text.splitlines())
    pairs = [pair for pair in lines if pair.get("string") and (pair.get("doi") or "").lower() in records]
    pairs = Random(3).sample(pairs, 300)
    references = [parse_reference(pair["string"]) for pair in pairs]
    own = [records[pair["doi"].lower()] for pair in pairs]
    papers = [work for work in snapshot.works if work.type == "article-journal" and work.author]
    others = Random(3).choices(papers, k=len(own))
    assert share_named(resolve(references, source=Numbers(snapshot, own))) == 0
    assert share_named(resolve(references, source=Numbers(snapshot, others))) >= LEAST_NAMED
