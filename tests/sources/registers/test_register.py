"""What all registers share: an answer gone wrong is a record or none, and never an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from types import SimpleNamespace

import pytest

from litreview.model.source import Lookup, Outcome
from litreview.sources.registers.agency import Registrars
from litreview.sources.registers.arxiv import Arxiv
from litreview.sources.registers.books import OpenLibrary
from litreview.sources.registers.client import Page
from litreview.sources.registers.datacite import DataCite
from litreview.sources.registers.openalex import OpenAlex
from litreview.sources.registers.pubmed import PubMed
from litreview.sources.registers.register import Register, joined
from litreview.sources.store import _packed
from tests.sources.mutants import mutants
from tests.sources.registers.standins import (
    arxiv_entry,
    arxiv_feed,
    book_data,
    datacite_record,
    invented,
    openalex_work,
    pmc_summary,
    pubmed_summary,
)

WORK = replace(invented(1)[0], isbn=("9780306406157",))
UID, PMC = WORK.pmid, WORK.pmcid.removeprefix("PMC")
ANSWERS: list[tuple[type[Register], str, str, object]] = [
    (Registrars, "DOI", WORK.doi, [{"DOI": WORK.doi, "RA": "DataCite"}]),
    (DataCite, "DOI", WORK.doi, datacite_record(WORK)),
    (PubMed, "PMID", UID, {"result": {"uids": [UID], UID: pubmed_summary(WORK)}}),
    (PubMed, "PMCID", WORK.pmcid, {"result": {"uids": [PMC], PMC: pmc_summary(WORK)}}),
    (OpenLibrary, "ISBN", "9780306406157", {"ISBN:9780306406157": book_data(WORK)}),
    (OpenAlex, "DOI", WORK.doi, openalex_work(WORK)),
]


def answer(kind: type[Register], content: bytes, number: str, value: str) -> Lookup:
    register = kind("a@example.org", "http://127.0.0.1:9")
    client = SimpleNamespace(get=lambda *_, **__: Page(content), mailto="")
    register.client = client  # type: ignore[assignment]
    return dict(register.look_up_each(number, [value]))[value]


@pytest.mark.parametrize(("kind", "number", "value", "sound"), ANSWERS)
def test_odd_values_give_a_record_or_none(
    kind: type[Register], number: str, value: str, sound: object
) -> None:
    assert answer(kind, json.dumps(sound).encode(), number, value).outcome is Outcome.FOUND
    found = 0
    for odd in mutants(sound, 1, 150):
        lookup = answer(kind, json.dumps(odd).encode(), number, value)
        assert lookup.works or lookup.reason
        assert all(_packed(work) for work in lookup.works)
        found += lookup.outcome is Outcome.FOUND
    assert found


@pytest.mark.parametrize(("kind", "number", "value", "sound"), ANSWERS)
@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b'{"a": ' + b"9" * 5_000 + b"}", b"\xff\xfe{", b"null", b"7", b"", b"[[]]"]
)
def test_what_is_no_answer_accuses_nobody(
    kind: type[Register], number: str, value: str, sound: object, content: bytes
) -> None:
    assert answer(kind, content, number, value).outcome is not Outcome.FOUND


def flipped(content: bytes, draw: Random) -> bytes:
    odd = bytearray(content)
    for _ in range(draw.choice((1, 5, 40))):
        odd[draw.randrange(len(odd))] = draw.choice(b"<>&\x00\xff a1\"'/")
    return bytes(odd)


def test_a_damaged_feed_gives_a_record_or_none() -> None:
    feed, draw = arxiv_feed(arxiv_entry(WORK)).encode(), Random(2)
    assert answer(Arxiv, feed, "arXiv", WORK.arxiv).outcome is Outcome.FOUND
    for _ in range(200):
        lookup = answer(Arxiv, flipped(feed, draw), "arXiv", WORK.arxiv)
        assert lookup.works or lookup.reason


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
HOSTILE: dict[str, Callable[[str], str]] = {
    "entities": lambda feed: feed.replace("?>", f'?><!DOCTYPE feed [<!ENTITY l0 "ha">{LAUGHS}]>', 1).replace(
        "We invent", "&l9; We invent"
    ),
    "a file": lambda feed: feed.replace(
        "?>", '?><!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 1
    ).replace("We invent", "&x;"),
    "depth": lambda feed: feed.replace("We invent", "<b>" * 50_000),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_feed_is_no_answer_or_a_harmless_one(kind: str) -> None:
    lookup = answer(Arxiv, HOSTILE[kind](arxiv_feed(arxiv_entry(WORK))).encode(), "arXiv", WORK.arxiv)
    assert "root:" not in repr(lookup)
    assert len(repr(lookup)) < 20_000


def test_silence_counts_only_where_nobody_found_anything() -> None:
    found, absent = Lookup(Outcome.FOUND, (WORK,)), Lookup(Outcome.ABSENT, reason="none")
    silent = Lookup(Outcome.UNREACHABLE, reason="down")
    assert joined([silent, found], "").works == (WORK,)
    assert joined([absent, silent], "") == silent
    assert joined([absent], "") == absent
    assert joined([], "nothing").reason == "nothing"
