"""M303."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.formats.plain import wording_of
from litreview.model.finding import Cure, CureKind, Problem, Severity
from litreview.model.match import Match
from litreview.normalise.text import fold
from litreview.rules.engine.rule import Example, rule
from litreview.rules.views.contradictions import differing, disbelieved
from litreview.rules.views.labels import in_record, label, quote

ENOUGH = 4
"""Words of a title that do not stand in another entry by chance."""


@rule(
    "M303",
    Severity.ERROR,
    bad=Example(
        cites="Egger M, Davey Smith G, Schneider M, Minder C. Publication bias in clinical research. "
        "BMJ 1997; 315: 629-634.",
        registered={"title": "Bias in meta-analysis detected by a simple, graphical test"},
        says="Egger M, et al. (1997): the title is “Bias in meta-analysis detected by a simple, "
        "graphical test”, not “Publication bias in clinical research”, in the record found "
        "by journal, volume and page.",
    ),
    good=Example(
        cites="Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis. BMJ 1997; 315: 629-634.",
        registered={"title": "Bias in meta-analysis", "subtitle": "detected by a simple, graphical test"},
    ),
)
def title_mismatch(match: Match) -> Iterator[Problem]:
    """The title in the reference is not the title of the work.

    Journal, volume and page lead to a paper with another title: the reference was pieced together, or it
    was meant for another paper. A title that merely shares its last words ("a systematic review and
    meta-analysis") is another title.

    Fix: the title of the record, after a look whether this is the paper you mean.

    Silent where only the subtitle, letter case, accents, dashes or markup differ, where the title is
    a translation and the numbers agree, where the registered title stands in the entry and was not read as
    such, and where the reference is not matched. A note, without a correction, where the registered title is
    not believed: cut short, with a hole where italics or a formula stood, a heading, or another one in
    another register.
    """
    item = differing(match, "title")
    if item is None or _is_misread(match):
        return
    if item.disbelief:
        yield disbelieved(match, item)
        return
    said = f"the title is “{item.found}”, not “{quote(item.cited, 200)}”"
    yield Problem(
        f"{label(match.reference)}: {said}, {in_record(match)}.",
        field="title",
        cited=item.cited,
        found=item.found,
        cure=Cure(CureKind.FIELD),
    )


def _is_misread(match: Match) -> bool:
    """True where the title read is the record's journal or book, or the right title is printed too."""
    work = match.work
    if work is None:
        return False
    cited, title = fold(match.reference.work.full_title), fold(work.title)
    if cited and cited == fold(work.container_title):
        return True
    return len(title.split()) >= ENOUGH and f" {title} " in f" {fold(wording_of(match.reference))} "
