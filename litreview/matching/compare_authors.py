"""Comparing author lists: only the names given, in their order; and saying which kind of difference it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from litreview.matching.author_places import author_places
from litreview.matching.groups import Parted, part, share_a_group
from litreview.matching.lost_names import lost_names
from litreview.matching.people import Likeness, compare_names
from litreview.model.match import FieldAgreement, Verdict
from litreview.model.reasons import Note
from litreview.model.work import Name, Work

_FORM_NOTES = {
    Likeness.FORM: Note.NAME_FORM,
    Likeness.SPELLING: Note.NAME_SPELLING,
    Likeness.GIVEN: Note.GIVEN_NAME,
}
MOST_SHOWN = 6


def compare_authors(cited: Work, found: Work) -> FieldAgreement:
    """Equal, compatible, different or missing; the note names every kind of difference found.

    A list cut with "et al." is judged by its names only. A name that the record does not have is a
    difference however many others agree, for one invented co-author passes every overlap test. Where the
    record's list is the cited one without its first names, the record is not believed.
    """
    one, two = _people(cited, found)
    shown = _show(one, et_al=cited.et_al), _show(two, et_al=found.et_al)
    if not one or not two:
        return FieldAgreement("author", Verdict.MISSING, *shown)
    left, right = part(one, two), part(two, one)
    if bool(left.persons) != bool(right.persons):
        return _compare_group_with_persons(left, right, shown)
    if left.persons:
        # A group stands for members who may be named on the other side.
        cited = replace(cited, et_al=cited.et_al or bool(left.groups))
        found = replace(found, et_al=found.et_al or bool(right.groups))
        one, two = left.persons, right.persons
    agreement = _compare_lists(one, two, cited, found, shown)
    once = tuple(dict.fromkeys(two))
    if agreement.verdict is not Verdict.DIFFERENT or len(once) == len(two):
        return agreement
    twice = _compare_lists(one, once, cited, found, shown)  # records name an author twice
    return twice if twice.verdict is not Verdict.DIFFERENT or twice.disbelief else agreement


def _compare_group_with_persons(left: Parted, right: Parted, shown: tuple[str, str]) -> FieldAgreement:
    """Groups on one side, persons on the other: only a group that both name, or two that differ, tell."""
    if share_a_group(left, right) or not (left.groups and right.groups):
        return FieldAgreement("author", Verdict.COMPATIBLE, *shown, (Note.GROUP,))
    notes = (Note.FIRST_AUTHOR, Note.GROUP)
    return FieldAgreement("author", Verdict.DIFFERENT, *shown, notes, disbelief="names another group")


def _compare_lists(
    one: tuple[Name, ...], two: tuple[Name, ...], cited: Work, found: Work, shown: tuple[str, str]
) -> FieldAgreement:
    likenesses = [compare_names(a, b) for a, b in zip(one, two, strict=False)]
    complete = len(one) == len(two) or _may_stop(one, two, cited, found)
    if complete and max(likenesses) <= Likeness.SPELLING:
        return _agreeing(likenesses, shown, *(Note.ET_AL,) * (len(one) < len(two)))
    notes = _differences(one, two, cited, found)
    if not notes:
        return _agreeing(likenesses[:1], shown, Note.ET_AL)
    disbelief = lost_names(one, two, author_places(one, two), is_cut=cited.et_al)
    return FieldAgreement(
        "author", Verdict.DIFFERENT, *shown, tuple(dict.fromkeys(notes)), disbelief=disbelief
    )


def _agreeing(likenesses: Sequence[Likeness], shown: tuple[str, str], *further: Note) -> FieldAgreement:
    forms = [_FORM_NOTES[item] for item in likenesses if item in _FORM_NOTES]
    notes = tuple(dict.fromkeys((*forms, *further)))
    verdict = Verdict.COMPATIBLE if notes else Verdict.EQUAL
    return FieldAgreement("author", verdict, *shown, notes)


def _people(cited: Work, found: Work) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The lists to compare: authors, else editors."""
    one, two = cited.author or cited.editor, found.author or found.editor
    if cited.editor and not cited.author and found.editor:
        two = found.editor
    return one, two


def _may_stop(one: Sequence[Name], two: Sequence[Name], cited: Work, found: Work) -> bool:
    return (len(one) < len(two) and cited.et_al) or (len(one) > len(two) and found.et_al)


def _differences(one: Sequence[Name], two: Sequence[Name], cited: Work, found: Work) -> list[Note]:
    """Every kind of difference between two lists, as notes; none where only an allowed gap remains."""
    places = author_places(one, two)
    result: list[Note] = []
    if places[0] != 0:
        result.append(Note.FIRST_AUTHOR)
    elif compare_names(one[0], two[0]) is Likeness.GIVEN:
        result += [Note.FIRST_AUTHOR, Note.GIVEN_NAME]
    known = [place for place in places if place is not None]
    if known != sorted(known):
        result.append(Note.AUTHOR_ORDER)
    if any(
        p is not None and compare_names(a, two[p]) is Likeness.GIVEN
        for a, p in zip(one[1:], places[1:], strict=True)
    ):
        result += [Note.FURTHER_AUTHOR, Note.GIVEN_NAME]
    strangers = sum(place is None for place in places)
    skipped = len(_skipped(places, len(two), cited, found))
    first_replaced = places[0] is None and 0 not in known
    pairs = min(strangers, skipped)
    if pairs - first_replaced > 0:
        result.append(Note.FURTHER_AUTHOR)
    if strangers > skipped and not (found.et_al and len(one) > len(two)):
        result.append(Note.EXTRA_AUTHOR)
    if skipped > strangers:
        result.append(Note.MISSING_AUTHOR)
    return result


def _skipped(places: Sequence[int | None], count: int, cited: Work, found: Work) -> list[int]:
    """Places of the record that no cited name takes, without those that "et al." or "…" stands for."""
    taken = {place for place in places if place is not None}
    rest = [place for place in range(count) if place not in taken]
    if not cited.et_al:
        return rest
    if count - 1 in taken and len(places) >= MOST_SHOWN:
        # APA lists the first nineteen, an ellipsis, and the last
        before_gap = max((place for place in taken if place != count - 1), default=0)
        return [place for place in rest if place < before_gap]
    trailing = next((at for at, place in enumerate(reversed(places)) if place is not None), len(places))
    return [place for place in rest if place <= max(taken, default=-1) + trailing]


def _show(names: Sequence[Name], *, et_al: bool) -> str:
    shown = ", ".join(str(name) for name in names[:MOST_SHOWN])
    return f"{shown} et al." if et_al or len(names) > MOST_SHOWN else shown
