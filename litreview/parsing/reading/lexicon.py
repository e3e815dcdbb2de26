"""Words that betray a field: months, marks of volume, issue and pages, publishers, places, editors.

Collected by hand from the styles' own rules and from entries read in the development data; a word may
have several classes, the most telling first.
"""

from __future__ import annotations

from functools import lru_cache

from litreview.normalise.vocabulary.access import ACCESS_SURE
from litreview.normalise.vocabulary.editors import EDITORS, IN
from litreview.normalise.vocabulary.et_al import WORDS_BY_LAST
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.marks import EDITION, ISSUE, PAGE, REVISED, VOLUME
from litreview.normalise.vocabulary.months import month_words
from litreview.normalise.vocabulary.particles import PARTICLES
from litreview.normalise.vocabulary.patterns import phrases_of, words_of
from litreview.normalise.vocabulary.states import COMING


def _is_mark(word: str) -> bool:
    return len(word) > 1


def _is_long(word: str) -> bool:
    return len(word) > 4


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Left out are words that mostly mean something else in a reference, marks of one letter among them.
_VOCABULARY = {
    "month": (month_words("en", "de", "fr", "es") | frozenset(filter(_is_long, month_words()))) - {"set"}
    | _split("winter spring summer autumn fall"),
    "volume": frozenset(filter(_is_mark, words_of(VOLUME))),
    "issue": frozenset(filter(_is_mark, words_of(ISSUE))) | _split("№ h n° fascicle"),
    "page": frozenset(filter(_is_mark, words_of(PAGE))) - {"old", "side"} | _split("p s"),
    "in": words_of(IN, "en", "es", "fr"),
    "editors": words_of(EDITORS) - {"der", "comp", "cur"} | _split("edited edit edn herausgegeben"),
    "edition": words_of(EDITION) - {"ed", "éd", "bs"}
    | words_of(REVISED, "en", "de") - {"and", "und", "u", "international"},
    "etal": frozenset(filter(_is_long, WORDS_BY_LAST)) | _split("al alii coll"),
    "and": JOINING_WORDS - {"a", "ed", "ja"},
    "particle": PARTICLES - {"e", "y", "das"} | {"d"},
}
_LATER = {
    "web": words_of(ACCESS_SURE) - {"stand"}
    | _split("available online url from verfügbar internet http www site abrufbar online-dokument"),
    "press": frozenset(phrase.split()[-1].lower() for phrase in phrases_of(COMING, "en", "de")) - {"print"}
    | _split("preparation prep unpublished undated"),
}
_LISTS = {
    "thesis": """
        thesis dissertation diss phd master masters msc ph habilitation doctoral magisterarbeit
        diplomarbeit bachelor thèse
    """,
    "report": """
        report tech technical working paper papers discussion memo memorandum bericht arbeitspapier
        manuscript unpublished preprint arbeitspapiere working-paper rep tr deliverable standard rfc
        guideline patent
    """,
    "meeting": """
        proceedings proc conference conf symposium workshop congress meeting international annual intl
        int'l tagung kongress lecture notes trans transactions acm ieee
    """,
    "journal": """
        journal j zeitschrift review letters bulletin bull annals ann archives arch magazine rev lett
        zeitung quarterly studies jahrbuch archiv revue revista rivista blätter acta chronicle newspaper
        times monthly forum gazette
    """,
    "publisher": """
        press verlag publishers publishing publications university wiley springer elsevier sage routledge
        academic presses books éditions editions publisher pub suhrkamp campus nomos vs beltz juventa ucl
        blackwell macmillan palgrave oup mit cup mcgraw-hill prentice hall prentice-hall addison-wesley
        oldenbourg gruyter transcript inc ltd gmbh co company sons house gallimard puf seuil erlbaum
        kluwer birkhäuser dekker freeman norton penguin duncker humblot budrich westdeutscher leske mohr
        siebeck luchterhand fischer rowohlt beck harper random crc plenum north-holland pergamon
    """,
    "place": """
        new york london berlin frankfurt main münchen munich oxford cambridge paris wiesbaden opladen
        hamburg stuttgart köln bonn chicago boston wien zürich basel bern leipzig göttingen tübingen
        weinheim princeton amsterdam dordrecht washington philadelphia baltimore newbury thousand oaks
        beverly hills bielefeld heidelberg münster darmstadt hillsdale mahwah san francisco los angeles
        berkeley stanford toronto sydney melbourne tokyo roma milano torino madrid barcelona lisboa
        brussels bruxelles vienna geneva genève lausanne copenhagen stockholm oslo helsinki edinburgh
        manchester bristol aldershot basingstoke hampshire houndmills ithaca durham bloomington
        minneapolis hanover englewood cliffs reading nj ma ca ny dc mass uk usa leiden haag hague
        baden-baden neuwied reinbek konstanz würzburg mannheim freiburg kassel bremen dortmund essen
        düsseldorf nürnberg regensburg budapest prague warsaw warszawa moscow beijing singapore delhi
        kyoto seoul montreal québec ottawa austin ann arbor haven evanston cheltenham farnham surrey
        maidenhead buckingham northampton lanham lexington westport malden hoboken chichester boca raton
        fl il pa va md
    """,
}
_ORGANISATIONS = """
    committee organization organisation institute institut ministry bundesministerium department
    bureau group association society bundesamt world european council commission statistisches
    federal national center centre agency collaboration consortium universität kommission united
    nations foundation stiftung amt bundeszentrale
"""
_LISTED = {name: _split(words) for name, words in _LISTS.items()}
_CLASSES: dict[str, tuple[str, ...]] = {}
# The organisations come last: where a word has several classes, the label model was trained on this order.
for _name, _words in (_VOCABULARY | _LISTED | _LATER | {"organisation": _split(_ORGANISATIONS)}).items():
    for _word in _words:
        _CLASSES[_word] = (*_CLASSES.get(_word, ()), _name)


@lru_cache(maxsize=20_000)
def word_classes(word: str) -> tuple[str, ...]:
    """The classes of a word, whatever its case; empty for the many that betray nothing.

    >>> word_classes("Hrsg")
    ('editors',)
    """
    return _CLASSES.get(word.casefold(), ())


_COUNTRY_TABLE = """
    africa america asia australia austria bangladesh belgium brazil california canada china denmark egypt
    england europe finland florida france germany ghana hungary india indonesia iran iraq ireland israel italy
    japan jersey kenya korea malaysia mexico netherlands nigeria norway pakistan poland portugal russia
    scotland spain states sweden switzerland taiwan texas thailand turkey united vietnam wales zimbabwe
"""
_COUNTRIES = frozenset(_COUNTRY_TABLE.split())


def is_place(word: str) -> bool:
    """A word of a place's name: a town of publishers, or a country (which the label model does not know)."""
    return word.casefold() in _COUNTRIES or "place" in word_classes(word)
