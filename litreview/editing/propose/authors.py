"""Corrections of a list of authors: names respelt, left out ones added, strangers taken out."""

from __future__ import annotations

from collections.abc import Sequence

from litreview.editing.propose.entry_edits import as_fix
from litreview.editing.propose.losses import loss, lost_authors
from litreview.formats.pen import Person
from litreview.formats.pens import pen_of
from litreview.matching.compare_authors import compare_authors
from litreview.matching.corrected_authors import corrected_authors
from litreview.matching.people import Likeness, compare_names
from litreview.matching.proven import doubt_about
from litreview.model.article import Article
from litreview.model.finding import Cure, Fix
from litreview.model.match import Match, Verdict
from litreview.model.work import Name


def correct_authors(match: Match, article: Article, cure: Cure) -> Fix | None:
    """The record's list; else the one surname that the rule says is wrong. None where the entry does not show
    plainly how it writes its authors."""
    return correct_list(match, article) or _correct_surname(match, article, cure)


def correct_list(match: Match, article: Article) -> Fix | None:
    """The list of authors as the record has it, what is right left as it is written."""
    reference, work, pen = match.reference, match.work, pen_of(match.reference.notation)
    if work is None or pen is None or not article.holds(reference):
        return None
    cited = reference.work.author
    wanted = corrected_authors(cited, work, is_cut=reference.work.et_al)
    people = [Person(name, _as_cited(name, cited)) for name in wanted]
    edits = pen.replace_authors(reference, people, article.references) if people else ()
    said = f"authors: {', '.join(str(name) for name in wanted)}"
    doubt = doubt_about(match, "author") or _lost(match, wanted)
    return as_fix(reference, edits, said, doubt=doubt)


def _lost(match: Match, wanted: Sequence[Name]) -> str:
    """A whole author is taken out unasked only where another register has the record's list too."""
    agreed = match.work is not None and any(
        compare_authors(match.work, witness).verdict is Verdict.EQUAL
        for item in match.candidates
        if item.work.id == match.work.id
        for witness in item.witnesses
    )
    return "" if agreed else lost_authors(match.reference.work.author, wanted)


def _as_cited(name: Name, cited: Sequence[Name]) -> Name | None:
    """The cited name of the same person, which may be misspelt."""
    if name in cited:
        return name
    return next((one for one in cited if compare_names(one, name) <= Likeness.SPELLING), None)


def _correct_surname(match: Match, article: Article, cure: Cure) -> Fix | None:
    reference, pen = match.reference, pen_of(match.reference.notation)
    if pen is None or not article.holds(reference) or len(cure.old) != 1 or len(cure.new) != 1:
        return None
    edits = pen.replace_surname(reference, cure.old[0], cure.new[0])
    said = f"{cure.old[0]} → {cure.new[0]}"
    doubt = doubt_about(match, "author") or loss("author", cure.old[0], cure.new[0])
    return as_fix(reference, edits, said, doubt=doubt)
