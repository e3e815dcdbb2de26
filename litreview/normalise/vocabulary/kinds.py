"""What tells which kind of work is cited: "[dissertation]", "press release", "unpublished manuscript".

Words: the CSL locales (terms of item types), APA 7's and NLM's marks in brackets, ISO 690 in its national
editions, and lists read in the development data. ``_BRACKETS`` holds what counts only in brackets, because
titles use it too; ``_WORDS`` what counts outside the title wherever it stands.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import (
    NO_LETTER_AFTER,
    NO_LETTER_BEFORE,
    any_of,
    phrases_of,
    read_table,
)

_BRACKETS = """
thesis: dissertation | thesis | doctoral dissertation | doctoral thesis | master's thesis | master’s thesis
thesis: phd thesis | ph.d. thesis | dissertation thesis | bachelor's thesis | bachelor’s thesis | habilitation
thesis: thèse | thèse de doctorat | mémoire | mémoire de master | tesis | tesis doctoral | tesis de maestría
thesis: tese de doutorado | tesi di dottorato | proefschrift | masterarbeit | diplomarbeit
software: software | computer software | computer program | computer programme | software package | code
software: source code | r package | python package | mobile app | app | mobile application software
software: computersoftware | programm | computerprogramm | logiciel | programme informatique
software: programa informático | programa de computador | video game
data set: data set | dataset | data | database | datensatz | datenbank | jeu de données | base de données
data set: conjunto de datos | base de datos | conjunto de dados | data file
film: film | motion picture | video | video file | dvd | videorecording | documentary | kinofilm | película
film: vidéo | vídeo | tv series | tv series episode | television series | fernsehserie | documental
broadcast: audio podcast | podcast | radio broadcast | radio | tv broadcast | broadcast | podcast episode
broadcast: audio podcast episode | radiosendung | hörfunksendung | émission de radio
press release: press release | news release | pressemitteilung | pressemeldung | communiqué de presse
press release: comunicado de prensa | nota de prensa | comunicato stampa
web page: website | web page | webpage | web site | blog post | blog | web log | web log post | homepage
web page: wiki
web page: vignette | web archive | online forum post | tweet | facebook page | page web | página web
web page: blogeintrag
preprint: preprint | prépublication | vorabdruck
personal communication: personal communication | letter | e-mail | email | interview | private communication
patent: patent | brevet | patentschrift
map: map | karte | carte | mapa
manuscript: manuscript | unpublished manuscript | unpublished | manuscript in preparation | typescript
manuscript: unveröffentlichtes manuskript | manuscrit inédit | manuscrito inédito | unpublished raw data
talk: paper presentation | conference presentation | conference session | poster presentation
conference paper: conference paper
talk: slides | powerpoint slides | poster | abstract presentation | poster session | keynote address
talk: tagungsbeitrag | vortrag
"""
_WORDS = """
thesis: phd thesis | ph.d. thesis | ph. d. thesis | phd dissertation | ph.d. dissertation | ph.d. diss.
thesis: phd diss. | doctoral dissertation | doctoral thesis | dphil thesis | d.phil. thesis | md thesis
thesis: master's thesis | master’s thesis | masters thesis | msc thesis | m.sc. thesis | ma thesis
thesis: m.a. thesis
thesis: bachelor's thesis | bachelor’s thesis | unpublished thesis | unpublished dissertation | habilitation
thesis: dissertation | diss. | inauguraldissertation | habilitationsschrift | doktorarbeit | masterarbeit
thesis: diplomarbeit | magisterarbeit | bachelorarbeit | thèse de doctorat | thèse | mémoire de master
thesis: mémoire de maîtrise | tesis doctoral | tesis de doctorado | tesis de maestría
thesis: trabajo de fin de máster
thesis: tese de doutorado | dissertação de mestrado | tesi di dottorato | proefschrift | thesis
press release: press release | news release | pressemitteilung | pressemeldung | medienmitteilung
press release: communiqué de presse | comunicado de prensa | nota de prensa | comunicato stampa | persbericht
personal communication: personal communication | private communication | personal correspondence
personal communication: written communication | oral communication | personal email | personal e-mail
personal communication: email to the author | e-mail to the author | email message to the author
personal communication: letter to the author | conversation with the author | interview by the author
personal communication: interview with the author | interviewed by the author | personal interview
personal communication: conversation with:
personal communication: persönliche mitteilung | persönliche kommunikation | mündliche mitteilung
personal communication: schriftliche mitteilung | e-mail an den verfasser | e-mail an die verfasserin
personal communication: communication personnelle | courriel à l'auteur | entretien avec l'auteur
personal communication: comunicación personal | correo electrónico al autor | comunicação pessoal
personal communication: comunicazione personale | pers. comm. | pers. mitt.
manuscript: unpublished manuscript | manuscript in preparation | manuscript in possession of the author
manuscript: unveröffentlichtes manuskript | manuscrit inédit | manuscrito inédito | unpublished data
manuscript: unpublished raw data | unpublished observations | unpublished typescript
manuscript: manuscript submitted for publication
preprint: arxiv preprint | arxiv e-print | arxiv e-prints | preprint at | biorxiv preprint | medrxiv preprint
preprint: preprint server
report: technical report | tech. rep. | tech rep. | working paper | discussion paper | research report
report: white paper | technical memorandum | technical note | policy brief | issue brief | annual report
report: final report | occasional paper | report no. | report number | publication no. | staff paper
report: research brief | evidence report | comparative effectiveness review | health technology assessment
report: arbeitspapier | forschungsbericht | abschlussbericht | jahresbericht | diskussionspapier
report: positionspapier
report: rapport technique | rapport de recherche | rapport annuel | document de travail | rapport n°
report: informe técnico | informe de investigación | informe anual | documento de trabajo | relatório técnico
guideline: s1-leitlinie | s2-leitlinie | s2e-leitlinie | s2k-leitlinie | s3-leitlinie | awmf-leitlinie
guideline: leitlinie
guideline: nationale versorgungsleitlinie | nationale versorgungsleitlinien | patientenleitlinie
guideline: clinical guideline
guideline: awmf-register-nr. | awmf-registernr. | awmf-registernummer | awmf-reg.-nr. | awmf register
guideline: awmf-register
guideline: nice guideline | sign guideline | clinical practice guideline | quality standard
guideline: practice guideline
guideline: guía de práctica clínica | recommandations de bonne pratique | richtlijn
patent: u.s. patent | us patent | european patent | patent no. | patent application | patent number
patent: world patent | patentschrift | offenlegungsschrift | patentanmeldung | gebrauchsmuster
patent: brevet d'invention | brevet européen | brevet | patente | patent cooperation treaty | korean patent
patent: japanese patent | chinese patent | german patent
film: directed by | motion picture | regie | réalisé par | dirigida por | dir. by | director's cut
talk: paper presented at | poster presented at | presented at the | presentation at the
talk: presented to the | talk given at | abstract presented at | vortrag auf | vortrag gehalten
talk: poster auf | communication présentée | ponencia presentada | comunicación presentada
talk: keynote address at
talk: oral presentation at
software: r package version | r package | python package | computer software | computer program
software: software version | statistical software | python library | matlab toolbox | stata module
software: computersoftware | computerprogramm | logiciel | source code
data set: data set | dataset | datensatz | jeu de données | conjunto de datos
"""
_NEWSPAPERS = """
new york times | washington post | wall street journal | los angeles times | financial times | usa today
guardian | observer | daily telegraph | sunday times | times of london | independent | daily mail | bbc news
chicago tribune | boston globe | irish times | scotsman | toronto star | globe and mail
sydney morning herald
times of india | hindu | japan times | economist | reuters | associated press | bloomberg news | cnn | npr
al jazeera | politico | vox | axios | the atlantic | forbes
frankfurter allgemeine zeitung | frankfurter allgemeine | süddeutsche zeitung | die zeit | zeit online
der spiegel | spiegel online | die welt | tagesspiegel | taz | handelsblatt | neue zürcher zeitung | nzz
der standard | frankfurter rundschau | berliner zeitung | tages-anzeiger
le monde | le figaro | libération | les echos | ouest-france | le temps
el país | el mundo | la vanguardia | abc | clarín | la nación | corriere della sera | la repubblica
aftenposten | dagens nyheter | politiken | de volkskrant | nrc handelsblad | helsingin sanomat
"""
_PROCEEDINGS = """
en: proceedings of the | proc. of the | proceedings of | proc. | conference | conf. | symposium | workshop
en: congress | annual meeting | international meeting | advances in neural information processing systems
de: Tagungsband | Tagung | Kongress | Konferenz
fr: actes de | actes du | actes des | congrès | colloque
es: actas de | actas del | congreso | simposio
pt: anais do
it: atti del | convegno
"""
_UNREGISTERED_PROCEEDINGS = """
neural information processing systems | neurips | nips | iclr | learning representations | icml
conference on machine learning | machine learning research | usenix | ceur workshop | ceur-ws
artificial intelligence and statistics | aistats | robotics: science and systems | python in science
conference on learning theory | ismir | language resources and evaluation
"""


def _by_kind(text: str) -> dict[str, str]:
    """Kind → a pattern for any of its phrases, as whole words."""
    return {
        kind: rf"{NO_LETTER_BEFORE}{any_of(phrases)}{NO_LETTER_AFTER}"
        for kind, phrases in read_table(text).items()
    }


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for line in text.strip().splitlines() for name in line.split("|"))


KIND_IN_BRACKETS = {kind: any_of(phrases) for kind, phrases in read_table(_BRACKETS).items()}
"""Kind → what names it in brackets."""
KIND_WORDS = _by_kind(_WORDS)
"""Kind → what names it outside the title; search with ``re.IGNORECASE``."""
NEWSPAPERS = frozenset(_names(_NEWSPAPERS))
"""Newspapers and broadcasters' news, in small letters, without "The"."""
PROCEEDINGS = rf"{NO_LETTER_BEFORE}{any_of(phrases_of(read_table(_PROCEEDINGS)))}{NO_LETTER_AFTER}"
"""What is printed in the names of proceedings."""
UNREGISTERED_PROCEEDINGS = any_of(_names(_UNREGISTERED_PROCEEDINGS))
"""Proceedings whose papers are published without a DOI, or were for many years."""
