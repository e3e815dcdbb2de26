"""M331."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.finding import Problem, Severity
from litreview.model.match import Match, MatchStatus
from litreview.normalise.vocabulary.agencies import keeper_of
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.example_works import DERSIMONIAN_1986
from litreview.rules.views.labels import label


@rule(
    "M331",
    Severity.NOTE,
    bad=Example(
        text="References\nLind B, Okafor P. Rowing and the lumbar spine. J Kite Technol 2016; 4(2): 11-18. "
        "doi:10.3969/kite.2016.02.002\n",
        registered=(DERSIMONIAN_1986,),
        says="Lind B, Okafor P (2016): Crossref does not hold the DOI "
        "10.3969/kite.2016.02.002; it belongs to ISTIC.",
    ),
    good=Example(
        text="References\nLind B, Okafor P. Rowing and the lumbar spine. J Sports Spine Med "
        "2016; 4: 101-109. doi:10.5555/jssm.101\n",
        registered=(DERSIMONIAN_1986,),
    ),
)
def doi_of_other_agency(match: Match) -> Iterator[Problem]:
    """The DOI is registered with another agency than Crossref.

    Data, software, arXiv's preprints and many journals of Asia and Italy have DOIs that Crossref does not
    hold. That no record was found says nothing against them. Beside an article such a DOI is often that of
    its data or its preprint.

    Fix: none is needed; where an article is meant, give its own DOI as well.

    Silent where the record was found, where the agency is not known, and for data, software and preprints
    that no register asked holds: outside-registers names the agency with them.
    """
    if not match.is_kept_elsewhere or match.status in (MatchStatus.UNAVAILABLE, MatchStatus.OUTSIDE):
        return
    doi = match.reference.work.doi
    keeper = keeper_of(doi)
    who = f"{match.doi_agency} ({keeper})" if keeper else match.doi_agency
    own = match.work.doi if match.work else ""
    holder = "Crossref does" if match.doi_agency != "Crossref" else "the sources asked do"
    yield Problem(
        f"{label(match.reference)}: {holder} not hold the DOI {doi}; it belongs to {who}"
        + (f", and the work that was found has {own}." if own else "."),
        field="DOI",
        cited=doi,
        found=own,
        habit="" if own else f"{{}} DOIs are not Crossref's but those of {who}",
    )
