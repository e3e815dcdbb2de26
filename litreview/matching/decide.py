"""From compared candidates to one decision: matched, ambiguous or unmatched, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from litreview.matching.agreement import compare
from litreview.matching.chimera import find_donors, names_authors_and_year
from litreview.matching.other_forms import Form, beside_preprint, claims_article, form_of
from litreview.matching.rawtext import RawText, is_plausible
from litreview.matching.secondreading import reread
from litreview.matching.signals import Case, Signal, Signals, read_signals
from litreview.matching.table import LOCATOR, PLACE, Row, first_fitting
from litreview.model.match import FIELD_WORDS, Agreement, Candidate, Match, MatchStatus, Verdict
from litreview.model.reasons import DecidedBy, Note
from litreview.model.reference import Reference
from litreview.model.work import Work

WEIGHTS = {
    "title": 3.0,
    "doi": 3.0,
    "page": 2.5,
    "author": 2.0,
    "volume": 1.5,
    "year": 1.5,
    "container": 1.5,
    "authors": 0.5,
    "range": 0.5,
}
"""Only for choosing between candidates that the table already accepts; no sum ever accepts one."""
MARGIN = 0.75
"""Two accepted candidates nearer than this are a tie, and a tie is ambiguous; half of one field's weight."""
PLACE_MARGIN = 2
"""One field of place that agrees here and contradicts there tells two near candidates apart."""
TWIN_FIELDS = frozenset({"title", "container-title", "issued", "page"})
"""What two records must share to count as one work that was registered twice (seen: "10.1037/0022-…",
"10.1037//0022-…")."""
FOUND_BY = (
    ("doi", ("doi",)),
    ("locator", ("page", "volume")),
    ("title", ("title",)),
    ("author-year", ("author", "year")),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its signals, the row it fits and its weight among others."""

    candidate: Candidate
    signals: Signals
    row: Row | None
    weight: float

    @property
    def accepted(self) -> bool:
        """True where the table says that this may be the work."""
        return self.row is not None and self.row.decides == "matched"


def judge(reference: Reference, works: Iterable[Work]) -> tuple[Judged, ...]:
    """Every candidate compared and weighed, best first; the order is the same whatever the order of
    ``works``."""
    raw = RawText.of(reference)
    judged = [
        _judge(reference.work, work, raw, witnesses)
        for work, *witnesses in _by_work(works)
        if is_plausible(reference.work, work, raw)
    ]
    return tuple(sorted(judged, key=lambda item: (not item.accepted, -item.weight, item.candidate.work.id)))


def _judge(cited: Work, found: Work, raw: RawText, witnesses: Sequence[Work]) -> Judged:
    agreement = compare(cited, found)
    signals = read_signals(Case(cited, found, agreement, raw))
    row = first_fitting(signals)
    if row is not None:
        agreement = reread(agreement, found, raw.text)
    found_by = tuple(
        name for name, subjects in FOUND_BY if all(signals[item] is Signal.YES for item in subjects)
    )
    candidate = Candidate(found, agreement, found_by or ("search",), tuple(witnesses))
    return Judged(candidate, signals, row, _weigh(signals, agreement))


def _weigh(signals: Signals, agreement: Agreement) -> float:
    sign = {Signal.YES: 1.0, Signal.NEAR: 0.4, Signal.NO: -1.0, Signal.SILENT: 0.0}
    total = sum(weight * sign[signals[subject]] for subject, weight in WEIGHTS.items())
    fine = sum(field.verdict is Verdict.EQUAL for field in agreement) - sum(
        field.verdict is Verdict.DIFFERENT for field in agreement
    )
    return round(total + 0.2 * fine + 0.5 * (agreement["title"].similarity or 0.0), 3)


def _by_work(works: Iterable[Work]) -> Iterable[list[Work]]:
    """The records of each work, one of each source: the first is spoken of, the others are its witnesses."""
    records: dict[str, dict[str, Work]] = {}
    for work in works:
        records.setdefault(work.id or repr(work), {}).setdefault(work.source, work)
    return (list(found.values()) for found in records.values())


def decide(reference: Reference, works: Sequence[Work], *, sources: tuple[str, ...] = ()) -> Match:
    """Which of the candidate works a reference means, if any.

    ``works`` are suggestions of the sources that answered; an empty list means that they know of none.
    """
    judged = judge(reference, works)
    accepted = [item for item in judged if item.accepted and not _is_contested(item, judged)]
    accepted = _articles(reference, accepted) or accepted
    if not accepted:
        return _undecided(reference, judged, sources)
    best, rivals = _choose(accepted)
    candidates = tuple(item.candidate for item in judged)
    twice = bool(rivals) and all(_is_registered_twice(best, item) for item in rivals)
    if rivals and not (twice and _differ_alike(best, rivals)):
        return Match(
            reference, MatchStatus.AMBIGUOUS, candidates=candidates, reason=_tie_reason(best, rivals),
            decided_by=DecidedBy.REGISTERED_TWICE if twice else DecidedBy.TIE, sources=sources,
        )  # fmt: skip
    assert best.row is not None
    elsewhere = _doi_work(reference, judged)
    other = elsewhere if elsewhere and elsewhere.id != best.candidate.work.id else None
    agreement = beside_preprint(reference.work, best.candidate.work, best.candidate.agreement)
    agreement = _with_title_elsewhere(agreement, best, judged)
    if other is not None and form_of(other, best.candidate.work) is Form.TWIN:
        agreement, other = _under_two_dois(agreement), None
    return Match(
        reference, MatchStatus.MATCHED, best.candidate.work, agreement, candidates,
        _match_reason(best, agreement, other), best.row.name, cited_doi_work=other, sources=sources,
    )  # fmt: skip


def _articles(reference: Reference, accepted: Sequence[Judged]) -> list[Judged]:
    """Of the accepted records the articles, where the reference describes one by journal and volume and they
    agree in that: a DOI of the preprint or of the data is then no reason to look away from it."""
    if not claims_article(reference.work) or all(item.signals["kind"] is not Signal.NO for item in accepted):
        return []
    return [
        item for item in accepted if item.signals["kind"] is not Signal.NO and _place_score(item.signals) > 0
    ]


def _with_title_elsewhere(agreement: Agreement, best: Judged, judged: Sequence[Judged]) -> Agreement:
    """The agreement where the cited title, taken for a translation, is that of another paper by others:
    then it is another title."""
    if Note.TRANSLATED not in agreement["title"].notes:
        return agreement
    if not any(_has_title_elsewhere(item) for item in judged if item is not best):
        return agreement
    title = replace(agreement["title"], verdict=Verdict.DIFFERENT, notes=(Note.OTHER_TITLE,))
    return agreement.replaced(title)


def _has_title_elsewhere(item: Judged) -> bool:
    verdict, signals = item.candidate.agreement["title"].verdict, item.signals
    another = signals["author"] is Signal.NO and signals["page"] is not Signal.YES
    return another and verdict is Verdict.EQUAL and signals["title"] is Signal.YES


def _under_two_dois(agreement: Agreement) -> Agreement:
    """The agreement where the DOI given is another registration of the same work."""
    doi = replace(agreement["DOI"], verdict=Verdict.COMPATIBLE, notes=(Note.REGISTERED_TWICE,))
    return agreement.replaced(doi)


def _is_contested(item: Judged, judged: Sequence[Judged]) -> bool:
    """True for a record that only the place points to, while the title or the authors are those of
    another one; and the other way round for one with another journal and page, if a record stands there."""
    signals = item.signals
    if signals["doi"] is not Signal.YES and signals["container"] is signals["page"] is Signal.NO:
        return any(_stands_at_place(other) for other in judged if other is not item)
    if signals["title"] is not Signal.NO or Signal.YES in (signals["author"], signals["doi"]):
        return False
    return any(_explains_what_is_left(other, item) for other in judged if other is not item)


def _stands_at_place(other: Judged) -> bool:
    """True for a record with journal, volume and all pages that the reference gives, and none of its
    words."""
    signals = other.signals
    located = all(signals[subject] is Signal.YES for subject in (*LOCATOR, "range"))
    return located and signals["title"] is Signal.NO and signals["author"] is not Signal.YES


def _explains_what_is_left(other: Judged, item: Judged) -> bool:
    """True where another record has the long title, or authors and year, that ``item`` lacks."""
    signals = other.signals
    if signals["title"] is Signal.YES and Signal.YES in (signals["long"], signals["author"]):
        return True
    return item.signals["year"] is not Signal.YES and names_authors_and_year(other.candidate, signals)


def _choose(accepted: Sequence[Judged]) -> tuple[Judged, list[Judged]]:
    """The best candidate and those that cannot be told from it. Of versions and reprints with one title the
    year, journal, volume and page select, not who is named in which record."""
    near = [item for item in accepted if accepted[0].weight - item.weight < MARGIN]
    places = {id(item): _place_score(item.signals) for item in near}
    best = max(near, key=lambda item: places[id(item)])
    rivals = [
        item for item in near if item is not best and places[id(best)] - places[id(item)] < PLACE_MARGIN
    ]
    return best, [item for item in rivals if _exactness(item) >= _exactness(best)]


def _exactness(item: Judged) -> int:
    """How many fields agree to the letter, less those that do not agree: tells records of one work apart
    that were filled in with more and with less care."""
    verdicts = [field.verdict for field in item.candidate.agreement]
    return verdicts.count(Verdict.EQUAL) - verdicts.count(Verdict.DIFFERENT)


def _differ_alike(best: Judged, rivals: Sequence[Judged]) -> bool:
    """True where the reference differs from every record of a work in the same fields: then it matters that
    the work is found, and not which of its records says so."""
    different = set(best.candidate.agreement.different)
    return bool(different) and all(set(item.candidate.agreement.different) == different for item in rivals)


def _is_registered_twice(one: Judged, two: Judged) -> bool:
    """True for two records of one work: nothing but the DOI differs, and enough is there to tell."""
    agreement = compare(one.candidate.work, two.candidate.work)
    return set(agreement.different) <= {"DOI"} and set(agreement.agreeing) >= TWIN_FIELDS


def _place_score(signals: Signals) -> int:
    """How many of year, journal, volume and page agree, less those that do not."""
    return sum((signals[subject] is Signal.YES) - (signals[subject] is Signal.NO) for subject in PLACE)


def _undecided(reference: Reference, judged: Sequence[Judged], sources: tuple[str, ...]) -> Match:
    """No record is accepted: a chimera, a version that cannot be told apart, a foreign DOI, or nothing
    at all."""
    elsewhere = _doi_work(reference, judged)
    donors = find_donors([(item.candidate, item.signals) for item in judged])
    maybe = next((item for item in judged if item.row is not None and not item.accepted), None)
    status = MatchStatus.UNMATCHED
    if donors:
        name, reason = DecidedBy.CHIMERA, _chimera_reason(donors)
    elif maybe is not None and maybe.row is not None:
        status, name = MatchStatus.AMBIGUOUS, maybe.row.name
        reason = f"{_name(maybe.candidate.work)}: {maybe.row.reason}."
    elif elsewhere is not None:
        name = DecidedBy.DOI_ELSEWHERE
        other = _name(elsewhere)
        reason = f"The DOI belongs to another work, {other}, and no record found in the sources asked fits."
    elif judged:
        name = DecidedBy.NOTHING_FITS
        reason = "No record found in the sources asked: those that come near differ in too much."
    else:
        name, reason = DecidedBy.NO_CANDIDATE, "No record found in the sources asked."
    return Match(
        reference, status, candidates=tuple(item.candidate for item in judged), reason=reason,
        decided_by=name, donors=tuple(candidate for candidate, _ in donors), cited_doi_work=elsewhere,
        sources=sources,
    )  # fmt: skip


def _doi_work(reference: Reference, judged: Sequence[Judged]) -> Work | None:
    """The work registered under the DOI that the reference gives, if a source has it."""
    if not reference.work.doi:
        return None
    return next((item.candidate.work for item in judged if item.signals["doi"] is Signal.YES), None)


def _match_reason(best: Judged, agreement: Agreement, other: Work | None) -> str:
    """Why the best was chosen, and what of the agreement that the match is given contradicts."""
    assert best.row is not None
    different = [field for field in agreement.different if not (field == "DOI" and other)]
    text = f"{_name(best.candidate.work)} was chosen because {best.row.reason}"
    if different:
        text += f"; {_list(_words(different))} {'differs' if len(different) == 1 else 'differ'}"
    if other is not None:
        text += f"; the DOI given is that of another work, {_name(other)}"
    elif Note.TRANSLATED in agreement["title"].notes:
        text += "; the title is a translation"
    return f"{text}."


def _tie_reason(best: Judged, rivals: Sequence[Judged]) -> str:
    names = _list([_name(item.candidate.work) for item in (best, *rivals)])
    if all(_is_registered_twice(best, item) for item in rivals):
        return f"The work is registered {len(rivals) + 1} times and nothing tells the records apart: {names}."
    return f"{len(rivals) + 1} records fit equally well: {names}."


def _chimera_reason(donors: Sequence[tuple[Candidate, tuple[str, ...]]]) -> str:
    parts = [f"{_list(_words(fields))} from {_name(candidate.work)}" for candidate, fields in donors]
    return f"No record found in the sources asked has all the fields: they split into {'; '.join(parts)}."


def _name(work: Work) -> str:
    who = str(work.author[0].family or work.author[0].literal) if work.author else "an unsigned work"
    label = f"{who} {work.year or 'n.d.'}"
    return f"{label} ({work.id})" if work.id else label


def _list(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _words(fields: Sequence[str]) -> list[str]:
    return [FIELD_WORDS[field] for field in fields]
