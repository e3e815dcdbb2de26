"""Author strings → names: "Smith JA", "J. Smith", "Smith, J.", "van der Berg, Jan", organisations.

``parse_names`` reads a whole list. The shape of the list decides what a comma means, so all parts of one
list are looked at before any of them is split.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from litreview.model.work import Name
from litreview.normalise.groups import without_group, without_joint
from litreview.normalise.initials import is_initials
from litreview.normalise.organisations import is_organisation, split_organisations
from litreview.normalise.vocabulary.editors import EDITORS_LAST, EDITORS_MARK
from litreview.normalise.vocabulary.et_al import ET_AL, may_hold_form
from litreview.normalise.vocabulary.given_names import GIVEN_NAMES
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.particles import PARTICLES
from litreview.normalise.vocabulary.suffixes import DEGREES, GENERATION, GENERATION_APART

_SUFFIX = re.compile(GENERATION)
_SUFFIX_BEFORE_INITIALS = re.compile(GENERATION_APART)
_DEGREE = re.compile("|".join(map(re.escape, DEGREES)))
_HONORIFIC = re.compile(r"(?:^|(?<=[,;/&]\s)|(?<=\sand\s))(?:(?:Dr|Prof|Mrs?|Ms)\.\s)+(?=[^\W\d_a-z])")
# Small capitals in a PDF: "PA R A S U R A M A N, A." is no row of initials.
_SPACED = re.compile(r"(?:[A-ZÀ-ÖØ-Þ]{1,2}\s){3,}[A-ZÀ-ÖØ-Þ]{1,2}")
_SEE = re.compile(r"^(?:[Vv]gl\.|[Cc]f\.|[Ss]iehe|[Ss]ee)\s(?:auch\s|also\s)?")
_ET_AL = re.compile(rf"(?:(?<![\s,;/&])[\s,;/&]+)?(?:\b(?i:and|und|et|&)\s+)?{ET_AL}\s*[:,]?")
_ET_AL_LAST = re.compile(rf"[\s,]{ET_AL}$")
_BLANK_BEFORE = re.compile(r"(?<!\s)\s+([.,;])")
_STOP_BEFORE = re.compile(r"\.(?=[^\W\d_]{2,}|[A-Z])")
_COMMA_BEFORE = re.compile(r",(?=\S)")
_FOOTNOTE = re.compile(r"(?<![*†‡§¶0-9])[*†‡§¶0-9]++(?=[,;\s]|$)")
_HYPHEN_BLANK = re.compile(r"(?<=[a-zà-ÿ])- (?=[a-zà-ÿ])")
_ELLIPSIS = re.compile(r"(?:(?<![\s,])[\s,]++)?+(?:…|\.\s?\.\s?\.)[\s,&]*")
# "i" joins names behind initials ("Nowak A. i Lis B."), and is part of one in Catalan ("Puig i Cadafalch").
_JOINTS = "|".join(sorted(JOINING_WORDS - {"&", "ed", "i"} | {"AND", "UND", r"u\."}))
_AND = re.compile(rf"(?:(?<!\s)\s+)?+(?:,\s*)?+(?:[&+]|(?<![^\s,.;)])(?:{_JOINTS}|(?<=[A-Z.]\s)i)(?=\s))\s*")
_ROLE = re.compile(
    rf"(?:(?<![\s,])[\s,]++)?+[\[(]\s*(?i:{EDITORS_MARK})\s*[\])][\s.:,]*"
    rf"|(?<![\s,])[\s,]+(?:{'|'.join(EDITORS_LAST)})\.?:?\s*$"
)
_LAST_PARTICLES = re.compile(rf"(?:\s(?:{'|'.join(sorted(PARTICLES))})){{1,8}}$")
_MOST_PARTS = 3
"""Parts between commas of one name: family, given, and a title that is not known as one."""


def parse_name(text: str) -> Name:
    """One person or organisation, in whatever order it is written.

    >>> parse_name("van der Berg, Jan P.")
    Name(family='Berg', given='Jan P.', particle='van der', suffix='', literal='')
    >>> parse_name("Smith JA").given
    'JA'
    """
    text = _clean(text)
    if not text:
        return Name()
    if is_organisation(text):
        return Name(literal=text)
    parts = [part for part in (part.strip() for part in text.split(",")) if part]
    suffix = ""
    if len(parts) > 1 and _SUFFIX.fullmatch(parts[-1]):
        suffix = parts.pop()
    parts = [part for at, part in enumerate(parts) if not at or not _DEGREE.fullmatch(part)]
    if len(parts) > 1:
        if len(parts) > 2 and _SUFFIX.fullmatch(parts[1]):
            suffix, parts = parts[1], [parts[0], *parts[2:]]
        return _person(parts[0], " ".join(parts[1:]), suffix)
    return _single(parts[0] if parts else text, suffix)


@lru_cache(maxsize=4096)
def parse_names(text: str, order: str = "") -> tuple[tuple[Name, ...], bool]:
    """All names of a list in order, and whether it says "et al.".

    ``order`` ("family" or "given") says what stands first where the first name alone does not tell
    ("Katz Jonathan"); a reference list's other entries know it (see ``name_order``).

    >>> parse_names("Chou R, Deyo R, et al.")[1]
    True
    """
    text = _clean(_ROLE.sub(" ", text))
    shortened, et_al = _without_et_al(text)
    if "…" in shortened or ".." in shortened.replace(" ", ""):
        whole, shortened = shortened, _ELLIPSIS.sub(", ", shortened)
        et_al = et_al or shortened != whole
    shortened = shortened.strip(" ,;:/&")
    if not any(char.isalnum() for char in shortened):
        return (), et_al
    shortened, group = without_group(shortened)
    organisations = split_organisations(shortened)
    if organisations:
        return (*(Name(literal=part) for part in organisations), *group), et_al
    names = [name for name in (*_people(shortened), *group) if name.family or name.literal]
    if order == "family" and names and _is_unclear(shortened) and " " not in names[0].given:
        names[0] = _person(names[0].given, names[0].family, names[0].suffix)
    return tuple(names), et_al


def name_order(text: str) -> str:
    """What stands first in the first name of a list: "family", "given", or "" where it does not tell.

    >>> name_order("Smith JA, Doe P"), name_order("J. A. Smith and P. Doe"), name_order("Katz Jonathan")
    ('family', 'given', '')
    """
    first, comma, rest = _clean(_AND.split(text)[0].split(";")[0].split("/")[0]).partition(",")
    words = first.split()
    if not words or (not comma and is_organisation(first)):
        return ""
    if len(words) == 1:
        return "family" if comma and rest.strip() else ""
    if is_initials(words[-1]) and not (is_initials(words[0]) and "." in words[0]):
        return "family"
    if is_initials(words[0]):
        return "given"
    return "" if not comma or len(rest.split()) != 1 else "family"


def _is_unclear(text: str) -> bool:
    """True where the first name is two plain words ("Katz Jonathan") that do not tell their order."""
    first = _clean(re.split(r"[,;/]", _AND.split(text)[0])[0]).split()
    return len(first) == 2 and not any(map(is_initials, first)) and not name_order(text)


def _clean(text: str) -> str:
    """Blanks where names part, none before marks; damaged spacing ("J .S .Bach") repaired."""
    text = _SEE.sub("", _BLANK_BEFORE.sub(r"\1", text))
    text = _STOP_BEFORE.sub(". ", text)
    text = _COMMA_BEFORE.sub(", ", text)
    text = _FOOTNOTE.sub("", text)
    text = _HYPHEN_BLANK.sub("", text)
    text = _HONORIFIC.sub("", text)
    text = " ".join(text.split()).strip(" ,;:")
    return (
        text[:-1]
        if text.endswith(".")
        and text[-2:-1].islower()
        and not _ET_AL_LAST.search(text)
        and not _SUFFIX.search(text, len(text) - 3)
        else text
    )


def _without_et_al(text: str) -> tuple[str, bool]:
    match = _ET_AL.search(text) if may_hold_form(text) else None
    if not match or not match.start():
        return text, False
    return f"{text[: match.start()]}, {text[match.end() :]}".strip(" ,"), True


def _people(text: str) -> list[Name]:
    for mark in (";", "/"):
        if mark in text:
            chunks = [chunk for chunk in text.split(mark) if chunk.strip(" .,&")]
            return [
                name
                for chunk in chunks
                for name in _semicolon_chunk(_AND.sub("", chunk, 1) if _AND.match(chunk) else chunk)
            ]
    parts, joined = _parts(text)
    return _from_parts(parts, joined)


def _semicolon_chunk(chunk: str) -> list[Name]:
    """One name, two joined by "and" ("Smith, J. and Jones, B."), or the names before a group ("Smith J, Jones
    B; Tin Study Group")."""
    chunk = without_joint(chunk)
    if is_organisation(chunk):
        return [Name(literal=chunk.strip(" ,;"))]
    parts, joined = _parts(chunk)
    kept = [part for part in parts if not _SUFFIX.fullmatch(part) and not _DEGREE.fullmatch(part)]
    if len(kept) > 1 and (_is_full(kept[0]) or len(kept) > _MOST_PARTS):
        return _from_parts(parts, joined)
    pieces = [piece for piece in _AND.split(chunk) if piece.strip(" ,.")]
    return [parse_name(piece) for piece in pieces]


def _parts(text: str) -> tuple[list[str], set[int]]:
    """Comma-separated parts and the numbers of those that an "and" precedes."""
    parts: list[str] = []
    joined: set[int] = set()
    for number, segment in enumerate(_AND.split(text)):
        if number:
            joined.add(len(parts))
        parts += [part.strip() for part in segment.split(",") if part.strip(" .")]
    return parts, joined


def _from_parts(parts: Sequence[str], joined: set[int]) -> list[Name]:
    """Read comma-separated parts by the shape of the whole list."""
    paired = _all_paired(parts, joined)
    names: list[Name] = []
    at = 0
    while at < len(parts):
        (part, suffix), following = _split_suffix(parts[at]), parts[at + 1 : at + 2]
        step = 1
        if following and _SUFFIX.fullmatch(following[0]):
            suffix, step = following[0], 2
            following = parts[at + 2 : at + 3]
        after = at + step
        if (
            following
            and after not in joined
            and _takes_given(part, following[0], paired=paired, first=at == 0, rest=parts[after + 1 :])
        ):
            given = following[0]
            step += 1
            if parts[at + step : at + step + 1] and _SUFFIX.fullmatch(parts[at + step]):
                suffix, step = parts[at + step], step + 1
            names.append(_person(part, given, suffix))
        elif not _DEGREE.fullmatch(part):
            names.append(_single(part, suffix))
        at += step
    return names


def _all_paired(parts: Sequence[str], joined: set[int]) -> bool:
    """True where one-word parts alternate as family, given all along ("Strauss, Anselm, Corbin, Juliet")."""
    kept = [part for part in parts if not _SUFFIX.fullmatch(part)]
    if len(kept) % 2 or any(at % 2 for at in joined) or len(kept) != len(parts):
        return False
    return all(len(part.split()) <= 2 for part in kept[::2]) and not any(_is_full(part) for part in kept[::2])


def _takes_given(part: str, following: str, *, paired: bool, first: bool, rest: Sequence[str]) -> bool:
    """Whether the part after a comma is the given name of the part before it."""
    following = _LAST_PARTICLES.sub("", following)
    if _is_full(part) and not ("." in following and is_initials(following) and "." not in part):
        return False
    if is_initials(following):
        return not is_initials(part) or len(part) > 1 or ("." in following and "." not in part)
    words = part.split()
    if len(words) > 1 and "." not in part + following and is_initials(words[-1]) and _is_full(following):
        return False  # "SEN R, Okonkwo T": a surname in capitals looks like initials
    if _starts_initial(following) and len(words) < 3:
        return not is_initials(part) or len(part) > 1
    if paired:
        return len(_family_words(part)) == 1 or len(following.split()) == 1
    if first and (len(following.split()) == 1 or len(_family_words(part)) == 1):
        # Chicago and MLA invert the first author only; later names have two words or more.
        others = [item for item in rest if not _SUFFIX.fullmatch(item)]
        return not others or all(len(item.split()) > 1 for item in others)
    return False


def _family_words(part: str) -> list[str]:
    return [word for word in part.split() if word.lower() not in PARTICLES]


def _is_full(part: str) -> bool:
    """A part that holds both family and initials: "J. Smith", "Smith JA"."""
    words = part.split()
    if len(words) < 2 or _SPACED.fullmatch(part):
        return False
    return is_initials(words[0]) != is_initials(words[-1]) or (
        is_initials(words[0]) and is_initials(words[-1]) and not is_initials(part)
    )


def _starts_initial(part: str) -> bool:
    """ "Lila R." or "David W.": a given name with an initial at its end."""
    words = part.split()
    return len(words) > 1 and is_initials(words[-1])


def _split_suffix(part: str) -> tuple[str, str]:
    """A part and the "Jr" at its end ("Ettinger WH Jr")."""
    words = part.split()
    if len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        return " ".join(words[:-1]), words[-1].rstrip(",")
    return part, ""


def _single(text: str, suffix: str = "") -> Name:
    """A name without a comma: the order follows from where the initials or the capitals stand."""
    if not suffix:
        text, suffix = _split_suffix(text)
    words = text.split()
    if len(words) < 2:
        return Name(family=text.strip(" .") if words else "", suffix=suffix)
    last_initials = _trailing_initials(words)
    if last_initials and not (is_initials(words[0]) and "." in words[0]):
        cut = len(words) - last_initials
        return _person(" ".join(words[:cut]), " ".join(words[cut:]), suffix)
    if words[0].isupper() and len(words[0]) > 3 and not words[-1].isupper() and not is_initials(words[0]):
        return _person(words[0], " ".join(words[1:]), suffix)
    start = _leading_initials(words) or len(words) - 1
    for at in range(1, len(words) - 1):
        if words[at].lower() in PARTICLES and not is_initials(words[at]):
            start = at
            break
    return _person(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _trailing_initials(words: Sequence[str]) -> int:
    count = 0
    for word in reversed(words[1:]):
        if not is_initials(word) or _SUFFIX_BEFORE_INITIALS.fullmatch(word):
            break
        count += 1
    return count


def _leading_initials(words: Sequence[str]) -> int:
    """How many words at the start are initials, where all the rest is the family name ("M. Díaz Andrade")."""
    count = 0
    while (
        count < len(words) - 1
        and is_initials(words[count])
        and (count or "." in words[0] or len(words[0]) < 3)
    ):
        count += 1
    if count and count < len(words) - 1 and words[count].casefold() in GIVEN_NAMES:
        count += 1
    return count


def _person(family: str, given: str, suffix: str = "") -> Name:
    """Split particles from the family name and bring everything into place."""
    words = family.strip(" ,;").split()
    if len(words) > 1 and not suffix and _SUFFIX_BEFORE_INITIALS.fullmatch(words[-1]):
        suffix = words.pop()
    particles = []
    while len(words) > 1 and words[0] in PARTICLES:
        particles.append(words.pop(0))
    given_words = given.strip(" ,;").split()
    while len(given_words) > 1 and given_words[-1] in PARTICLES:
        particles.insert(0, given_words.pop())
    if given_words and _SUFFIX.fullmatch(given_words[-1]) and len(given_words) > 1 and not suffix:
        suffix = given_words.pop()
    return Name(
        family=" ".join(words).rstrip("."),
        given=" ".join(given_words),
        particle=" ".join(particles),
        suffix=suffix.strip(" ,"),
    )
