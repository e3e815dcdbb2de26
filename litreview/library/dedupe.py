"""Which records are one work: collapse, block, compare, join. Every join carries its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from litreview.library.blocking import Fingerprint, candidate_pairs, fingerprint
from litreview.library.clusters import clusters
from litreview.library.tidy import tidied
from litreview.library.verdicts import Judgement, Sameness, judge
from litreview.model.work import Work
from litreview.normalise.titles import is_generic

if TYPE_CHECKING:
    import pandas as pd

SHARED_WORDS = 0.5
ALIKE = 70
"""Share of the shorter title's words, and ratio (0 to 100) of the titles' letters, below both of which only
one DOI or one place makes a pair worth comparing. No pair of one work in cytology, copper and cora_dev that
the table calls the same falls below both."""
IDENTICAL = Judgement(Sameness.SAME, "every field agrees", 1.0, certainly_two=False)


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records and what was found about them."""

    a: str
    b: str
    verdict: Sameness
    reason: str
    score: float


@dataclass(frozen=True)
class Deduplication:
    """Records grouped by work. ``labels`` aligns with ``ids``; a label is the id of a record of the group.

    ``pairs`` holds the evidence: every pair that is one work, versions of one thing, or doubtful.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    pairs: tuple[Merge, ...]

    @cached_property
    def groups(self) -> pd.Series[str]:
        """Record id → group."""
        import pandas as pd

        return pd.Series(list(self.labels), index=pd.Index(self.ids, name="id"), name="group", dtype=object)

    @cached_property
    def merges(self) -> pd.DataFrame:
        """Columns a, b (record ids), verdict (same, version, doubtful), reason, score (0 to 1)."""
        import pandas as pd

        rows = [(pair.a, pair.b, pair.verdict.value, pair.reason, pair.score) for pair in self.pairs]
        return pd.DataFrame(rows, columns=["a", "b", "verdict", "reason", "score"])

    def __repr__(self) -> str:
        return f"Deduplication({len(self.ids)} records, {len(set(self.labels))} works)"


def deduplicate(
    works: Sequence[Work], ids: Sequence[str], lists: Sequence[int] | None = None
) -> Deduplication:
    """Groups of records of one work. The order of the records plays no part in the grouping.

    Records that say the same in every field are joined first; then those that share a blocking key are
    compared, so the cost grows with the number of likely pairs and not with the square of the records.

    ``lists`` numbers the list each record was cited in. What authors cite may be wrong, so two lists
    that put one first author at one place (journal, volume, page or article number) mean one work whatever
    title and year they give; within one list, and for records of databases, that is not enough.
    """
    order = sorted(range(len(works)), key=lambda at: ids[at])
    bare = [tidied(works[at]) for at in order]
    prints = [fingerprint(work) for work in bare]
    alike = _alike(prints)
    leaders = [members[0] for members in alike]
    origins = [lists[order[at]] if lists else 0 for at in leaders]
    pairs = _Pairs([bare[at] for at in leaders], [prints[at] for at in leaders], origins)
    found = dict(pairs.judged())
    joins = [(verdict.score, *pair) for pair, verdict in found.items() if verdict.verdict is Sameness.SAME]
    grouped = clusters(len(leaders), joins, pairs.apart)
    label_of: dict[int, str] = {}
    for at, members in enumerate(alike):
        label_of |= {order[member]: ids[order[leaders[grouped[at]]]] for member in members}
    named = [ids[order[at]] for at in leaders]
    evidence = [*_same_in_all(alike, ids, order), *_evidence(found, named, grouped)]
    labels = tuple(label_of[at] for at in range(len(works)))
    return Deduplication(tuple(ids), labels, tuple(sorted(evidence, key=lambda pair: (pair.a, pair.b))))


def _alike(prints: Sequence[Fingerprint]) -> list[list[int]]:
    """Positions that agree in every compared field, together; records without a telling title stay alone."""
    found: defaultdict[object, list[int]] = defaultdict(list)
    for at, one in enumerate(prints):
        telling = one.title and (one.first or one.doi or not is_generic(" ".join(one.words)))
        found[one.identity if telling else at].append(at)
    return list(found.values())


class _Pairs:
    """Judgements of pairs of leaders, each made once."""

    def __init__(self, works: Sequence[Work], prints: Sequence[Fingerprint], lists: Sequence[int]) -> None:
        self.works, self.prints, self.lists = works, prints, lists
        self._judged: dict[tuple[int, int], Judgement] = {}

    def judged(self) -> Iterator[tuple[tuple[int, int], Judgement]]:
        for pair in candidate_pairs(self.prints):
            if self.worth_comparing(*pair):
                verdict = self.judge(*pair)
                if verdict.verdict is not Sameness.DIFFERENT:
                    yield pair, verdict

    def judge(self, one: int, two: int) -> Judgement:
        pair = (one, two) if one < two else (two, one)
        if pair not in self._judged:
            self._judged[pair] = judge(
                self.works[one], self.works[two], in_two_lists=self.lists[one] != self.lists[two]
            )
        return self._judged[pair]

    def apart(self, one: int, two: int) -> bool:
        """True where two records are surely two works (versions too)."""
        return self.judge(one, two).certainly_two

    def worth_comparing(self, one: int, two: int) -> bool:
        """A look at the letters of the titles, much cheaper than comparing eight fields."""
        left, right = self.prints[one], self.prints[two]
        if not left.title or not right.title or (left.doi and left.doi == right.doi):
            return True
        if left.first and left.first == right.first and left.volume == right.volume:
            return True
        shared = len(left.word_set & right.word_set)
        if shared >= SHARED_WORDS * min(len(left.word_set), len(right.word_set)):
            return True
        return fuzz.ratio(left.title, right.title, score_cutoff=ALIKE) > 0


def _same_in_all(alike: Sequence[list[int]], ids: Sequence[str], order: Sequence[int]) -> Iterator[Merge]:
    for members in alike:
        for member in members[1:]:
            names = ids[order[members[0]]], ids[order[member]]
            yield Merge(*names, IDENTICAL.verdict, IDENTICAL.reason, IDENTICAL.score)


def _evidence(
    found: dict[tuple[int, int], Judgement], named: Sequence[str], grouped: Sequence[int]
) -> Iterator[Merge]:
    for (one, two), judgement in found.items():
        verdict, reason = judgement.verdict, judgement.reason
        together = grouped[one] == grouped[two]
        if verdict is Sameness.SAME and not together:
            verdict, reason = Sameness.DOUBTFUL, f"{reason}; but other records of the two groups contradict"
        if verdict is Sameness.SAME or not together:
            yield Merge(named[one], named[two], verdict, reason, judgement.score)
