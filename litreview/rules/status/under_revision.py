"""S409."""

from __future__ import annotations

import re
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.labels import label
from litreview.rules.views.updates import EXPIRED, REVISION, updates_of

_WORDS = re.compile(
    r"\b(?:in|zur|derzeit in) Überarbeitung\b|\bwird (?:derzeit |zurzeit )?überarbeitet\b|\bunder revision\b"
    r"|\bcurrently being (?:revised|updated)\b|\bupdate in progress\b"
    r"|\ben cours de révision\b|\ben revisión\b",
    re.IGNORECASE,
)
"""How publishers of guidelines mark that a new edition is being written (AWMF, NICE, HAS, GuíaSalud)."""


@rule(
    "S409",
    Severity.WARNING,
    bad=Example(
        cites="Deutsche Gesellschaft für Neurologie. S2k-Leitlinie Diagnostik der Polyneuropathie "
        "(in Überarbeitung). AWMF-Registernr.: 030-067. 2019.",
        says="Deutsche Gesellschaft für Neurologie (2019): the work is being revised; its own "
        "entry says “in Überarbeitung”.",
    ),
    good=Example(
        cites="Deutsche Gesellschaft für Neurologie. S2k-Leitlinie Diagnostik der Polyneuropathie. "
        "AWMF-Registernr.: 030-067. 2024.",
    ),
)
def under_revision(reference: Reference, article: Article, review: Review) -> Iterator[Problem]:
    """The guideline is being revised.

    What it recommends may change, and the article leans on it as it stands.

    Fix: look for the new edition; until it is out, say which edition is cited.

    Silent where neither the reference nor the record says so. A note where the record says that it has
    expired, which says more (expired-guideline).
    """
    match = review.match_of(article, reference)
    expired = match is not None and bool(updates_of(match, EXPIRED))
    said = _WORDS.search(reference.text)
    recorded = bool(match and updates_of(match, REVISION))
    if said is None and not recorded:
        return
    how = f"its own entry says “{said.group()}”" if said else "its record says that it is under revision"
    yield Problem(
        f"{label(reference)}: the work is being revised; {how}.",
        cited=said.group() if said else "",
        work=match.work.id if match and match.work else "",
        severity=Severity.NOTE if expired else None,
        at=(reference.start + said.start(), reference.start + said.end())
        if said and article.text[reference.start : reference.end] == reference.text
        else None,
    )
