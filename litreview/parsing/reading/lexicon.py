"""Words that betray a field: months, marks of volume, issue and pages, publishers, places, editors.

Collected by hand from the styles' own rules and from entries read in the development data; a word may
have several classes, the most telling first.
"""

from __future__ import annotations

from functools import lru_cache

_LISTS = {
    "month": """
        january february march april may june july august september october november december jan feb mar
        apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember okt dez
        janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero
        marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre winter spring summer
        autumn fall
    """,
    "volume": """
        vol volume vols volumes bd band bde tome jg jahrgang jahrg tom vol. roč
    """,
    "issue": """
        no nr issue heft h n° nos num number numéro núm nº fasc fascicle iss n°s №
    """,
    "page": """
        pp p pages page s seite seiten pgs ss págs pag
    """,
    "in": """
        in en dans
    """,
    "editors": """
        ed eds editor editors edited hrsg hg hgg herausgegeben éd éds herausgeber edit dir coord orgs org
        edn hrsgg
    """,
    "edition": """
        edition auflage aufl edn ausgabe édition ausg rev revised überarb erw erweiterte überarbeitete
    """,
    "etal": """
        al others andere alii coll
    """,
    "and": """
        and & und et y e og en och i
    """,
    "particle": """
        van von der den de del della di da dos du la le ten ter zu zur vom af av het 't d
    """,
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
    "web": """
        available online retrieved accessed url from verfügbar internet http www site abrufbar
        online-dokument cited abgerufen
    """,
    "press": """
        press forthcoming submitted preparation erscheinen prep appear druck unpublished accepted undated
    """,
    "organisation": """
        committee organization organisation institute institut ministry bundesministerium department
        bureau group association society bundesamt world european council commission statistisches federal
        national center centre agency collaboration consortium universität kommission united nations
        foundation stiftung amt bundeszentrale
    """,
}
_CLASSES: dict[str, tuple[str, ...]] = {}
for _name, _words in _LISTS.items():
    for _word in _words.split():
        if _name not in _CLASSES.get(_word, ()):
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
