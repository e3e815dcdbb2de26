"""Facts → a labelled reference string, in a style put together at random from what real lists do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.train_model.align import Example
from benchmarks.train_model.material import Facts, Person
from litreview.parsing.cuts import cut
from litreview.parsing.tokens import tokenise

Piece = tuple[str, str]
"""A stretch of text and its label; marks and words of the style are "other"."""

QUOTES = (("“", "”"), ('"', '"'), ("„", "“"), ("»", "«"), ("‘", "’"), ("‚", "‘"), ("«", "»"))


@dataclass(frozen=True, slots=True)
class Style:
    """How one list is set. Every field is one free choice; see ``draw_style``."""

    order: str
    given: str
    between: str
    last: str
    capitals: bool
    year: str
    after_year: str
    quotes: tuple[str, str] | None
    title_end: str
    into: str
    numbers: str
    chapter: str
    imprint: str
    end: str
    dash: str


def draw_style(draw: random.Random) -> Style:
    """One style."""
    year = draw.choices(("(Y)", "Y", "(Y)end", "Yend"), (58, 16, 10, 16))[0]
    between, last = draw.choice(
        (("; ", "; "), ("/", "/"), (" / ", " / "), ("/ ", "/ "), (", ", " & "), (", ", ", & "), (", ", " and "), (", ", ", and "), (", ", " und "), (", ", ", "),
         ("; ", " und "), ("; ", " & "), (" and ", " and "), (", ", ", und "))
    )  # fmt: skip
    after = {"(Y)": (": ", ", ", ". ", " "), "Y": (": ", ", ", ". ", " ")}.get(year, (": ", ", ", ". "))
    return Style(
        order=draw.choices(("inverted", "first", "direct"), (60, 22, 18))[0],
        given=draw.choice(("full", "full", "dotted", "dotted", "tight", "bare")),
        between=between,
        last=last,
        capitals=draw.random() < 0.05,
        year=year,
        after_year=draw.choice(after),
        quotes=draw.choice(QUOTES) if draw.random() < 0.35 else None,
        title_end=draw.choices((". ", ", ", "? "), (70, 29, 1))[0],
        into=draw.choice(("", "", "", "In: ", "in: ", "in ", "– In: ", "In ")),
        numbers=draw.choice(NUMBERS),
        chapter=draw.choice(CHAPTERS),
        imprint=draw.choice(IMPRINTS),
        end=draw.choice((".", ".", "")),
        dash=draw.choice(("-", "–", "-", "--", " - ", " – ")),
    )


# v volume, i issue, p pages, y year; a bracketed group is left out when its letter has no value.
NUMBERS = (
    " {v}[ ({i})]: {p}", " {v}[({i})]: {p}", ", {v}[({i})], {p}", ", {v}, {p}", " {v}[, {i}]: {p}", ", Jg. {v}[, H. {i}], S. {p}", ", {v}. Jg.[, Heft {i}], S. {p}",
    ", Vol. {v}[, No. {i}], pp. {p}", " {v}[/{i}], S. {p}", ", {v}[,{i}]: {p}", " {v}[.{i}] ({y}): {p}", " {v}: {p}", ", Bd. {v}, S. {p}", " {v} ({y})[, {i}], S. {p}",
    ", {v} ({y}), {p}", " {v} ({y})[ {i}], S. {p}", ", Jg. {v}[, Nr. {i}], S. {p}", " {v}[, H. {i}], S. {p}", ", {v}: {p}", ", {v}[ ({i})], S. {p}", ". {v}: {p}", ", {v}[:{i}], {p}",
    ", vol. {v}[, no. {i}] ({y}), pp. {p}", " {y};{v}[({i})]:{p}", " {v}, {p}", ", {v} ({i}), pp. {p}", ", Heft {i}, S. {p}", " {i}/{y}, S. {p}", ", Nr. {i}, S. {p}", " H. {i}, {p}",
    ", {v}[:{i}, {y}], S. {p}", " {v}, S. {p}", "; {v}[({i})]: {p}", ", Nr. {i}, Jg. {v}, {y}, S. {p}", ", {v}[ ({i})] {p}", ", {i}/{y}, {p}", ", Volume {v}[, Issue {i}], {p}",
)  # fmt: skip
# E editors, C book, I imprint, p pages.
CHAPTERS = (
    "In: {E} (Hrsg.): {C}. {I}, S. {p}", "in: {E} (Hg.), {C}, {I}, S. {p}", "In: {E} (Hrsg.): {C}. {I}, {p}", "In {E} (Eds.), {C} (pp. {p}). {I}", "In {E} (Hrsg.), {C} (S. {p}). {I}",
    "in {E} (eds) {C}, {I}, pp. {p}", "in {E} (eds.): {C}. {I}: {p}", "S. {p} in: {E} (Hg.): {C}. {I}", "Pp. {p} in {C}, edited by {E}. {I}", "In: {E} (eds.): {C}. {I}, pp. {p}",
    "– In: {E} (Hrsg.): {C}. – {I}, S. {p}", "In {C}, edited by {E}, {p}. {I}", "in: {E} (Hg.): {C}, {I}, S. {p}", "In: {E} (Hrsg.), {C}, {I}, {p}", "in {C}, ed. {E}, {I}, {p}",
    "In: {C}, hrsg. von {E}, {I}, S. {p}", "In: {C}. {I}, S. {p}", "In {E} (Ed.), {C}. {I}", "in: {E} (eds.), {C}, {I}, {p}", "in {C}, {I}, pp. {p}", "In: {E}: {C}. {I}: {p}",
    "in: {E} (Hrsg.): {C}, {I}: {p}", "In: {E} (Hrsg.) ({y}): {C}. {I}, S. {p}", "in: Ders. (Hg.), {C}, {I}, S. {p}", "In {E}, eds., {C}. {I}, pp. {p}", "In: dies. (Hrsg.): {C}. {I}, S. {p}",
)  # fmt: skip
IMPRINTS = (
    "{l}: {b}", "{l}: {b}", "{l}: {b}", "{l}", "{l}", "{b}, {l}", "({l}: {b})", "{l}, {b}", "{b}", "{b}: {l}", "{l} : {b}",
    "2. Aufl. {l}: {b}", "3., überarb. Aufl., {l}", "2nd ed. {l}: {b}",
)  # fmt: skip
REPORTS = (
    "({c}; {i}). {I}",
    "{c} Nr. {i}. {I}",
    "{c} {i}, {I}",
    "({c} No. {i}). {I}",
    "{c}, No. {i}, {I}",
    "{c} {i}. {I}",
    "= {c} {i}. {I}",
)


def render(facts: Facts, style: Style, draw: random.Random) -> Example:
    """The reference and its labels."""
    pieces = _start(draw)
    pieces += _people(facts.authors, style, "author", draw)
    year = _year(facts, draw)
    if style.year in ("(Y)", "Y"):
        pieces += _early_year(year, style, draw)
    else:
        pieces.append(
            (
                draw.choice((": ", ", ", ". ")) if pieces[-1][0][-1] != "." else draw.choice((" ", ", ")),
                "other",
            )
        )
    pieces += _title(facts.title, style)
    pieces += _body(facts, style, draw)
    if style.year == "(Y)end":
        pieces += [(" (", "other"), (year, "year"), (")", "other")]
    elif style.year == "Yend" and not any(label == "year" for _, label in pieces):
        pieces += [(draw.choice((", ", " ")), "other"), (year, "year")]
    pieces.append((style.end, "other"))
    return labelled(pieces)


def labelled(pieces: Sequence[Piece]) -> Example:
    """Pieces joined, tokenised as a reader would, each token with the label of its first character."""
    text = "".join(text for text, _ in pieces)
    marks = [label for part, label in pieces for _ in part]
    tokens = tokenise(text, cut(text).spans)
    cuts = tuple(
        "other" if word[0] == "<" and len(word) > 1 else marks[start]
        for word, start in zip(tokens.words, tokens.starts, strict=True)
    )
    return Example(tokens.words, cuts)


def _start(draw: random.Random) -> list[Piece]:
    label = draw.random()
    number = draw.randint(1, 150)
    return [(f"[{number}] ", "other")] if label < 0.05 else [(f"{number}. ", "other")] if label < 0.1 else []


def _people(people: Sequence[Person], style: Style, label: str, draw: random.Random) -> list[Piece]:
    names = [_name(person, style, first=at == 0) for at, person in enumerate(people)]
    if len(names) > 2 and draw.random() < 0.15:
        return [(names[0] + draw.choice((" et al.", " u.a.", ", et al.")), label)]
    text = names[0]
    for at, name in enumerate(names[1:], start=1):
        text += (style.last if at == len(names) - 1 else style.between) + name
    return [(text, label)]


def _name(person: Person, style: Style, *, first: bool) -> str:
    family, given = person
    family = family.upper() if style.capitals else family
    letters = [part for part in given.replace("-", " -").replace(".", " ").split() if part.strip("-")]
    if style.given == "dotted":
        given = " ".join(f"{part[:2] if part[0] == '-' else part[0]}." for part in letters).replace(" -", "-")
    elif style.given == "tight":
        given = "".join(f"{part.strip('-')[0]}." for part in letters)
    elif style.given == "bare":
        given = "".join(part.strip("-")[0] for part in letters)
    if not given:
        return family
    inverted = style.order == "inverted" or (style.order == "first" and first)
    return (
        f"{family}, {given}"
        if inverted and style.given != "bare"
        else f"{family} {given}"
        if inverted
        else f"{given} {family}"
    )


def _year(facts: Facts, draw: random.Random) -> str:
    return facts.year + (draw.choice("aabbc") if draw.random() < 0.07 else "")


def _early_year(year: str, style: Style, draw: random.Random) -> list[Piece]:
    if style.year == "(Y)":
        return [
            (draw.choice((" (", " (", " (", "(", ". (")), "other"),
            (year, "year"),
            (")" + style.after_year, "other"),
        ]
    return [
        (draw.choice((", ", " ", ". ")), "other"),
        (year, "year"),
        (style.after_year.replace(" ", " ", 1), "other"),
    ]


def _title(title: str, style: Style) -> list[Piece]:
    left, right = style.quotes or ("", "")
    end = style.title_end
    if title.endswith("?"):
        end = " "
    if style.quotes and style.title_end == ", " and left == "“":
        return [(left, "other"), (title, "title"), ("," + right + " ", "other")]
    return [(left, "other"), (title, "title"), (right + end, "other")]


def _body(facts: Facts, style: Style, draw: random.Random) -> list[Piece]:
    if facts.kind == "article":
        into = [(style.into, "other")] if style.into else []
        return [*into, (facts.container, "container"), *_numbers(facts, style)]
    values: dict[str, list[Piece]] = {
        "I": _imprint(facts, style),
        "p": [(facts.pages.replace("-", style.dash), "pages")],
    }
    if facts.kind == "chapter":
        editors = Style(
            **{**_fields(style), "order": draw.choice(("direct", style.order)), "capitals": False}
        )
        values |= {
            "E": _people(facts.editors, editors, "editor", draw),
            "C": [(facts.container, "container")],
            "y": [(facts.year, "other")],
        }
        return _filled(style.chapter, values)
    if facts.kind == "report":
        values |= {"c": [(facts.container, "container")], "i": [(facts.issue, "issue")]}
        return _filled(draw.choice(REPORTS), values)
    return values["I"]


def _fields(style: Style) -> dict[str, object]:
    return {name: getattr(style, name) for name in Style.__slots__}


def _imprint(facts: Facts, style: Style) -> list[Piece]:
    return _filled(style.imprint, {"l": [(facts.place, "place")], "b": [(facts.publisher, "publisher")]})


def _numbers(facts: Facts, style: Style) -> list[Piece]:
    pattern = style.numbers
    if "[" not in pattern and "{i}" in pattern and not facts.issue:
        pattern = " {v}: {p}"
    if "[" in pattern:
        head, rest = pattern.split("[", 1)
        optional, tail = rest.split("]", 1)
        pattern = head + (optional if facts.issue else "") + tail
    if not facts.volume and "{v}" in pattern:
        pattern = " ({i}): {p}" if facts.issue else ": {p}"
    if not facts.pages:
        pattern = pattern.split("{p}")[0].rstrip(" :,.SpP")
    late = "y" in pattern and style.year in ("Yend", "(Y)end")
    pages = facts.pages.replace("-", style.dash)
    values = {"v": [(facts.volume, "volume")], "i": [(facts.issue, "issue")], "p": [(pages, "pages")]}
    values["y"] = [(facts.year, "year" if late else "other")]
    return _filled(pattern, values)


def _filled(pattern: str, values: dict[str, list[Piece]]) -> list[Piece]:
    """A pattern with its ``{letters}`` replaced by labelled pieces."""
    pieces: list[Piece] = []
    for part in pattern.split("{"):
        letter, closed, rest = part.partition("}")
        if closed and letter in values:
            pieces += values[letter]
            pieces.append((rest, "other"))
        else:
            pieces.append((part, "other"))
    return [piece for piece in pieces if piece[0]]
