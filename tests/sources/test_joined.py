"""Crossref and the registers together: who is asked what, what is kept; a silent one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from litreview.formats.records.crossref import work_to_crossref
from litreview.matching.resolve import resolve
from litreview.model.match import MatchStatus
from litreview.model.reference import Reference
from litreview.model.source import NO_AGENCY, Agencies, Identifies, Outcome, Source
from litreview.model.work import Work
from litreview.parsing.reading.fields import parse_reference
from litreview.sources.cached import DAY, Cached
from litreview.sources.joined import REGISTERS, Joined, opened
from litreview.sources.kinds import Asking
from litreview.sources.registers.register import Register
from litreview.sources.registers.services import SERVICES
from litreview.sources.retractions import COLUMNS, WithRetractions
from litreview.sources.snapshot import Snapshot
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, invented


class World:
    """Crossref's records of two works, and the registers with more; each ``joined()`` is a run of its own."""

    def __init__(self, server: HTTPServer, folder: Path) -> None:
        self.standins, self.folder, self.clock = StandIns(server), folder, Clock()
        self.article, self.other, data, book = invented(4, seed=5)
        self.data = replace(data, doi="10.5281/zenodo.99", pmid="", pmcid="", arxiv="")
        self.book = replace(book, type="book", doi="", pmid="", pmcid="", arxiv="", isbn=("9780306406157",))
        self.standins.works = [self.article, self.other, self.data, self.book]
        self.standins.agencies = {
            self.data.doi: "DataCite",
            "10.11501/1": "JaLC",
            "10.5555/alias": "Crossref",
        }
        held = [replace(one, pmid="", pmcid="", arxiv="") for one in (self.article, self.other)]
        (folder / "works.jsonl").write_text("".join(f"{json.dumps(work_to_crossref(one))}\n" for one in held))

    def joined(self, *, offline: bool = False, refresh: bool = False, nobody: bool = False) -> Joined:
        kept = [
            Cached(
                kind(
                    base_url="http://127.0.0.1:9" if nobody else self.standins.url(kind.service.name),
                    clock=self.clock,
                    sleep=self.clock.sleep,
                ),
                self.folder / "c.sqlite",
                offline=offline,
                refresh=refresh,
                clock=self.clock,
            )
            for kind in REGISTERS
        ]
        return Joined(Snapshot(self.folder / "works.jsonl"), kept)

    def asked(self) -> dict[str, int]:
        return {name: len(requests) for name, requests in self.standins.asked.items() if requests}

    def references(self) -> list[Reference]:
        return [
            self.written(self.article, f"PMID: {self.article.pmid}"),
            self.written(self.other, f"doi:{self.other.doi}"),
            self.written(self.data, f"doi:{self.data.doi}"),
            replace(parse_reference(self.text(self.book)), work=self.book),
        ]

    def written(self, work: Work, more: str) -> Reference:
        return parse_reference(f"{self.text(work)} {more}")

    @staticmethod
    def text(work: Work) -> str:
        people = ", ".join(f"{one.family} {one.given}" for one in work.author)
        return f"{people}. {work.title}. {work.container_title}. {work.year};{work.volume}:{work.page}."


@pytest.fixture
def world(httpserver: HTTPServer, tmp_path: Path) -> World:
    return World(httpserver, tmp_path)


def test_it_is_a_source_that_knows_agencies_and_numbers(world: World) -> None:
    source = world.joined()
    assert isinstance(source, Source)
    assert isinstance(source, Agencies)
    assert isinstance(source, Identifies)
    assert source.name.startswith("snapshot")
    assert source.name.endswith(" and DataCite, PubMed, arXiv, Open Library")


def test_each_register_is_asked_what_belongs_to_it(world: World) -> None:
    matches = resolve(world.references(), source=world.joined())
    assert [match.status for match in matches] == [MatchStatus.MATCHED] * 4
    assert [match.work and match.work.source.split()[0] for match in matches] == [
        "snapshot",
        "snapshot",
        "DataCite",
        "Open",
    ]
    assert world.asked() == {"doi.org": 1, "DataCite": 1, "PubMed": 1, "Open Library": 1}


def test_references_without_numbers_cost_no_request(world: World) -> None:
    resolve([world.written(world.article, ""), world.written(world.other, "")], source=world.joined())
    assert world.asked() == {}


def test_a_second_run_asks_nothing_and_says_the_same(world: World) -> None:
    first = resolve(world.references(), source=world.joined())
    asked = world.asked()
    assert resolve(world.references(), source=world.joined()) == first
    assert resolve(world.references(), source=world.joined(offline=True)) == first
    assert world.asked() == asked


def test_refresh_asks_anew_and_old_answers_expire(world: World) -> None:
    resolve(world.references(), source=world.joined())
    world.clock.now += 1
    resolve(world.references(), source=world.joined(refresh=True))
    assert world.asked() == {"doi.org": 2, "DataCite": 2, "PubMed": 2, "Open Library": 2}
    world.clock.now += 31 * DAY
    resolve(world.references(), source=world.joined())
    assert set(world.asked().values()) == {3}


def test_an_interrupted_run_goes_on(world: World) -> None:
    """The second of two batches fails: the answers of the first are kept."""
    works = world.standins.works = invented(250, seed=7)
    source = world.joined()
    pubmed = next(one for one in source.registers if one.name == "PubMed")
    fine, failing = [work.pmid for work in works[:200]], [work.pmid for work in works[200:]]
    assert isinstance(pubmed.source, Register)
    answers = pubmed.source.look_up_each

    def broken(kind: str, values: Sequence[str]) -> object:
        yield from (pair for _, pair in zip(range(200), answers(kind, values), strict=False))
        raise KeyboardInterrupt

    pubmed.source.look_up_each = broken  # type: ignore[method-assign, assignment]
    with pytest.raises(KeyboardInterrupt):
        pubmed.look_up("PMID", fine + failing)
    asked = world.asked()["PubMed"]
    again = next(one for one in world.joined().registers if one.name == "PubMed")
    assert {one.outcome for one in again.look_up("PMID", fine + failing).values()} == {Outcome.FOUND}
    assert world.asked()["PubMed"] == asked + 1
    assert world.standins.asked["PubMed"][-1].args["id"].split(",") == failing


def test_nobody_there_is_as_if_nobody_had_been_asked(world: World) -> None:
    references = [*world.references()[:2], world.written(world.article, f"arXiv:{world.article.arxiv}")]
    alone = resolve(references, source=world.joined().base)
    assert resolve(references, source=world.joined(nobody=True)) == tuple(
        replace(match, sources=(world.joined().name,)) for match in alone
    )
    assert world.clock.slept == 0


def test_a_preprint_is_no_warning_while_arxiv_is_silent(world: World) -> None:
    """Crossref alone calls it outside the registers; "no record found" would blame it for our silence."""
    preprint = parse_reference("Nordby A, Gundvik B. Few words. arXiv:2101.00001. 2021.")
    (match,) = resolve([preprint], source=world.joined(nobody=True))
    assert match.status is MatchStatus.UNAVAILABLE
    assert match.obstacle == "arXiv could not be asked: no connection"
    (match,) = resolve([preprint], source=world.joined())
    assert match.status is MatchStatus.UNMATCHED


@pytest.mark.parametrize("also", [(), ("doi.org",)])
def test_could_not_check_is_said_where_nobody_else_could(world: World, also: tuple[str, ...]) -> None:
    """doi.org, or the prefix, says that a DOI is DataCite's, and DataCite is silent: then nobody knows."""
    for name in ("DataCite", *also):
        world.standins.trouble[name] = lambda: Response("busy", 503)
    (match,) = resolve(world.references()[2:3], source=world.joined())
    assert match.status is MatchStatus.UNAVAILABLE
    assert match.obstacle == "DataCite could not be asked: overload, status 503"


def test_dois_of_other_agencies_and_of_nobody(world: World) -> None:
    source = world.joined()
    answers = source.fetch([world.article.doi, "10.11501/1", "10.5555/typo", "10.5555/alias"])
    assert [lookup.outcome for lookup in answers.values()] == [Outcome.FOUND, *[Outcome.ABSENT] * 3]
    assert "registered with JaLC" in answers["10.11501/1"].reason
    assert "does not exist" in answers["10.5555/typo"].reason
    assert source.agencies(["https://doi.org/10.11501/1", "10.5555/typo", "none"]) == {
        "https://doi.org/10.11501/1": "JaLC",
        "10.5555/typo": NO_AGENCY,
        "none": NO_AGENCY,
    }
    assert world.asked() == {"doi.org": 1}


def test_without_a_base_a_register_answers_alone(world: World) -> None:
    pubmed = next(one for one in world.joined().registers if one.name == "PubMed")
    alone = Joined(None, [pubmed])
    assert alone.name == "PubMed"
    found, nothing = alone.candidates([*world.references()[:2]])
    assert [work.title for work in found.works] == [world.article.title]
    assert nothing.outcome is Outcome.UNREACHABLE
    assert nothing.reason == "PubMed is asked by number, and it gives none"
    datacite = next(one for one in world.joined().registers if one.name == "DataCite")
    assert Joined(None, [datacite]).fetch([world.data.doi])[world.data.doi].outcome is Outcome.FOUND
    assert set(alone.agencies(["10.5555/a"]).values()) == {""}


def test_retraction_watch_goes_beside_it(world: World, tmp_path: Path) -> None:
    (tmp_path / "rw.csv").write_text(f"{','.join(COLUMNS)},\n")
    source = WithRetractions(world.joined(), tmp_path / "rw.csv")
    assert source.agencies([world.data.doi]) == {world.data.doi: "DataCite"}
    assert source.identify(world.references()[:1])[0]["PMID"].works[0].pmid == world.article.pmid
    plain = WithRetractions(world.joined().registers[0], tmp_path / "rw.csv")
    assert plain.agencies(["10.5555/a"]) == {"10.5555/a": ""}
    assert plain.identify(world.references()[:1]) == [{}]


def test_opened_is_what_the_option_means(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SERVICES[2].variable, "http://127.0.0.1:9")
    source = opened("auto", Asking("a@example.org", "http://127.0.0.1:9", cache=tmp_path / "c.sqlite"))
    assert isinstance(source, Joined)
    assert [one.name for one in source.registers] == ["PubMed"]
    (register,) = (one.source for one in source.registers)
    assert isinstance(register, Register)
    assert register.client.mailto == "a@example.org"
    source.close()


def test_an_export_is_a_snapshot_of_all_registers(world: World, tmp_path: Path) -> None:
    source = world.joined()
    matches = resolve(world.references(), source=source)
    path = tmp_path / "out.jsonl"
    assert source.export(path) == 3  # the base is a snapshot itself
    ids = {match.work.id for match in matches[2:] if match.work}
    assert source.export(path, ids) == 2
    again = resolve(world.references()[2:], source=Snapshot(path))
    assert [match.work and match.work.title for match in again] == [world.data.title, world.book.title]
