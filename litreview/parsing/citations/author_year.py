"""Author–year citations: "(Franke et al., 2014; Chou 2016a, b)", "Smith and Jones (2010, p. 7)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from litreview.model.article import Citation, CitationItem
from litreview.normalise.vocabulary.et_al import ET_AL_LATIN
from litreview.normalise.vocabulary.states import COMING_IN_TEXT, UNDATED_PATTERN
from litreview.normalise.vocabulary.years import NEAR_YEAR, YEAR
from litreview.parsing.citations.evidence import ListEvidence
from litreview.parsing.citations.name_reader import Manner
from litreview.parsing.citations.names import Authors, read_authors
from litreview.parsing.citations.words import EVENTS, LEADS, PREFIX_WORDS, REPORTING, TITLED
from litreview.parsing.citations.words import folded as fold

_SCAN = re.compile(
    r"(?P<open>[(\[（［])|(?P<close>[)\]）］])|(?P<gap>\n\s*\n)"
    rf"|(?<![\w.$€£/-])(?P<year>{NEAR_YEAR})(?P<until>[-–/](?:\d\d|{NEAR_YEAR})(?!\d))?"
    r"(?P<suffix>[a-z](?![a-z]))?(?![\w%°]|\.\d|,\d{3}|-\s?\d\d-)"
    rf"|(?<!\w)(?P<undated>{COMING_IN_TEXT}|[Ii]n [Pp]rep(?:aration|\.)|{UNDATED_PATTERN}|i\. Dr\.)"
    r"(?:(?:-|(?<=\.)|\s(?=[a-z][;,)\]]))(?P<letter>[a-z]))?(?!\w)"
)
_MORE_LETTERS = re.compile(r"(?:\s*[,/&+]\s*|\s*(?:,\s*)?(?:and|und|et|y)\s+)([b-z])(?![\w’']|\.\s?\w)")
_LETTER_RANGE = re.compile(r"\s*[-–]\s*([b-z])(?!\w)")
_MORE_YEARS = re.compile(
    rf"\s*+(?:[,;/&]|,?\s*\band\b|,?\s*\bund\b|,?\s*\bet\b)\s*({YEAR})([a-z](?![a-z]))?(?![\w%]|\.\d)"
)
_LOCATOR = re.compile(
    r"\s*+[,:]?+\s*+((?:pp?\.|pages?|S\.|ss?\.|str\.|p|pp|[Cc]h(?:ap(?:ter|\.)?|\.)|Kap\.|[Ss]ec(?:tion|t?\.)|§{1,2}|[Ff]ig(?:ure|s?\.)|[Tt]ab(?:le|\.)|[Vv]ol\.|"
    r"[Pp]ara(?:graph|\.)?|[Aa]pp(?:endix|\.)|[Ee]q(?:uation|\.)|[Tt]h(?:eorem|m\.)|cap\.|c\.|fol\.|[Nn]ote|n\.)\s?[\dIVXivxA-F]{1,6}[a-z]?(?:\s?[-–.,&]\s?\d{1,5})*(?:\s?ff?\.)?)"
    r"|\s*:\s*(\d{1,4}(?:\s?[-–]\s?\d{1,4})?)(?!\d)"
)
_BETWEEN = re.compile(r"[\s;,.&]*(?:[\w.’'-]+[\s,;.:]*){0,6}")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
# Journals that print names in small capitals come out of a PDF as "(agrawal & rahman, 2015)".
_SMALL = re.compile(rf"[(;] ?[a-zà-ÿ-]{{3,20}} (?:{ET_AL_LATIN}|& [^\W\d_]{{3,20}}),? {YEAR}")
_INITIAL_BEFORE = re.compile(r"[A-Z]\.?,\s$")
_TRAILING = 60
"""Characters that may stand between the year of "Smith (2010; Paper I)" and its closing bracket."""
MANY_ALIKE, DEVIATING = 8, 0.05
"""Citations of one name that a manner is learnt from, and the share of them that may deviate. All 5 stored
articles with four such citations or more have the comma in each; the limits are a judgement."""
_MAX_MORE = 30
_NEXT_LETTERS = 3


@dataclass
class _Hit:
    """Items with where they stand (``opened``: the bracket around them, -1 for none) and how sure we are."""

    items: list[CitationItem]
    start: int
    end: int
    opened: int
    narrative: bool
    strong: bool
    closed: int = -1
    supported: bool = False


def find_author_year(
    text: str, evidence: ListEvidence, start: int = 0, end: int | None = None
) -> list[Citation]:
    """Every author–year citation of ``text[start:end]``, in order."""
    hits = _hits(text, evidence, start, len(text) if end is None else end)
    believed = [hit for hit in hits if hit.strong or hit.supported]
    return list(_grouped(text, _in_one_manner(text, believed, evidence)))


def _in_one_manner(text: str, hits: list[_Hit], evidence: ListEvidence) -> list[_Hit]:
    """Without those that the list does not know and that leave out the comma all others have before the year,
    or have one where no other does: "Lipofectamine 2000" beside "(Arden, 2003)"."""
    known = [_has_comma(text, hit) for hit in hits if _is_plain(hit) and hit.supported]
    share = sum(known) / len(known) if known else 0.0
    if not evidence.exists or len(known) < MANY_ALIKE or DEVIATING < share < 1 - DEVIATING:
        return hits
    usual = share > DEVIATING
    return [hit for hit in hits if hit.supported or not _is_plain(hit) or _has_comma(text, hit) == usual]


def _is_plain(hit: _Hit) -> bool:
    """One work of one name in brackets, where nothing but a comma can stand before the year."""
    item = hit.items[0]
    alone = len(hit.items) == 1 and len(item.names) == 1 and not item.et_al
    return alone and hit.opened >= 0 and not hit.narrative and item.year is not None


def _has_comma(text: str, hit: _Hit) -> bool:
    return "," in text[hit.start : hit.end]


def _hits(text: str, evidence: ListEvidence, start: int, end: int) -> list[_Hit]:
    """All years with authors before them. One pass; brackets are tracked on a stack."""
    manner = Manner(evidence, small=bool(_SMALL.search(text, start, end)))
    stack: list[int] = []
    waiting: dict[int, list[_Hit]] = {}
    hits: list[_Hit] = []
    for match in _SCAN.finditer(text, start, end):
        if match["open"]:
            stack.append(match.start())
        elif match["close"]:
            for hit in waiting.pop(stack.pop(), ()) if stack else ():
                hit.closed = match.start()
        elif match["gap"]:
            stack.clear()
            waiting.clear()
        else:
            floor = hits[-1].end if hits else start
            found = _read_hit(text, match, stack, floor, manner) if match.start() >= floor else None
            if found:
                hits.append(found)
                waiting.setdefault(found.opened, []).append(found)
    return hits


def _read_hit(text: str, match: re.Match[str], stack: list[int], floor: int, manner: Manner) -> _Hit | None:
    """The authors before a year, if there are any, with the items they and the year make."""
    opened = stack[-1] if stack else -1
    narrative = opened >= 0 and not text[opened + 1 : match.start()].strip()
    inside = opened >= 0 and not narrative
    if narrative:
        nested = len(stack) > 1 and text[stack[-2]] in "(（"
        authors = read_authors(text, floor, opened, manner, inside=nested)
    else:
        authors = read_authors(text, max(floor, opened + 1), match.start(), manner, inside=inside)
    if authors is None or (match["undated"] and opened < 0) or _is_span_of_years(match, authors):
        return None
    if opened < 0 and _INITIAL_BEFORE.search(text, max(0, authors.start - 6), authors.start):
        return None  # a whole reference in the text, "Villa, P., Mahieu, E., 1991. J Hum. Evol."
    if _VERSUS.search(text, max(floor, authors.start - _PARTY), authors.start):
        return None
    items, stop = _read_items(text, match, authors)
    hit = _Hit(items, authors.start, stop, opened, narrative, strong=False)
    hit.supported = _is_supported(hit, authors, manner.evidence)
    hit.strong = _is_strong(text, hit, authors, manner.evidence)
    return hit


def _is_span_of_years(match: re.Match[str], authors: Authors) -> bool:
    """ "(GMEP, 1955–1969)"; but "(Zwicky et al. 1961-68)" and "(Freud 1900/1953)" are citations."""
    until = match["until"] or ""
    return len(until) > 3 and until[0] != "/" and not (authors.et_al or authors.joined)


def _is_supported(hit: _Hit, authors: Authors, evidence: ListEvidence) -> bool:
    """True where the list has such an author; a run of capitals must bring a year of the list too."""
    year = any(item.year is None or item.year in evidence.years for item in hit.items)
    sure = year or authors.et_al or authors.words < 2 or not evidence.years
    return sure and evidence.knows_any(authors.names)


def _is_strong(text: str, hit: _Hit, authors: Authors, evidence: ListEvidence) -> bool:
    """True where the form alone shows a citation, whatever the list says."""
    undated = all(item.year is None for item in hit.items)
    if evidence.exists and not hit.supported and (undated or _names_species(text, hit)):
        return False
    if authors.et_al:
        return True
    if evidence.exists and not hit.supported and _goes_on_in_words(text, hit):
        return False
    if not hit.supported and _is_no_author(text, hit):
        return False
    if hit.narrative:
        if authors.joined:
            return True
        return authors.words <= 2 and (not evidence.exists or _is_reported(text, hit, evidence))
    if hit.opened < 0:
        return False
    before = text[hit.opened + 1 : hit.start]
    clear = all(fold(word) in PREFIX_WORDS for word in _WORD.findall(before[-80:])) or ";" in before[-60:]
    comma = "," in text[max(hit.start, hit.end - 12) : hit.end]
    return clear and (authors.joined or comma or authors.words <= 2)


# "Brown v. Board of Harbours (1954)": the parties of a case are no authors.
_VERSUS = re.compile(r"\bvs?\.?\s(?:(?:[^\W\d_a-z][\w.’'-]*|of|the|and|&)\s)*$")
_PAIR = re.compile(r"(\w{1,60}) ?\([^()]{0,30}\),? (?:and|und|et|y) $")
_PARTY = 60
"""Characters between "v." and the last name of the second party; a judgement."""
_STATUTE = re.compile(r"[^\W\d_a-z]\w*[a-zäöüß](?:G|GB|VO|O)")
"""How German abbreviates its laws, "BNatSchG", "StGB", "GefStoffVO"."""


def _is_no_author(text: str, hit: _Hit) -> bool:
    """True for an event, a work of art or a law before the year it is of."""
    item = hit.items[0]
    words = item.names[-1].split(" ")
    if any(fold(word) in EVENTS for word in words) or _STATUTE.fullmatch(words[-1]):
        return True
    if any(word[0].isalpha() and any(map(str.isdigit, word)) for word in words):
        return True  # "Word2Vec (2013)"
    before = _WORD.findall(text[max(0, hit.start - 20) : hit.start].rstrip())
    return hit.narrative and bool(before) and before[-1] in TITLED and len(item.names) == 1


# "Isolda pulchella (Müller, 1858)": who described a species is no citation.
_SPECIES = re.compile(r"\b[A-Z][a-z]+\.? (?:\([A-Z][a-z]+\) )?[a-z]{3,}(?:[aeis]|us|um|ii|is|ti|ae)\s?$")


def _names_species(text: str, hit: _Hit) -> bool:
    at = hit.opened if hit.opened >= 0 and not hit.narrative else hit.start
    old = all((item.year or 9999) < 2000 for item in hit.items)
    species = _SPECIES.search(text[max(0, at - 60) : at])
    return old and species is not None and species[0].split()[-1] not in LEADS  # "Naht siehe Meier (1998)"


def _goes_on_in_words(text: str, hit: _Hit) -> bool:
    """ "(Lipofectin 2000, Rowing Labs)": a product and who makes it."""
    rest = text[hit.end : hit.end + _TRAILING].partition(")")[0]
    return bool(
        hit.opened >= 0 and re.match(r",\s+[^\W\d_a-z][^\W\d_]+", rest) and not re.search(r"\d", rest)
    )


def _is_reported(text: str, hit: _Hit, evidence: ListEvidence) -> bool:
    """True where a sentence treats the name as an author: "shown by Smith (2010)", "Smith (2010) found". What
    "and" joins is of one kind: "Spain (2008) and Norway (2010)" are no authors."""
    before = re.search(r"(?<![^\W\d_])([^\W\d_]++)\W{1,2}$", text[max(0, hit.start - 30) : hit.start])
    after = re.match(r"[^)\]]{0,40}[)\]],?\s+([^\W\d_]+)", text[hit.end : hit.end + 80])
    led = before is not None and before[1].casefold() in LEADS
    pair = _PAIR.search(text, max(0, hit.start - 60), hit.start)
    if pair and not evidence.knows(pair[1]):
        return False
    return led or (after is not None and after[1].casefold() in REPORTING)


def _read_items(text: str, match: re.Match[str], authors: Authors) -> tuple[list[CitationItem], int]:
    """The items of one author block: its year, further letters and years, and the locator of the last."""
    reprint = match["until"] and match["until"][0] == "/" and len(match["until"]) > 3  # "Freud 1900/1953"
    year = int(match["until"][1:] if reprint else match["year"]) if match["year"] else None
    letter = match["suffix"] or match["letter"] or ""
    first = CitationItem(
        authors.names, year, letter, et_al=authors.et_al, start=authors.start, end=match.end()
    )
    items = [first]
    stop = match.end()
    while len(items) < _MAX_MORE:
        last = items[-1]
        more = _more_letters(text, last, stop) or _more_year(text, last, stop) or _undated(text, last, stop)
        if not more:
            break
        items.extend(more)
        stop = more[-1].end
    locator = _LOCATOR.match(text, stop, stop + 60) if year is not None else None
    if locator and (locator[1] or locator[2]):
        stop = locator.end()
        items[-1] = replace(items[-1], locator=(locator[1] or locator[2]).strip())
        more_year = _more_year(text, items[-1], stop)
        if more_year:
            items.extend(replace(item, locator="") for item in more_year)
            stop = items[-1].end
    return items, stop


def _more_letters(text: str, last: CitationItem, at: int) -> list[CitationItem]:
    """Further works of one year: "2015a, b", "2015a/b", "2015a–c"."""
    if not last.suffix:
        return []
    through = _LETTER_RANGE.match(text, at)
    if through and last.suffix < through[1]:
        letters = [chr(code) for code in range(ord(last.suffix) + 1, ord(through[1]) + 1)]
        return [replace(last, suffix=letter, start=at, end=through.end()) for letter in letters]
    more = _MORE_LETTERS.match(text, at)
    if more and 0 < ord(more[1]) - ord(last.suffix) <= _NEXT_LETTERS:
        return [replace(last, suffix=more[1], start=more.start(1), end=more.end())]
    return []


def _more_year(text: str, last: CitationItem, at: int) -> list[CitationItem]:
    """Another year of the same authors: "Vargo and Lusch (2008, 2011)"."""
    more = _MORE_YEARS.match(text, at)
    if not more or last.year is None:
        return []
    return [
        replace(
            last, year=int(more[1]), suffix=more[2] or "", start=more.start(1), end=more.end(), locator=""
        )
    ]


def _undated(text: str, last: CitationItem, at: int) -> list[CitationItem]:
    """A work without date beside a dated one of the same authors: "Cohen et al., 2008, no date"."""
    more = _MORE_UNDATED.match(text, at) if last.year is not None else None
    if not more:
        return []
    return [replace(last, year=None, suffix=more[2] or "", start=more.start(1), end=more.end(), locator="")]


_MORE_UNDATED = re.compile(rf"\s*,\s*({UNDATED_PATTERN})(?:-([a-z]))?(?!\w)")


def _grouped(text: str, hits: list[_Hit]) -> Iterator[Citation]:
    """Hits of one bracket as one citation, unless other words stand between them."""
    group: list[_Hit] = []
    for hit in hits:
        joins = group and not hit.narrative and not group[-1].narrative and hit.opened >= 0
        if joins and hit.opened == group[-1].opened and _is_separator(text[group[-1].end : hit.start]):
            group.append(hit)
            continue
        if group:
            yield _citation(text, group)
        group = [hit]
    if group:
        yield _citation(text, group)


def _is_separator(between: str) -> bool:
    if len(between) > 90:
        return False
    return all(fold(word) in PREFIX_WORDS for word in _WORD.findall(between))


def _citation(text: str, group: list[_Hit]) -> Citation:
    start, end = group[0].start, group[-1].end
    items = tuple(item for hit in group for item in hit.items)
    opened, closed = group[0].opened, group[-1].closed
    if group[0].narrative:
        if 0 <= closed - end <= _TRAILING and "(" not in text[end:closed]:
            end = closed + 1
        return Citation(text[start:end], start, end, items, "narrative")
    whole = (
        opened >= 0
        and closed >= 0
        and not text[opened + 1 : start].strip()
        and not text[end:closed].strip(" .;,")
    )
    if whole:
        start, end = opened, closed + 1
    kind = "parenthetical" if opened >= 0 else "narrative"
    return Citation(text[start:end], start, end, items, kind)
