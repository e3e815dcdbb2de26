"""Words around citations: what joins names, what stands before them, what is never a name."""

from __future__ import annotations

from functools import lru_cache

from litreview.normalise.text import fold
from litreview.normalise.vocabulary.joining import JOINING_WORDS
from litreview.normalise.vocabulary.months import month_words
from litreview.normalise.vocabulary.particles import GLUED, LOOSE_PARTICLES
from litreview.normalise.vocabulary.patterns import phrases_of

folded = lru_cache(maxsize=1 << 16)(fold)
"""``fold``, remembered: an article repeats its words."""


def read_words(text: str) -> frozenset[str]:
    """The words of a table, as written."""
    return frozenset(text.split())


def fold_words(text: str) -> frozenset[str]:
    """The words of a table, folded."""
    return frozenset(fold(word) for word in text.split())


CONJUNCTIONS = JOINING_WORDS | {"u"}
"""Between two names: "Smith and Jones", "Müller und Maier". One-letter ones only between capitals."""

PARTICLES = LOOSE_PARTICLES | frozenset(phrases_of(GLUED))
"""Lower-case parts of surnames; taken in only when a capitalised part follows."""

ORGANISATION_JOINS = read_words(
    """
    of for on the and in to at by für der des die und pour de del la les et para y per el di e do da van
    voor &
    """
)
"""Small words inside the name of an organisation: "Office on Drugs and Crime"."""

_LONG_NAMES = (name for name in month_words("fr", "es", "it", "pt", "nl", "da", "sv", "tr") if len(name) > 3)
MONTHS = fold_words(" ".join((*month_words("en", "de"), *_LONG_NAMES))) | fold_words(
    """
    Spring Summer Autumn Fall Winter Frühjahr Frühling Sommer Herbst Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Easter Christmas Q1 Q2 Q3 Q4
    """
)
"""Months, seasons, weekdays: a year after them is a date."""

_OPENERS = fold_words(
    """
    The A An This That These Those Our We It They He She I You Their His Her Its In On At By To From For
    With Within Without Of As Since Until Till Before After During Between Among Against Under Over
    Through Throughout Via Per Like Unlike Than However Moreover Furthermore Similarly Likewise
    Additionally Also Both While Whereas Although Though Because Thus Hence Therefore Then Again Finally
    First Second Third Firstly Secondly Indeed Notably Specifically Interestingly Importantly Consistent
    Contrary Conversely Recently Previously Later Earlier Early Late Following According Using Based
    Given See Cf Eg Ie Compare Compared Comparing When Where Which Who What Why How If And Or But Nor
    Yet So Not No Only Even Just More Most Many Much Several Some Such All Any Each Every Other Others
    Another Here There Two Three Four Five Six Seven Eight Nine Ten One Circa About Around Approximately
    Ca Today Now Currently Copyright Updated Published Accessed Retrieved Received Accepted Revised
    Submitted Available Released Posted Registered Started Conducted Performed Adapted Modified
    Reproduced Der Die Das Dem Den Ein Eine Im Am Nach Seit Bei Laut Gemäß Vgl Siehe Auch Und Oder Aber
    Wie Von Vom Zum Zur Mit Für Selon Voir Dans Depuis Pour Avec Los Las Según Véase Ver En Desde Para
    Con Como Secondo Nel Nella Dal Volgens Enligt Se Zie
    """
)
"""Words that open sentences, in capitals because of it."""

_NOUNS = fold_words(
    """
    Table Tables Figure Figures Fig Figs Section Sections Chapter Chapters Equation Equations Eq Eqs
    Appendix Box Panel Scheme Supplementary Version Release Phase Stage Step Grade Level Experiment
    Trial Study Survey Year Years Day Days Week Weeks Month Months Volume Vol Issue No Number Nr Page
    Pages Line Lines Row Rows Item Items Question Model Models Type Class Act Law Directive Regulation
    Code Article Rule Resolution Decree Order Convention Treaty Protocol Agreement Conference Congress
    Symposium Workshop Meeting Session Olympics Games Cup Championship Election Elections Census Season
    Edition Inc Ltd Corp GmbH LLC Co Press University Institute Department School Hospital Windows Excel
    Office Word Microsoft Matlab Stata Germany France Italy Spain Canada China Japan India Australia
    Berlin London Paris York Tabelle Tabellen Abbildung Abb Tab Kapitel Abschnitt Seite Gesetz Tableau
    Chapitre Tabla Figura Capítulo Ley Wave Cohort Round Cycle Data Sample Stand Fassung Ausgabe Auflage
    Gesetz Verordnung
    """
)
"""Parts of documents, laws, events, software, places."""

NEVER_NAMES = MONTHS | _OPENERS | _NOUNS
"""Capitalised words that are no author."""

EVENTS = fold_words(
    """
    Hurricane Hurricanes Typhoon Cyclone Storm Superstorm Earthquake Tsunami War Revolution Battle Siege
    Operation Apollo Voyager Gemini Expo Festival Exhibition Biennale Uprising Massacre Accords Summit
    Hurrikan Orkan Sturmtief Taifun Erdbeben Krieg Schlacht Ouragan Guerre Huracán Terremoto Guerra
    """
)
"""Words of what happened in a year: "Hurricane Katrina (2005)" is no author unless the list has one."""

TITLED = read_words(
    """
    novel film movie play poem opera album song painting series sitcom musical symphony ballet documentary
    sculpture videogame game magazine ship Roman Film Oper Gemälde Gedicht Stück Serie roman film pièce
    poème tableau chanson novela película poema canción obra cuadro
    """
)
"""Words before the title of a work of art: "the novel Middlemarch (1871)" is no author."""

NEVER_ACRONYMS = read_words(
    """
    USA UK EU US UN NY DC SPSS SAS STATA MATLAB CI SD SE IQR AM PM BC AD CE BCE ISO DSM ICD
    """
)
"""Words in capitals that are no author either; "WHO" and "NICE" may be."""

PREFIX_WORDS = fold_words(
    """
    see also e.g. eg i.e. ie cf. compare for example a an the in as by from review reviews reviewed
    recent of recently summarised summarized discussed described reported proposed suggested shown cited
    adapted after modified following based on and or but contrast more details detail further
    information please most including particularly especially notably originally first both with etc van
    siehe auch z.B. zB vgl. u.a. zum Beispiel nach aus voir par ex exemple véase por ejemplo ver vid zie
    bijv se t.ex. overview discussion data quoted personal communication study studies to respectively
    hereafter hereinafter references therein there ref refs reference method methods follow similar
    results s a so etwa dazu hierzu ferner insbesondere insb ausführlich ausf näher grundlegend zuerst
    statt vieler kritisch krit ähnlich beispielsweise bspw jeweils zitiert zit aussi notamment
    """
)
"""Words that may stand between a bracket and the first name without making the citation doubtful."""

REPORTING = read_words(
    """
    reported report reports found finds find showed shows show argued argues argue suggested suggests
    suggest proposed proposes propose demonstrated demonstrates described describes observed observes
    noted notes concluded concludes identified investigated studied examined compared analysed analyzed
    reviewed developed introduced defined defines stated states claimed claims used use uses applied
    estimated measured performed conducted also who whose have has had was were is did do recently
    considered considers pointed provides provided presented presents discussed discusses revealed
    evaluated assessed tested obtained acknowledge acknowledged illustrate illustrated highlight
    highlighted explored focused detected underscored recorded zeigte zeigten fand fanden berichtet
    berichtete beschreibt beschrieb untersuchte montre montrent mostró encontró
    """
)
"""What authors do after they were named: "Smith (2010) found" is a citation and no product."""

LEADS = read_words(
    """
    by of to from see in following per unlike than with and or according cf also nach von bei siehe vgl
    auch laut par selon voir de según véase
    """
)
"""Words before a name in a sentence: "as shown by Smith (2010)"."""
