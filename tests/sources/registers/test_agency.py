"""doi.org: whose a DOI is, in lists, and what an odd DOI does to a list."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from werkzeug import Response

from litreview.model.source import NO_AGENCY, Agencies, Outcome
from litreview.sources.registers.agency import LONGEST, Registrars
from tests.sources.registers.conftest import Clock
from tests.sources.registers.standins import StandIns, as_json


@pytest.fixture
def registrars(standins: StandIns, clock: Clock) -> Registrars:
    return Registrars(base_url=standins.url("doi.org"), clock=clock, sleep=clock.sleep)


def test_the_agency_of_each_doi(registrars: Registrars, standins: StandIns) -> None:
    standins.agencies = {"10.5281/zenodo.1": "DataCite", "10.5555/a": "Crossref", "10.11501/1": "JaLC"}
    assert isinstance(registrars, Agencies)
    assert registrars.agencies([*standins.agencies, "10.5555/typo"]) == {
        **standins.agencies,
        "10.5555/typo": NO_AGENCY,
    }
    assert len(standins.asked["doi.org"]) == 1


def test_a_list_fits_into_an_address(registrars: Registrars, standins: StandIns, clock: Clock) -> None:
    dois = [f"10.5555/{'x' * 60}{at:04d}" for at in range(150)]
    standins.agencies = dict.fromkeys(dois, "Crossref")
    assert set(registrars.agencies(dois).values()) == {"Crossref"}
    assert 3 <= len(standins.asked["doi.org"]) <= 5
    assert all(len(request.path) < LONGEST + 100 for request in standins.asked["doi.org"])
    assert clock.slept >= 2  # one request a second


def test_a_doi_with_a_comma_goes_alone(registrars: Registrars, standins: StandIns) -> None:
    registrars.agencies(["10.5555/a", "10.5555/b,c", "10.5555/d"])
    assert [request.path.count("10.5555") for request in standins.asked["doi.org"]] == [1, 1, 1]


def test_signs_of_an_address_are_quoted(registrars: Registrars, standins: StandIns) -> None:
    doi = "10.1002/(sici)1097-0258(19980815/30)17:15<1661::aid-sim968>3.0.co;2-2#x?y"
    standins.agencies = {doi: "Crossref"}
    assert registrars.agencies([doi]) == {doi: "Crossref"}
    assert quote("#") in standins.asked["doi.org"][0].url


def test_an_odd_doi_does_not_spoil_the_others(registrars: Registrars, standins: StandIns) -> None:
    def refused() -> Response:
        path = standins.asked["doi.org"][-1].path
        if "odd" in path:
            return Response("bad request", 400)
        return as_json([{"DOI": "10.5555/a", "RA": "Crossref"}])

    standins.trouble["doi.org"] = refused
    assert registrars.agencies(["10.5555/a", "10.5555/odd"]) == {"10.5555/a": "Crossref", "10.5555/odd": ""}


@pytest.mark.parametrize(
    "answer",
    [
        as_json([{"DOI": "10.5555/a", "status": "Unknown"}]),
        as_json([]),
        as_json({"message": "moved"}),
        Response("<html>Sign in</html>", 200, mimetype="text/html"),
        Response("busy", 503),
    ],
)
def test_what_is_not_said_is_not_known(answer: Response, registrars: Registrars, standins: StandIns) -> None:
    standins.trouble["doi.org"] = lambda: answer
    assert registrars.agencies(["10.5555/a"]) == {"10.5555/a": ""}
    (lookup,) = dict(registrars.look_up_each("DOI", ["10.5555/a"])).values()
    assert lookup.outcome is Outcome.UNREACHABLE
