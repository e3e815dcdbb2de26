"""Fixes for a list of authors: names respelt, left out ones added, strangers taken out."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import NamedTuple

from litreview.formats.records.names import read_name
from litreview.matching.people import Likeness, compare_names
from litreview.model.article import Article
from litreview.model.finding import Fix
from litreview.model.match import Match
from litreview.model.reference import Reference
from litreview.model.work import Name, Work
from litreview.normalise.text import fold
from litreview.rules.author_forms import Form, form_of, is_initials, like, like_all
from litreview.rules.entry_places import Spot, as_fix, elements, spots, tagged
from litreview.rules.notation import in_notation, notation_of, plain
from litreview.rules.places import is_placed, written
from litreview.rules.proven import is_proven

MOST_ADDED = 12
"""Names that are added to a list; a longer gap is a list cut short on purpose."""

FULL_PATTERN = 3
"""Authors from which an entry shows what stands between names and what before the last."""

MOST_NEIGHBOURS = 15
"""Entries looked at for the way in which a list writes names."""

_ET_AL = re.compile(r"[,;]?\s*(?:\bet\.? ?al\b\.?|…|\.\s?\.\s?\.|\band others\b|\bu\. ?a\.).*\Z", re.DOTALL)


class Written(NamedTuple):
    """An author as an entry writes it."""

    spot: Spot
    name: Name


def fix_authors(match: Match, article: Article) -> Fix | None:
    """The list of authors as the record has it, what is right left as it is written.

    None where the entry does not show plainly how it writes a list.
    """
    reference, work = match.reference, match.work
    if work is None or not is_placed(reference, article):
        return None
    cited = reference.work.author
    wanted = corrected(cited, work, is_cut=reference.work.et_al)
    if not wanted or wanted == cited or len(wanted) > len(cited) + MOST_ADDED:
        return None
    notation = notation_of(reference, article)
    edits = (
        _printed(match, article, wanted, notation)
        if notation not in _READERS
        else _recorded(_READERS[notation](match, article), wanted, notation, reference.text)
    )
    if not edits:
        return None
    said = f"authors: {', '.join(str(name) for name in wanted)}"
    return as_fix(reference, edits, said, safe=is_proven(match))


def corrected(cited: Sequence[Name], work: Work, *, is_cut: bool) -> tuple[Name, ...]:
    """The record's authors in its order, each as it is cited where that is right.

    A list cut short keeps its length. A name that is only spelt otherwise keeps its given names.
    """
    found = work.author[: len(cited)] if is_cut else work.author
    if not all(name.family for name in found):
        return ()
    free = list(cited)
    names: list[Name] = []
    for name in found:
        near = min(free, key=lambda one: compare_names(one, name), default=None)
        likeness = compare_names(near, name) if near is not None else Likeness.OTHER
        if near is None or (likeness > Likeness.SPELLING and not _is_within(near, name)):
            names.append(like(name, cited))
            continue
        free.remove(near)
        respelt = (
            likeness is Likeness.SPELLING
            and fold(near.family) != fold(name.family)
            and len(near.family.split()) == len(name.family.split())
        )
        names.append(like_spelt(near, name) if respelt else near)
    return tuple(names)


def _is_within(cited: Name, found: Name) -> bool:
    """True where the record merely glues given and family names: "Nicolai Juul Foss"."""
    words = fold(f"{cited.particle} {cited.family}").split()
    return len(words) > 1 and set(words) <= set(fold(str(found)).split())


def like_spelt(cited: Name, found: Name) -> Name:
    """A cited name with the surname of the record."""
    return Name(found.family, cited.given, cited.particle or found.particle, cited.suffix)


# - printed lists -----------------------------------------------------------------------------------


def _printed(
    match: Match, article: Article, wanted: Sequence[Name], notation: str
) -> list[tuple[int, int, str]]:
    reference = match.reference
    found = spots(reference, article, "author")
    if not found:
        return []
    spot = found[0]
    cut = _ET_AL.search(spot.text)
    head = spot.text[: cut.start()] if cut else spot.text
    is_cut = bool(cut) or reference.work.et_al
    dotted = [f"{head}."] if reference.text[spot.start + len(head) :].startswith(".") else []
    own = [head, head.rstrip(" ."), head.rstrip(" ,:;")]
    cited = reference.work.author
    house = _house_forms(article, reference, len(wanted))
    pairs = (
        (_like_house(_words(shown, notation), cited, house, is_cut=is_cut), shown) for shown in dotted + own
    )
    plainly = min(len(cited), FULL_PATTERN) >= min(len(wanted), FULL_PATTERN)
    itself = (
        (form_of(_words(shown, notation), cited, is_cut=is_cut) if plainly else None, shown) for shown in own
    )
    form, shown = next(((form, shown) for form, shown in chain(pairs, itself) if form), (None, ""))
    if form is None:
        return []
    new = form.write(like_all(wanted, cited, form), is_cut=is_cut)
    new = in_notation(new, notation, shown, reference.text)
    end = spot.start + len(shown)
    # The sentence keeps its own stop behind the last initial.
    if new.endswith(".") and reference.text[end : end + 1] == ".":
        new = new[:-1]
    elif shown in dotted and not new.endswith(".") and not reference.text[end:].lstrip().startswith("("):
        new += "."
    return [(spot.start, end, new)]


def _like_house(shown: str, cited: tuple[Name, ...], house: Sequence[Form], *, is_cut: bool) -> Form | None:
    """The form of the neighbours that writes these names as they stand here; a neighbour with single initials
    does not show what stands between two."""
    forms = [one for form in house for one in (form, replace(form, blank="" if form.blank else " "))]
    return next((form for form in forms if form.write(cited, is_cut=is_cut) == shown), None)


def _house_forms(article: Article, own: Reference, count: int) -> list[Form]:
    """The forms of other entries with as many authors (two, more than two), most frequent first."""
    forms: Counter[Form] = Counter()
    notation = article.document.format
    tried = 0
    for reference in article.references:
        authors = len(reference.work.author)
        fits = authors == count if count == 2 else authors >= min(max(count, 2), FULL_PATTERN)
        place = written(reference, "author")
        if reference is own or not fits or place is None or reference.work.et_al or reference.origin:
            continue
        tried += 1
        behind = reference.text[place[1] - reference.start :][:1]
        for shown in dict.fromkeys((place[2] + behind.strip("()[]:;,“‘ \n"), place[2])):
            if form := form_of(_words(shown, notation), reference.work.author, is_cut=False):
                forms[form] += 1
        if tried == MOST_NEIGHBOURS:
            break
    return [form for form, _ in forms.most_common()]


def _words(text: str, notation: str) -> str:
    return plain(text, notation) if notation == "latex" else " ".join(text.split())


# - records -----------------------------------------------------------------------------------------


def _recorded(
    listed: Sequence[Written], wanted: Sequence[Name], notation: str, entry: str
) -> list[tuple[int, int, str]]:
    """The list written anew from the texts of its own names; those between them stand as they did."""
    if not listed:
        return []
    texts = [_text_of(name, listed, notation, entry) for name in wanted]
    if not all(texts):
        return []
    gap = (
        entry[listed[0].spot.end : listed[1].spot.start]
        if len(listed) > 1
        else _gap(listed[0], notation, entry)
    )
    return [(listed[0].spot.start, listed[-1].spot.end, gap.join(texts))]


def _gap(only: Written, notation: str, entry: str) -> str:
    """What divides names where the entry has a single one."""
    if notation in ("ris", "nbib"):
        return "\r\n" if "\r\n" in entry else "\n"
    return {"bibtex": " and ", "csv": "; "}.get(notation, ", ")


def _text_of(name: Name, listed: Sequence[Written], notation: str, entry: str) -> str:
    """A name's text in the entry, else a new one in the look of its neighbours."""
    for one in listed:
        if one.name == name:
            return one.spot.text
    alike = [one for one in listed if compare_names(one.name, name) <= Likeness.SPELLING]
    alike += [one for one in listed if is_initials(one.name.given) == is_initials(name.given)]
    near = (alike or [listed[-1]])[0]
    return _in_look_of(near, name, notation, entry)


def _in_look_of(model: Written, name: Name, notation: str, entry: str) -> str:
    """The model's text with another person's names in it; empty where the model is no such person."""
    if model.name.literal or not model.name.family:
        return ""
    if notation == "csl":
        return _json_name(model.spot.text, name)
    text = model.spot.text
    for old, new in ((_surname(model.name), _surname(name)), (model.name.given, name.given)):
        if old == new:
            continue
        written = next((form for form in (in_notation(old, notation, "", entry), old) if form in text), "")
        if not written:
            return ""
        text = text.replace(written, in_notation(new, notation, "", entry), 1)
    return text


def _surname(name: Name) -> str:
    return f"{name.particle} {name.family}".strip()


def _json_name(model: str, name: Name) -> str:
    """A CSL name object laid out as another one."""
    values = {"family": name.family, "given": name.given}
    if name.particle:
        values["non-dropping-particle"] = name.particle
    between = re.search(r",(\s*)\"", model)
    edges = re.match(r"\{(\s*)", model), re.search(r"(\s*)\}\Z", model)
    colon = re.search(r"\"(\s*:\s*)", model)
    gap = between[1] if between else " "
    ascii_only = model.isascii() and "\\u" in model
    pairs = (f"{json.dumps(key)}{colon[1] if colon else ': '}{json.dumps(text, ensure_ascii=ascii_only)}"
             for key, text in values.items() if text)  # fmt: skip
    return f"{{{edges[0][1] if edges[0] else ''}{f',{gap}'.join(pairs)}{edges[1][1] if edges[1] else ''}}}"


def _of_bibtex(match: Match, article: Article) -> list[Written]:
    # pybtex is loaded for .bib files only, not for each check.
    from litreview.formats.bibtex.read import read_people

    found = spots(match.reference, article, "author")
    listed: list[Written] = []
    for spot in found:
        at = 0
        for gap in [*re.finditer(r"\s+and\s+(?![^{}]*\})", spot.text, re.IGNORECASE), None]:
            end = gap.start() if gap else len(spot.text)
            people = read_people(spot.text[at:end])
            if people == ["others"]:
                break
            if len(people) != 1 or isinstance(people[0], str):
                return []
            place = Spot(spot.start + at, spot.start + end, spot.text[at:end])
            listed.append(Written(place, people[0]))
            at = gap.end() if gap else end
    return listed if tuple(one.name for one in listed) == match.reference.work.author else []


def _of_ris(match: Match, article: Article) -> list[Written]:
    """Whole lines, so that a name goes with its tag."""
    entry = match.reference.text
    listed = []
    for spot in tagged(entry, "AU|A1"):
        start = entry.rfind("\n", 0, spot.start) + 1
        listed.append(Written(Spot(start, spot.end, entry[start : spot.end]), read_name(spot.text)))
    return _if_whole(listed, match, entry)


def _of_nbib(match: Match, article: Article) -> list[Written]:
    """Only full names without affiliations between them: those lines belong to a person too."""
    entry = match.reference.text
    if tagged(entry, "AD|AUID|AU") and tagged(entry, "FAU"):
        return []
    listed = []
    for spot in tagged(entry, "FAU|AU"):
        start = entry.rfind("\n", 0, spot.start) + 1
        listed.append(Written(Spot(start, spot.end, entry[start : spot.end]), read_name(spot.text)))
    return _if_whole(listed, match, entry)


def _of_csl(match: Match, article: Article) -> list[Written]:
    found = spots(match.reference, article, "author")
    if not found or found[0].text[:1] != "[":
        return []
    listed = [
        Written(spot, name)
        for spot, name in zip(
            elements(match.reference.text, found[0].start), match.reference.work.author, strict=False
        )
    ]
    return listed if len(listed) == len(match.reference.work.author) else []


def _of_csv(match: Match, article: Article) -> list[Written]:
    found = spots(match.reference, article, "author")
    listed = []
    for spot in found:
        body = spot.text.strip('"')
        at = spot.start + spot.text.index(body)
        for part in re.finditer(r"[^;]+", body):
            text = part.group().strip()
            begin = at + part.start() + part.group().index(text)
            listed.append(Written(Spot(begin, begin + len(text), text), read_name(text)))
    return listed if tuple(one.name for one in listed) == match.reference.work.author else []


def _if_whole(listed: list[Written], match: Match, entry: str) -> list[Written]:
    """The lines, if they follow each other and are the authors as read."""
    follow = all(not entry[one.spot.end : two.spot.start].strip() for one, two in pairwise(listed))
    return listed if follow and tuple(one.name for one in listed) == match.reference.work.author else []


_READERS = {"bibtex": _of_bibtex, "ris": _of_ris, "nbib": _of_nbib, "csl": _of_csl, "csv": _of_csv}
"""Notation → the authors of an entry, each with its place."""
