"""Words of journal names: what ISO 4 drops, what it abbreviates irregularly, and names known by initials.

The regular part of ISO 4 is a rule in ``journals.py``. The irregular words were read off the CC0 list of
life-science journals (dedupe/journal_pairs_dev.csv): words whose abbreviation is neither a cut nor a contraction.
"""

from __future__ import annotations

STOP_WORDS = frozenset(
    "and at by for from in into of on the to und der die das dem den fur fuer zur zum von vom mit de du la le les "
    "et en au l d del della delle dei degli di da do dos das e y el los las il lo gli i o a van voor het och i po v na og te "
    "over with as or upon aus auf pour dell dello degli nei uber contre sobre para ses ihre ihrer deren".split()
) - {"a", "i", "e", "o", "d", "v", "l", "y"}

OPTIONAL_WORDS = frozenset({"a", "e", "i", "y", "o", "ve", "im", "an", "am", "aux", "des", "ed", "part", "l", "d", "v", "si", "es",
                            "ad", "em", "per", "against", "section"})  # fmt: skip
"""Articles and conjunctions that are a series letter or an abbreviation elsewhere ("Des" for "Design"): dropped
only where that helps, and never as the last word."""

CUT_STEMS = (
    "ol",
    "olog",
    "iatr",
    "metr",
    "graph",
    "path",
    "urg",
    "ther",
    "ogr",
    "omet",
    "enter",
    "scop",
    "otic",
    "nutr",
    "enterol",
    "genet",
)

# Journal known by initials or a brand → the words of its name. Facts of the NLM catalogue.
ACRONYMS: dict[str, tuple[tuple[str, ...], ...]] = {
    "bmj": (("british", "medical", "journal"),),
    "jama": (("journal", "american", "medical", "association"),),
    "nejm": (("new", "england", "journal", "medicine"),),
    "pnas": (
        ("proceedings", "national", "academy", "sciences"),
        ("proceedings", "national", "academy", "sciences", "usa"),
    ),
    "jacc": (("journal", "american", "college", "cardiology"),),
    "jcem": (("journal", "clinical", "endocrinology", "metabolism"),),
    "jbjs": (("journal", "bone", "joint", "surgery"),),
    "cmaj": (("canadian", "medical", "association", "journal"),),
    "ajr": (("american", "journal", "roentgenology"),),
    "ajnr": (("american", "journal", "neuroradiology"),),
    "mmwr": (("morbidity", "mortality", "weekly", "report"),),
    "jospt": (("journal", "orthopaedic", "sports", "physical", "therapy"),),
    "jmpt": (("journal", "manipulative", "physiological", "therapeutics"),),
    "jbmt": (("journal", "bodywork", "movement", "therapies"),),
    "jaoa": (("journal", "american", "osteopathic", "association"),),
    "cdsr": (("cochrane", "database", "systematic", "reviews"),),
    "faseb": (("federation", "american", "societies", "experimental", "biology"),),
    "embo": (("european", "molecular", "biology", "organization"),),
    "plos": (("public", "library", "science"),),
    "bmc": (("biomed", "central"),),
    "ieee": (("institute", "electrical", "electronics", "engineers"),),
    "acm": (("association", "computing", "machinery"),),
    "jnnp": (("journal", "neurology", "neurosurgery", "psychiatry"),),
    "jmir": (("journal", "medical", "internet", "research"),),
    "jpet": (("journal", "pharmacology", "experimental", "therapeutics"),),
    "jbc": (("journal", "biological", "chemistry"),),
    "prl": (("physical", "review", "letters"),),
    "jacs": (("journal", "american", "chemical", "society"),),
    "lncs": (("lecture", "notes", "computer", "science"),),
    "brj": (("british", "journal"),),
}

# Names of one journal that are words apart; the first is rewritten to the second.
ALIASES: tuple[tuple[str, str], ...] = (
    (
        "proceedings national academy sciences united states america",
        "proceedings national academy sciences usa",
    ),
    ("proceedings national academy sciences us", "proceedings national academy sciences usa"),
    ("proc natl acad sci united states america", "proc natl acad sci usa"),
    ("cochrane database syst rev online", "cochrane database syst rev"),
    ("bmj clinical research ed", "bmj"),
    ("bmj british medical journal", "bmj"),
    ("jama journal american medical association", "jama"),
)
# Long word → abbreviations that are not simply its beginning. The first block was read off the CC0 list.
IRREGULAR: dict[str, frozenset[str]] = {
    "alaska": frozenset({"alsk"}), "america": frozenset({"us"}), "county": frozenset({"cty"}), "gegenwart": frozenset({"ggw"}),
    "deutschland": frozenset({"dtschl"}), "georgia": frozenset({"ga"}), "greater": frozenset({"gt"}), "japonica": frozenset({"jpn"}),
    "joint": frozenset({"jt"}), "junior": frozenset({"jr"}), "kentucky": frozenset({"ky"}), "maryland": frozenset({"md"}),
    "missouri": frozenset({"mo"}), "mountain": frozenset({"mt"}), "national": frozenset({"natl", "nat"}),
    "pennsylvania": frozenset({"pa"}), "senior": frozenset({"sr"}), "suplemento": frozenset({"suppl"}), "vermont": frozenset({"vt"}),
    "virginia": frozenset({"va"}), "parte": frozenset({"pt"}), "louisiana": frozenset({"la"}), "connecticut": frozenset({"ct"}),
    "bulletin": frozenset({"bull", "b"}), "journal": frozenset({"j", "jnl", "jour"}), "letters": frozenset({"lett", "ltrs"}),
    "new": frozenset({"n"}), "giornale": frozenset({"g"}), "carolina": frozenset({"c"}), "jornal": frozenset({"j"}), "buenos": frozenset({"b"}),
    "nursing": frozenset({"nurse"}), "dakota": frozenset({"d"}), "journalen": frozenset({"j"}), "santa": frozenset({"st"}), "north": frozenset({"n"}), "south": frozenset({"s"}), "northern": frozenset({"n"}), "southern": frozenset({"s"}),
    "quarterly": frozenset({"q", "quart"}), "royal": frozenset({"r"}), "royale": frozenset({"r"}), "zeitschrift": frozenset({"z", "ztschr"}),
    "zealand": frozenset({"z"}), "jersey": frozenset({"j"}), "york": frozenset({"y"}), "university": frozenset({"u"}),
    "united": frozenset({"u"}), "states": frozenset({"s"}), "health": frozenset({"hlth"}), "american": frozenset({"amer"}),
    "engineering": frozenset({"engrg", "engng"}), "sciences": frozenset({"sci", "scis"}), "society": frozenset({"socy"}),
    "therapies": frozenset({"ther"}), "zhurnal": frozenset({"zh"}), "conference": frozenset({"conf"}),
}  # fmt: skip

# Compounds whose second part ISO 4 contracts: "Kinderheilkunde" → "Kinderheilkd".
COMPOUND_ENDINGS = (("kunde", "kd"), ("kundige", "kd"), ("kundig", "kd"), ("zeitung", "ztg"))

# What a tag-line after ":" or "-" begins with; anything else after a colon is another journal ("Circulation: Heart Failure").
TAGLINES = (
    "an international", "a journal", "an official", "the official", "official", "the journal", "journal of", "the international",
    "international journal", "a publication", "an interdisciplinary", "the european journal", "incorporating", "including", "cb",
    "jama", "online", "a peer reviewed", "organ", "zeitschrift", "revue", "the publication", "condensed matter",
)  # fmt: skip
