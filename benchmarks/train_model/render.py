"""Facts → a labelled reference string, in a style put together at random from what real lists do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.train_model import styles
from benchmarks.train_model.align import Example
from benchmarks.train_model.material import Facts, Person
from litreview.parsing.reading.cuts import cut
from litreview.parsing.reading.tokens import tokenise

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
    between, last = draw.choice(styles.SEPARATORS)
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
        into=draw.choice(("", "", "", "", "In: ", "in: ", "in ", "– In: ", "In ", "// ")),
        numbers=draw.choice(styles.NUMBERS),
        chapter=draw.choice(styles.CHAPTERS),
        imprint=draw.choice(styles.IMPRINTS),
        end=draw.choice((".", ".", "")),
        dash=draw.choice(("-", "–", "-", "--", " - ", " – ")),
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


def render_east(draw: random.Random) -> Example:
    """A Korean, Chinese or Japanese entry as such lists in English-language journals print them."""
    names, table, ends = draw.choice(styles.EAST)
    words = table.split()
    people = [
        draw.choice(names[0]) + draw.choice(names[1]) + draw.choice(names[1])
        for _ in range(draw.choice((1, 1, 2, 3)))
    ]
    gap = " " if names is styles.EAST[0][0] else draw.choice(("", "", " "))
    title = gap.join(draw.choice(words) for _ in range(draw.randint(4, 9)))
    journal = "".join(draw.choice(words) for _ in range(draw.randint(1, 3)))[:10] + draw.choice(ends)
    year, first = str(draw.randint(1975, 2022)), draw.randint(1, 400)
    values = {
        "a": [(draw.choice((", ", ".", ", ", "·")).join(people), "author")],
        "y": [(year, "year")],
        "t": [(title, "title")],
        "c": [(journal, "container")],
        "v": [(str(draw.randint(1, 60)), "volume")],
        "i": [(str(draw.randint(1, 12)), "issue")],
        "p": [(f"{first}{draw.choice('--~')}{first + draw.randint(3, 30)}", "pages")],
    }
    return labelled(_filled(draw.choice(styles.EAST_STYLES), values))


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
    if not style.quotes and title[-1:].isalpha() and len(title) % 29 == 0:
        end = " "
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
        editors = replace(style, order=draw.choice(("direct", style.order)), capitals=False)
        values |= {
            "E": _people(facts.editors, editors, "editor", draw),
            "C": [(facts.container, "container")],
            "y": [(facts.year, "other")],
        }
        return _filled(style.chapter, values)
    values |= {
        "c": [(facts.container, "container")],
        "i": [(facts.issue, "issue")],
        "l": [(facts.place, "place")],
        "b": [(facts.publisher, "publisher")],
    }
    if facts.kind == "report":
        return _filled(draw.choice(styles.REPORTS), values)
    if facts.kind == "talk":
        return _filled(draw.choice(styles.TALKS), values)
    if facts.kind == "web":
        site = facts.authors[0][0].casefold().split()[0]
        address = f"http://www.{site}.{draw.choice(('de', 'org', 'com/papers/12.pdf'))}"
        return _filled(draw.choice(styles.WEBS), {**values, "u": [(address, "other")]})
    if draw.random() < 0.12:
        name = facts.authors[-1]
        return [
            (draw.choice(styles.HELPERS).format(n=f"{name[1]} {name[0]}".strip()) + " ", "other"),
            *values["I"],
        ]
    return values["I"]


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
