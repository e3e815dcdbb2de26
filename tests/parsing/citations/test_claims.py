"""An entry prints one work: who gets it where several records claim it."""

from __future__ import annotations

from litreview.model.document import Document
from litreview.model.work import Name, PartialDate, Work
from litreview.parsing.article import parse_document
from litreview.parsing.citations.claims import alike, settled
from litreview.parsing.citations.records import find_records


def record(key: str, family: str, year: int, title: str, *more: str, doi: str = "", url: str = "") -> Work:
    people = tuple(Name(family=name, given="A") for name in (family, *more) if name)
    return Work(key=key, title=title, author=people, issued=PartialDate(year), doi=doi, url=url)


def test_the_better_claim_keeps_an_entry_and_the_other_takes_its_next() -> None:
    scores = {"book": {0: 5.0, 1: 5.0}, "chapter": {0: 5.0}}
    assert settled(scores, {"book": "book", "chapter": "chapter"}) == {"book": 1, "chapter": 0}


def test_a_work_that_nobody_gives_way_to_has_no_entry() -> None:
    scores = {"a": {0: 5.0}, "b": {0: 4.0}}
    assert settled(scores, {"a": "a", "b": "b"}) == {"a": 0}


def test_a_work_kept_twice_in_a_library_shares_its_entry() -> None:
    one, two = (
        record("one", "Arden", 2003, "Heat for rowers"),
        record("two", "Arden", 2003, "Heat, for rowers"),
    )
    third = record("three", "Arden", 2003, "HEAT", doi="10.1234/x")
    again = record("four", "Arden", 2004, "Heat again", doi="10.1234/x")
    same = alike([one, two, third, again])
    assert same == {"one": "one", "two": "one", "three": "three", "four": "three"}
    assert settled({"one": {3: 5.0}, "two": {3: 4.5}}, same) == {"one": 3, "two": 3}


def test_a_book_and_the_chapters_that_print_its_title() -> None:
    text = (
        "References\n\n"
        "Corin, B., Arden, P., 2013. Manual of warm things. Warm Press.\n"
        "Arden, P., Brill, A., 2013. Manual of warm things. Warm Press.\n"
        "Brill, A., Dove, C., Arden, P., 2013. Manual of warm things. Warm Press.\n"
    )
    references = parse_document(Document(text)).references
    records = [
        record("book", "Arden", 2013, "Manual of warm things", "Brill"),
        record("third", "Brill", 2013, "Manual of warm things", "Dove"),
        record("first", "Corin", 2013, "Manual of warm things", "Arden"),
    ]
    found = find_records(records, references)
    assert {key: [one.text[:5] for one in entries] for key, entries in found.items()} == {
        "book": ["Arden"], "third": ["Brill"], "first": ["Corin"],
    }  # fmt: skip


def test_the_number_that_the_text_shows_makes_author_and_year_sure() -> None:
    text = "References\n\n1. World Report. Geneva: WHO; 2011.\n2. Arden P. Heat. J Warm Med 2003;4:1-9.\n"
    references = parse_document(Document(text)).references
    lone = [record("c", "Arden", 2003, "No list prints this title")]
    assert find_records(lone, references) == {}
    assert [one.number for one in find_records(lone, references, {"c": {1}})["c"]] == [2]


def test_a_web_page_without_title_is_known_by_its_address() -> None:
    text = (
        "References\n\n"
        "Warm.example. What is warmth? 2022. https://warm.example/what-is-it/ (accessed 2023).\n"
        "Arden, P., 2003. Heat. Warm Press.\n"
    )
    references = parse_document(Document(text)).references
    page = record("page", "", 2022, "", url="https://warm.example/what-is-it/")
    assert [one.text[:4] for one in find_records([page], references)["page"]] == ["Warm"]


def test_a_short_title_has_the_entry_that_is_left() -> None:
    text = (
        "References\n\nArden, P. 2003. Heat for all the rowers. Warm Press.\n"
        "———. 2005. Ice. Cold Press.\nBrill, A. 2005. Cold for all the rowers. Warm Press.\n"
    )
    references = parse_document(Document(text)).references
    records = [record("a", "Arden", 2003, "Heat for all the rowers"), record("b", "Arden", 2005, "Ice")]
    assert [one.text for one in find_records(records, references)["b"]] == [references[1].text]
