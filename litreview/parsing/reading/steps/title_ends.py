"""Where a title begins and ends: leavings of brackets and quotes, helpers' names, lost first words."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.access import ACCESS_SURE
from litreview.normalise.vocabulary.patterns import any_of, phrases_of
from litreview.parsing.reading.draft import IMPRINT, Draft
from litreview.parsing.reading.extras import KIND_MARK
from litreview.parsing.reading.lexicon import word_classes
from litreview.parsing.reading.sentences import sentence, words_end
from litreview.parsing.reading.spans import LONGEST_GAP, Span, trimmed

# "Invisible Cities. Translated by W. Weaver", "Dom Casmurro, trans. J. Gledson", "… (A. Berman, Trans.)"
_BY = (
    r"(?:[Tt]ranslated|[Ee]dited|[Ii]llustrated|[Ii]ntroduced)(?: and \w+)? by|[Tt]rans\.|[Tt]r\. (?=[A-Z])"
    r"|[ÜU]bers(?:etzt)?\.? (?:von|v\.)|[Tt]rad\. |[Tt]raduit|[Tt]raducción|[Hh]erausgegeben von"
    r"|[Hh]rsg\. v(?:on|\.)|unter Mitarbeit|[Mm]it einem|[Aa]us dem \w+ von"
)
_LOOKED_UP = any_of(phrase.capitalize() for phrase in phrases_of(ACCESS_SURE, "en") if " " not in phrase)
_MOST_HELPERS = 20
"""Most further names of helpers that are read (judgement)."""
_PERSON = r"(?:[A-Z]\.\s?){1,6}+[A-Z][\w-]+"
_HELPERS = re.compile(
    rf"[\s,.;–-]{{1,{LONGEST_GAP}}}+[\[(]?\s?(?:{_BY})"
    rf"|[\s,.]{{0,{LONGEST_GAP}}}+\(\s?{_PERSON}(?:\s?[&,]\s?{_PERSON}){{0,{_MOST_HELPERS}}},?\s?(?:Trans|Eds?)\b"
    rf"|[\s,.;(]{{1,{LONGEST_GAP}}}+\d{{1,2}}\s(?:vols?|Bde|Bände|volumes|tomes)\b"
    rf"|[\s.]{{1,{LONGEST_GAP}}}+(?:{_LOOKED_UP}|Available|Online verfügbar|Published online|See (?=http))\b"
)
_CLOSERS = {"‘": "’'", "'": "'’", "`": "'’", "“": "”", '"': '"', "„": "“”", "»": "«", "«": "»", "‚": "‘’"}
_AFTER_QUOTE = re.compile(r"[\s,.;:]+(?=[^\W_])")
_VERSION = re.compile(r"[vV]?\d++(?:\.\d++)++\w*+")
_BRACKET = re.compile(r"\s\((?P<inside>[^()\d:;]{3,60})\)(?=\.\s)")
_DIGITS = re.compile(r"\d[\d,-]*")
_WORD = re.compile(r"[^\W\d_]+")
_IMPRINT_WORDS = frozenset(("publisher", "editors", "edition", "web", "press", "thesis", "report", "volume"))
_LONGEST_LEAVING = 25
"""Most characters of a bracket's rest before a title ("1976]) Keywords"); longest in the data: 19."""
LOST_START = 40
"""Most characters that are given back to the start of a title, or to its end behind a colon."""


def open_title(draft: Draft) -> Draft | None:
    """A title does not begin within a bracket that was opened before it: "1976]) Keywords"."""
    span = draft.places.title
    if span is None:
        return None
    close = draft.text.find(")", span[0], span[0] + _LONGEST_LEAVING)
    if close < 0 or "(" in draft.text[span[0] : close] or close + 2 >= span[1]:
        return None
    return draft.but(title=trimmed(draft.text, close + 1, span[1]))


def cut_helpers(draft: Draft) -> Draft | None:
    """A title ends before its translator, its number of volumes, "Retrieved from" or a mark such as "[J]"."""
    span = draft.places.title
    if span is None:
        return None
    start, end = span
    helpers = _HELPERS.search(draft.text, start + 4, end)
    if helpers:
        end = helpers.start()
    mark = KIND_MARK.search(draft.text, start, end)
    if mark:
        end = mark.start()
    return draft.but(title=trimmed(draft.text, start, end)) if end < span[1] else None


def restore_title_start(draft: Draft) -> Draft | None:
    """A title that was cut at its first comma gets its start back: "1,25-dihydroxy…", "Anger, madness"."""
    span = draft.places.title
    if span is None:
        return None
    start = _whole_sentence(draft, _whole_word(draft.text, span[0]))
    container = draft.places.container
    if start == span[0] or (container and start < container[1] <= span[0]):
        return None
    author = draft.places.author
    if author and author[0] < start < author[1]:
        draft = draft.but(author=trimmed(draft.text, author[0], start))
    return draft.but(title=trimmed(draft.text, start, span[1]))


def _whole_word(text: str, start: int) -> int:
    """A title never begins inside "1,25-dihydroxyvitamin D3"."""
    at = start
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] in ",-"):
        at -= 1
    return at if at < start and _DIGITS.fullmatch(text, at, start) else start


def _whole_sentence(draft: Draft, start: int) -> int:
    """Where a title begins that was cut at its first comma ("Anger, madness, and the daimonic")."""
    text, author = draft.text, draft.places.author
    first = text[start : start + 1]
    if not (first.islower() or first.isdigit()) or text[start - 1 : start] != " ":
        return start
    begin = max(text.rfind(mark, 0, start - 1) for mark in (". ", ": ", ") ")) + 2
    if begin < 2 or start - begin > LOST_START or not text[begin : begin + 1].isupper():
        return start
    return start if author and begin <= author[0] else begin


def finish_title(draft: Draft) -> Draft | None:
    """A title goes on behind its colon to the end of its sentence, where nothing there has a label and no
    publisher follows: "Megatin: cosmos. https://…", "Corin/tin-py: 0.12.1"."""
    title, places = draft.places.title, draft.places
    if (
        title is None
        or places.container
        or places.has(*IMPRINT, "editor")
        or draft.text[title[1] : title[1] + 2] != ": "
    ):
        return None
    whole = sentence(draft.text, title[0], words_end(draft, title[0]))
    taken = [span for label, span in places if label != "title" and span[0] < whole[1] and title[1] < span[1]]
    version = _VERSION.fullmatch(draft.text, title[1] + 2, whole[1])
    if whole[1] <= title[1] or whole[1] - title[1] > LOST_START or (taken and not version):
        return None
    return draft.claim("title", (title[0], whole[1]))


def close_bracketed_title(draft: Draft) -> Draft | None:
    """An article's title keeps the bracket that ends its sentence: "Baths from Gran Hollow (Tin Hills,
    Wales). Bath Reviews 93, 47-66"; not a bracket of numbers, editors or an edition.
    """
    title, container = draft.places.title, draft.places.container
    if title is None or container is None or not draft.places.has("volume", "pages"):
        return None
    bracket = _BRACKET.match(draft.text, title[1])
    if bracket is None or container[0] < bracket.end():
        return None
    betrays = {name for word in _WORD.findall(bracket["inside"]) for name in word_classes(word)}
    return None if betrays & _IMPRINT_WORDS else draft.claim("title", (title[0], bracket.end()))


def close_quoted_title(draft: Draft) -> Draft | None:
    """A quoted title ends with its quote; what was labelled title behind it is the container."""
    text, span = draft.text, draft.places.title
    if span is None:
        return None
    end = _quote_end(text, span)
    if end is None:
        return None
    after = _AFTER_QUOTE.match(text, end + 1)
    rest = re.split(r"[,.:]\s|\s\d|\s\(", text[after.end() : span[1]], maxsplit=1)[0] if after else ""
    moved: dict[str, Span | None] = {"title": trimmed(text, span[0], end)}
    if after and len(rest) > 3 and draft.places.container is None:
        moved["container"] = trimmed(text, after.end(), after.end() + len(rest))
    return draft.but(**moved)


def _quote_end(text: str, title: Span) -> int | None:
    """Where the quote that opens right before a title closes within it, with more to follow."""
    closers = _CLOSERS.get(text[title[0] - 1 : title[0]], "")
    for at in range(title[0] + 5, title[1]) if closers else ():
        if text[at] not in closers or text[at - 1].isspace():
            continue
        after = _AFTER_QUOTE.match(text, at + 1)
        if after is None or not (text[at - 1] in ".," or text[at + 1 : at + 2] in (",", ".")):
            continue
        if text[after.end()].isupper() or text[after.end() : after.end() + 3].casefold() == "in ":
            return at
    return None
