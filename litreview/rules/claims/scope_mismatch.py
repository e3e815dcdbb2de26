"""E601."""

from __future__ import annotations

from collections.abc import Iterator

from litreview.model.article import Article, Citation
from litreview.model.finding import Problem, Severity
from litreview.rules.engine.review import Review
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.labels import label, listed, quote
from litreview.rules.views.prose import citations_in, references_in, sentence_of, title_of
from litreview.rules.views.subjects import FACETS, values_in

_LIST = (
    "\n\nReferences\n\nPaige NM, et al. (2017). Association of spinal manipulative therapy "
    "with clinical benefit and harm for acute low back pain. JAMA, 317(14), 1451-1460.\n"
)


@rule(
    "E601",
    Severity.NOTE,
    bad=Example(
        text=f"Manipulation eases stiffness of the neck for some weeks (Paige et al., 2017).{_LIST}",
        says="The sentence “Manipulation eases stiffness of the neck for some weeks (Paige et "
        "al., 2017).” speaks of the neck; the title of Paige NM, et al. (2017) speaks of the "
        "low back.",
    ),
    good=Example(text=f"Manipulation eases acute low back pain for some weeks (Paige et al., 2017).{_LIST}"),
    rests_on=LINKS,
    on_request=True,
)
def scope_mismatch(citation: Citation, article: Article, review: Review) -> Iterator[Problem]:
    """The sentence speaks of something that the title of the cited work does not cover.

    A lead, never a verdict: only words of the sentence and of the title are compared (part of the body,
    acute or chronic, children or adults, animals or people). The work itself may well cover both.

    Fix: look into the work; narrow the sentence or cite a work that covers it.

    Silent where the title names nothing of the kind, where another work cited in the same sentence covers
    it, and where the sentence names it only to set it apart ("unlike", "in contrast to").
    """
    sentence = sentence_of(citation, article)
    if sentence is None or citations_in(sentence, article)[0] is not citation:
        return
    cited = references_in(sentence, article)
    said = sentence.text
    if any(word in said.casefold() for word in _SETTING_APART):
        return
    titles = [title_of(reference, article, review) for reference in cited]
    for facet in FACETS:
        covered = [values_in(title, facet) for title in titles]
        claimed = values_in(said, facet)
        beyond = claimed.difference(*covered) if covered and all(covered) else frozenset[str]()
        if beyond and (claimed - beyond or facet == _TELLING_ALONE):
            yield Problem(
                f"The sentence “{quote(said, 120)}” speaks of {listed(sorted(beyond))}; the title of "
                f"{listed([label(reference) for reference in cited])} speaks of "
                f"{listed(sorted(frozenset[str]().union(*covered)))}.",
                field="title",
                cited=listed(sorted(beyond)),
                found=listed(sorted(frozenset[str]().union(*covered))),
                reference=cited[0].key,
                habit="{} sentences speak of something that the title cited for it does not cover",
            )


_TELLING_ALONE = "part of the body"
_SETTING_APART = (
    "unlike",
    "in contrast to",
    "as opposed to",
    "rather than",
    "im gegensatz",
    "not only",
    "whereas",
)
