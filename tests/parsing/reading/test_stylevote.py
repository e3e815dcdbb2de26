"""What most entries of a list do decides the doubtful ones."""

from __future__ import annotations

from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.draft import Draft, Places
from litreview.parsing.reading.stylevote import ListStyle, apply


def test_a_container_that_holds_the_title_is_parted_where_the_list_gives_titles() -> None:
    text = "(3) Roe, M. The Bath Genome. Baths 2009, 458, 719."
    places = Places(container=(12, 34), volume=(41, 44))
    found = apply(ListStyle(titles=True), Draft(text, cut(text), places))
    assert (found.value("title"), found.value("container")) == ("The Bath Genome", "Baths")


def test_a_journal_in_abbreviated_words_stays_whole() -> None:
    text = "(3) Roe, M. Phys. Bath. Lett. 2009, 458, 719."
    draft = Draft(text, cut(text), Places(container=(12, 28), volume=(35, 38)))
    assert apply(ListStyle(titles=True), draft) == draft
    assert apply(ListStyle(), draft) == draft
