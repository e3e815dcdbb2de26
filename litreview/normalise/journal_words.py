"""Words of journal names: what ISO 4 drops, what it abbreviates irregularly, and names known by initials.

The regular part of ISO 4 is a rule in ``journals.py``. The irregular words were read off the CC0 list of
life-science journals (dedupe/journal_pairs_dev.csv): words whose abbreviation is neither a cut nor a
contraction.
"""

from __future__ import annotations

_STOP_WORDS = """
and as at au auf aus by contre da das de degli dei del dell della delle dello dem den der deren di die
do dos du el en et for from fuer fur gli het ihre ihrer il in into la las le les lo los mit na nei och
of og on or over para po pour ses sobre te the to uber und upon van vom von voor with zum zur
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Articles and prepositions that ISO 4 leaves out."""

OPENING_WORDS = frozenset({"for"})
"""Stop words that are abbreviations where a name begins with them: "For Ecol Manage", "For Policy"."""

_OPTIONAL_WORDS = """
a ad against am an aux d des e ed em es i im l o part per section si v ve y
"""
OPTIONAL_WORDS = frozenset(_OPTIONAL_WORDS.split())
"""Articles and conjunctions that are a series letter or an abbreviation elsewhere ("Des" for "Design"):
dropped
only where that helps, and never as the last word."""

_CUT_STEMS = """
ol olog iatr metr graph path urg ther ogr omet enter scop otic nutr enterol genet
"""
CUT_STEMS = tuple(_CUT_STEMS.split())
"""Endings of abbreviated one-word titles: "Anesthesiol", "Biometr"."""

_ACRONYMS = """
bmj: british medical journal
jama: journal american medical association
nejm: new england journal medicine
pnas: proceedings national academy sciences | proceedings national academy sciences usa
jacc: journal american college cardiology
jcem: journal clinical endocrinology metabolism
jbjs: journal bone joint surgery
cmaj: canadian medical association journal
ajr: american journal roentgenology
ajnr: american journal neuroradiology
mmwr: morbidity mortality weekly report
jospt: journal orthopaedic sports physical therapy
jmpt: journal manipulative physiological therapeutics
jbmt: journal bodywork movement therapies
jaoa: journal american osteopathic association
cdsr: cochrane database systematic reviews
faseb: federation american societies experimental biology
embo: european molecular biology organization
plos: public library science
bmc: biomed central
ieee: institute electrical electronics engineers
acm: association computing machinery
jnnp: journal neurology neurosurgery psychiatry
jmir: journal medical internet research
jpet: journal pharmacology experimental therapeutics
jbc: journal biological chemistry
prl: physical review letters
jacs: journal american chemical society
lncs: lecture notes computer science
"""
ACRONYMS = {
    name: tuple(tuple(full.split()) for full in rest.split("|"))
    for name, rest in (line.split(":") for line in _ACRONYMS.strip().splitlines())
}
"""Journal known by initials or a brand → the words of its name. Facts of the NLM catalogue."""

_ALIASES = """
proceedings national academy sciences united states america = proceedings national academy sciences usa
proceedings national academy sciences us = proceedings national academy sciences usa
proc natl acad sci united states america = proc natl acad sci usa
cochrane database syst rev online = cochrane database syst rev
bmj clinical research ed = bmj
bmj british medical journal = bmj
jama journal american medical association = jama
f1000research = f1000res
"""
ALIASES = tuple(
    (long.strip(), short.strip())
    for long, short in (line.split("=") for line in _ALIASES.strip().splitlines())
)
"""Names of one journal that are words apart; the first is rewritten to the second."""

_IRREGULAR = """
nationale=natl nationales=natl nacional=nac/natl nazionale=naz/natl
alaska=alsk america=us county=cty gegenwart=ggw deutschland=dtschl georgia=ga greater=gt japonica=jpn
joint=jt junior=jr kentucky=ky maryland=md missouri=mo mountain=mt national=nat/natl pennsylvania=pa
senior=sr suplemento=suppl vermont=vt virginia=va parte=pt louisiana=la connecticut=ct bulletin=b/bull
journal=j/jnl/jour letters=lett/ltrs new=n giornale=g carolina=c jornal=j buenos=b nursing=nurse
dakota=d journalen=j santa=st north=n south=s northern=n southern=s quarterly=q/quart royal=r royale=r
zeitschrift=z/ztschr zealand=z jersey=j york=y university=u united=u states=s health=hlth american=amer
engineering=engng/engrg sciences=sci/scis society=socy therapies=ther zhurnal=zh conference=conf
"""
IRREGULAR = {
    word: frozenset(short.split("/")) for word, short in (pair.split("=") for pair in _IRREGULAR.split())
}
"""Long word → abbreviations that are not simply its beginning."""

COMPOUND_ENDINGS = (("kunde", "kd"), ("kundige", "kd"), ("kundig", "kd"), ("zeitung", "ztg"))
"""Compounds whose second part ISO 4 contracts: "Kinderheilkunde" → "Kinderheilkd"."""

_TAGLINES = """
an international; a journal; an official; the official; official; the journal; journal of; the
international; international journal; a publication; an interdisciplinary; the european journal;
incorporating; including; cb; jama; online; a peer reviewed; organ; zeitschrift; revue; the publication;
"""
TAGLINES = tuple(" ".join(_TAGLINES.split()).split("; "))
"""What a tag-line after ":" or "-" begins with; anything else after a colon is another journal
("Circulation: Heart
Failure")."""

_EDITIONS = (
    "online int intl internat international print electronic web english engl eng ed edn edition version"
)
EDITION_WORDS = frozenset(_EDITIONS.split())
"""What a journal's name may end with in one of its editions only: the printed, the electronic, the
translated."""
