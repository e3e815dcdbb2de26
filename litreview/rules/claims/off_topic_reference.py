"""E604."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from litreview.model.article import Article
from litreview.model.finding import Problem, Severity
from litreview.model.reference import Reference
from litreview.normalise.languages import guess_language
from litreview.normalise.text import fold
from litreview.normalise.titles import content_words
from litreview.rules.engine.rule import LINKS, Example, rule
from litreview.rules.views.labels import label, listed, quote
from litreview.rules.views.prose import prose

STEM = 6
"""Letters by which two forms of a word count as one ("antidepressants", "antidepressive")."""

TELLING = 2
"""Words only this title of the list has; with fewer nothing can be said about its subject."""

_LIST = (
    "\n\nReferences\n\nOkafor P. (2015). Massage and heat for stiffness in rowers. European "
    "Spine Journal, 24, 1-9.\n\nBerg L. (2016). Antidepressants for osteoarthritis in "
    "rowers. European Spine Journal, 25, 1-9.\n"
)


@rule(
    "E604",
    Severity.NOTE,
    bad=Example(
        text=f"Massage and heat relieve stiffness for a while. Rowers like them.{_LIST}",
        says="Berg L (2016): nothing in the article speaks of antidepressants and osteoarthritis, "
        "the subject of “Antidepressants for osteoarthritis in rowers”.",
    ),
    good=Example(
        text=f"Massage and heat relieve stiffness. An antidepressant did not help with osteoarthritis.{_LIST}"
    ),
    rests_on=LINKS,
    on_request=True,
)
def off_topic_reference(article: Article) -> Iterator[Problem]:
    """A listed work is about something the article never mentions.

    A lead, never a verdict: no word that tells this title from the others of the list stands anywhere in the
    article. The entry may have been copied from another page.

    Fix: take the reference out, or say what it was used for.

    Silent where works are cited in the text (then the citation shows what for), where title and article are
    in different languages, and where a title has fewer than two telling words.
    """
    if article.citations or len(article.references) < 2 or article.document.is_bibliography:
        return
    text = " ".join(article.text[start:end] for start, end in prose(article))
    stems = {word[:STEM] for word in re.findall(r"\w+", fold(text))}
    language = guess_language(text[:2000])
    shared = Counter(word for one in article.references for word in content_words(one.work.full_title))
    for reference in article.references:
        words = sorted(_telling(reference, shared))
        title = reference.work.full_title
        if len(words) < TELLING or guess_language(title) != language or any(w[:STEM] in stems for w in words):
            continue
        yield Problem(
            f"{label(reference)}: nothing in the article speaks of {listed(words[:3])}, the subject of "
            f"“{quote(title)}”.",
            field="title",
            cited=listed(words),
            reference=reference.key,
            habit="{} listed works are about something the article never mentions",
            at=(reference.start, reference.end) if not reference.origin else None,
        )


def _telling(reference: Reference, shared: Counter[str]) -> set[str]:
    """The words of a title that no other title of the list has; short and general ones tell nothing."""
    words = content_words(reference.work.full_title.partition(":")[0])
    return {word for word in words if shared[word] == 1 and len(word) > STEM and word not in _GENERAL}


_GENERAL = frozenset(
    [
        "efficacy",
        "effectiveness",
        "safety",
        "treatment",
        "treatments",
        "therapy",
        "therapies",
        "intervention",
        "interventions",
        "association",
        "associated",
        "clinical",
        "randomized",
        "randomised",
        "controlled",
        "systematic",
        "analysis",
        "management",
        "outcomes",
        "patients",
        "overview",
        "comparison",
        "evidence",
        "literature",
        "guideline",
        "practice",
        "physicians",
        "benefit",
        "various",
        "noninvasive",
        "update",
        "reviews",
        "results",
        "nonspecific",
        "specific",
        "general",
        "medicine",
        "international",
        "recommendations",
        "statement",
        "reporting",
    ]
)
