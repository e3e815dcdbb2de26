"""Marks of pages, volumes, issues and editions: "pp.", "Bd.", "n.º", "стр.", by language.

Sources: the CSL locales (terms "page", "volume", "issue", "edition", long and short), national styles (ABNT
"v.", "n.", "p."; GOST "Т.", "№", "С."), and lists read in the development data.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import any_mark, phrases_of, read_table

_PAGE = """
en: p. | pp. | page | pages | pg. | pgs.
de: S. | ss. | Seite | Seiten
fr: page | pages
es: pág. | págs. | página | páginas
pt: pág. | págs. | página | páginas
it: pag. | pagg. | pagina | pagine
nl: blz. | bl. | pagina
da: s. | side | sider
sv: s. | sid. | sida | sidor
fi: s. | sivu | sivut
pl: s. | ss. | str. | strona | strony
cs: s. | str. | strana
hu: o. | old. | oldal
tr: s. | ss. | sayfa | syf.
ru: с. | сс. | стр. | страница
uk: с. | стор.
bg: с. | стр.
el: σ. | σσ. | σελ.
"""
_VOLUME = """
en: vol. | vols. | volume | volumes
de: Bd. | Bde. | Band | Bände | Jg. | Jahrg. | Jahrgang
fr: tome | t. | vol.
es: vol. | volumen | tomo
pt: v. | vol.
it: vol. | voll.
nl: jaargang | jrg. | deel | dl.
da: bind | bd. | årg. | årgang
sv: band | bd. | årg. | årgång
fi: vsk. | vuosik.
pl: tom | t. | rocznik | r.
cs: roč. | ročník | sv.
hu: köt. | évf. | évfolyam
tr: cilt | c.
ru: т. | том
uk: т. | том
el: τ. | τόμος
"""
_ISSUE = """
en: no. | nos. | num. | number | iss. | issue
de: Nr. | Heft | H.
fr: n° | n°s | numéro | fasc. | fascicule
es: núm. | nº | n.º | número
pt: n. | n.º | nº | número
it: n. | fasc. | fascicolo
nl: nr. | afl. | nummer
da: nr. | hæfte
sv: nr. | häfte
fi: nro | n:o
pl: nr | z. | zeszyt | numer
cs: č. | číslo
hu: sz. | szám
tr: sayı
ru: № | вып. | выпуск
uk: № | вип.
"""
_EDITION = """
en: ed. | edn. | edition
de: Aufl. | Auflage | Ausg. | Ausgabe
fr: éd. | édition
es: ed. | edición
it: ed. | edizione
pt: ed. | edição
nl: druk | uitg. | editie
da: udg. | udgave
nb: utg. | utgave
sv: uppl. | upplaga
fi: painos
pl: wyd. | wydanie
cs: vyd. | vydání
hu: kiad. | kiadás
tr: bs. | baskı
ru: изд. | издание
uk: вид. | видання
"""
_REVISED = """
en: rev. | revised | expanded | enlarged | int. | international | and
de: vollst. | völlig | überarb. | neu bearb. | neubearb. | erw. | akt. | aktual. | durchges. | unveränd.
de: verb. | überarbeitete | erweiterte | aktualisierte | neubearbeitete | und | u.
fr: revue | augmentée | et | corrigée
es: revisada | ampliada | corregida | y
it: riveduta | ampliata | e
pt: revista | ampliada | atual. | rev. | e
nl: herziene | geheel
"""
_ORDINAL = """
en: first | second | third | fourth | fifth | sixth | seventh | eighth | ninth | tenth
de: erste | zweite | dritte | vierte | fünfte
fr: première | deuxième | seconde | troisième | quatrième
es: primera | segunda | tercera | cuarta | quinta
it: prima | seconda | terza
pt: primeira | segunda | terceira
"""
PAGE, VOLUME = read_table(_PAGE), read_table(_VOLUME)
"""Language → marks before pages; → before a volume."""
ISSUE, EDITION = read_table(_ISSUE), read_table(_EDITION)
"""Language → marks before an issue; → behind the number of an edition."""
REVISED = read_table(_REVISED)
"""Language → what may stand between the two: "3., überarb. und erw. Aufl."."""
ORDINAL = read_table(_ORDINAL)
"""Language → the number of an edition in a word: "Second edition"."""
PAGE_MARK = any_mark(phrases_of(PAGE))
ISSUE_MARK, EDITION_MARK = any_mark(phrases_of(ISSUE)), any_mark(phrases_of(EDITION))
"""Patterns of any of them, its full stop taken along; for places where a number stands beside it, since some
are letters. Search with ``re.IGNORECASE``."""
