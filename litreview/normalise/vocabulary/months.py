"""Names and abbreviations of the months.

The table is CLDR's (Unicode's locale data, as Babel has it: wide and abbreviated, in a date and alone), in
small letters and without full stops. ``tests/normalise/vocabulary/test_months.py`` makes it and compares.
Croatian is left out: its "listopad" is October, in Polish and Czech it is November.
"""

from __future__ import annotations

from litreview.normalise.text import to_ascii
from litreview.normalise.vocabulary.patterns import any_of, phrases_of, read_table

_CLDR = """
en: january/jan | february/feb | march/mar | april/apr
en: may | june/jun | july/jul | august/aug
en: september/sep | october/oct | november/nov | december/dec
de: januar/jan | februar/feb | märz/mär | april/apr
de: mai | juni/jun | juli/jul | august/aug
de: september/sept/sep | oktober/okt | november/nov | dezember/dez
fr: janvier/janv | février/févr | mars | avril/avr
fr: mai | juin | juillet/juil | août
fr: septembre/sept | octobre/oct | novembre/nov | décembre/déc
es: enero/ene | febrero/feb | marzo/mar | abril/abr
es: mayo/may | junio/jun | julio/jul | agosto/ago
es: septiembre/sept | octubre/oct | noviembre/nov | diciembre/dic
it: gennaio/gen | febbraio/feb | marzo/mar | aprile/apr
it: maggio/mag | giugno/giu | luglio/lug | agosto/ago
it: settembre/set | ottobre/ott | novembre/nov | dicembre/dic
pt: janeiro/jan | fevereiro/fev | março/mar | abril/abr
pt: maio/mai | junho/jun | julho/jul | agosto/ago
pt: setembro/set | outubro/out | novembro/nov | dezembro/dez
nl: januari/jan | februari/feb | maart/mrt | april/apr
nl: mei | juni/jun | juli/jul | augustus/aug
nl: september/sep | oktober/okt | november/nov | december/dec
da: januar/jan | februar/feb | marts/mar | april/apr
da: maj | juni/jun | juli/jul | august/aug
da: september/sep | oktober/okt | november/nov | december/dec
sv: januari/jan | februari/feb | mars | april/apr
sv: maj | juni | juli | augusti/aug
sv: september/sep | oktober/okt | november/nov | december/dec
nb: januar/jan | februar/feb | mars/mar | april/apr
nb: mai | juni/jun | juli/jul | august/aug
nb: september/sep | oktober/okt | november/nov | desember/des
fi: tammikuuta/tammi/tammikuu | helmikuuta/helmi/helmikuu | maaliskuuta/maalis/maaliskuu
fi: huhtikuuta/huhti/huhtikuu
fi: toukokuuta/touko/toukokuu | kesäkuuta/kesä/kesäkuu | heinäkuuta/heinä/heinäkuu | elokuuta/elo/elokuu
fi: syyskuuta/syys/syyskuu | lokakuuta/loka/lokakuu | marraskuuta/marras/marraskuu | joulukuuta/joulu/joulukuu
pl: stycznia/sty/styczeń | lutego/lut/luty | marca/mar/marzec | kwietnia/kwi/kwiecień
pl: maja/maj | czerwca/cze/czerwiec | lipca/lip/lipiec | sierpnia/sie/sierpień
pl: września/wrz/wrzesień | października/paź/październik | listopada/lis/listopad | grudnia/gru/grudzień
cs: ledna/led/leden | února/úno/únor | března/bře/březen | dubna/dub/duben
cs: května/kvě/květen | června/čvn/červen | července/čvc/červenec | srpna/srp/srpen
cs: září/zář | října/říj/říjen | listopadu/lis/listopad | prosince/pro/prosinec
sk: januára/jan/január | februára/feb/február | marca/mar/marec | apríla/apr/apríl
sk: mája/máj | júna/jún | júla/júl | augusta/aug/august
sk: septembra/sep/september | októbra/okt/október | novembra/nov/november | decembra/dec/december
hu: január/jan | február/febr | március/márc | április/ápr
hu: május/máj | június/jún | július/júl | augusztus/aug
hu: szeptember/szept | október/okt | november/nov | december/dec
tr: ocak/oca | şubat/şub | mart/mar | nisan/nis
tr: mayıs/may | haziran/haz | temmuz/tem | ağustos/ağu
tr: eylül/eyl | ekim/eki | kasım/kas | aralık/ara
ru: января/янв/январь | февраля/февр/февраль | марта/мар/март | апреля/апр/апрель
ru: мая/май | июня/июн/июнь | июля/июл/июль | августа/авг/август
ru: сентября/сент/сентябрь | октября/окт/октябрь | ноября/нояб/ноябрь | декабря/дек/декабрь
uk: січня/січ/січень | лютого/лют/лютий | березня/бер/березень | квітня/квіт/квітень
uk: травня/трав/травень | червня/черв/червень | липня/лип/липень | серпня/серп/серпень
uk: вересня/вер/вересень | жовтня/жовт/жовтень | листопада/лист/листопад | грудня/груд/грудень
ro: ianuarie/ian | februarie/feb | martie/mar | aprilie/apr
ro: mai | iunie/iun | iulie/iul | august/aug
ro: septembrie/sept | octombrie/oct | noiembrie/nov | decembrie/dec
ca: gener/gen | febrer/febr | març | abril/abr
ca: maig | juny | juliol/jul | agost/ag
ca: setembre/set | octubre/oct | novembre/nov | desembre/des
el: ιανουαρίου/ιαν/ιανουάριος | φεβρουαρίου/φεβ/φεβρουάριος | μαρτίου/μαρ/μάρτιος/μάρ | απριλίου/απρ/απρίλιος
el: μαΐου/μαΐ/μάιος/μάι | ιουνίου/ιουν/ιούνιος/ιούν | ιουλίου/ιουλ/ιούλιος/ιούλ | αυγούστου/αυγ/αύγουστος/αύγ
el: σεπτεμβρίου/σεπ/σεπτέμβριος | οκτωβρίου/οκτ/οκτώβριος | νοεμβρίου/νοε/νοέμβριος/νοέ
el: δεκεμβρίου/δεκ/δεκέμβριος
sl: januar/jan | februar/feb | marec/mar | april/apr
sl: maj | junij/jun | julij/jul | avgust/avg
sl: september/sep | oktober/okt | november/nov | december/dec
bg: януари/яну | февруари/фев | март | април/апр
bg: май | юни | юли | август/авг
bg: септември/сеп | октомври/окт | ноември/ное | декември/дек
et: jaanuar/jaan | veebruar/veebr | märts | aprill/apr
et: mai | juuni | juuli | august/aug
et: september/sept | oktoober/okt | november/nov | detsember/dets
"""
# Printed and not in CLDR: English, Dutch and French "Sept", German "Mrz" and "Jänner" (Austria), French
# "janv"-like cuts of PubMed's French journals, Spanish "setiembre", Italian and Russian abbreviations.
_PRINTED = """
en: sept=9
de: jänner=1 | jän=1 | mrz=3 | maerz=3 | sept=9
fr: fév=2 | juill=7
es: setiembre=9 | set=9 | sep=9
it: genn=1 | febbr=2 | sett=9
nl: sept=9
ru: янв=1 | фев=2 | сен=9 | ноя=11
"""

MONTH_NAMES: dict[str, tuple[str, ...]] = {}
"""Language → every name of a month in it, CLDR's and those printed otherwise."""
MONTHS: dict[str, int] = {}
"""Name or abbreviation in small letters, with and without accents → 1 to 12."""


def _read() -> None:
    for language, rows in read_table(_CLDR).items():
        named = [(name, month) for month, row in enumerate(rows, start=1) for name in row.split("/")]
        MONTH_NAMES[language] = tuple(name for name, _ in named)
        MONTHS.update(named)
    for language, rows in read_table(_PRINTED).items():
        for name, month in (row.split("=") for row in rows):
            MONTH_NAMES[language] += (name,)
            MONTHS[name] = int(month)
    for name in list(MONTHS):
        MONTHS.setdefault(to_ascii(name), MONTHS[name])


_read()
MONTH_ABBREVIATIONS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""jan to dec, as BibTeX's macros and MEDLINE's dates have them."""


_CUT = {name: MONTHS[name] for name in (*MONTH_NAMES["en"], *MONTH_NAMES["de"]) if len(name) == 3}

FULL_MONTH = any_of(row.split("/")[0] for row in read_table(_CLDR)["en"])
"""Pattern of the English names in full, to be searched with ``re.IGNORECASE``: where "Mar" may end a name."""


def month_number(name: str) -> int | None:
    """A month by its name, or by how an English or German name begins; None for seasons and the like.

    >>> month_number("Sept."), month_number("Octobre"), month_number("Septemb"), month_number("Spring")
    (9, 10, 9, None)
    """
    word = name.strip(" .").lower()
    return MONTHS.get(word) or _CUT.get(word[:3])


def month_words(*languages: str) -> frozenset[str]:
    """The months' names of some languages, or of all, in small letters.

    Outside a date ask only for the languages at hand: "set", "out" and "mag" are months of Italy and Brazil.
    """
    return frozenset(phrases_of(MONTH_NAMES, *languages))


def month_pattern(*languages: str) -> str:
    """A pattern of the same names, to be searched with ``re.IGNORECASE``."""
    return any_of(month_words(*languages))
