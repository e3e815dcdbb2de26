"""What the words of titles mean for comparing them: tables, no behaviour.

Sources: the titles of the development data (references/parse_dev, dedupe/cytology_screening), PubMed's
and Crossref's habits with status prefixes, and the reporting guidelines (PRISMA, CONSORT) that put the
design of a study into its title.
"""

from __future__ import annotations

import re

STOP_WORDS = frozenset(
    "a an and as at by for from in into is its of on or over than that the their to upon via vs versus with within without "
    "der die das den dem des ein eine einer eines und oder von vom zu zum zur im am auf bei mit fur fuer uber "
    "le la les l un une des du d et ou de au aux en sur pour par dans avec "
    "el los las y o del al por para con sobre lo il gli i e di da della delle dei nel per su "
    "het een van voor op te".split()
) - {"without", "i", "e", "d", "o", "y", "l"}

WEAK_WORDS = frozenset(
    "study studies review reviews analysis analyses trial trials effect effects efficacy effectiveness treatment "
    "treatments therapy patient patients clinical using use used role based new case report approach evaluation "
    "assessment results evidence overview update systematic meta metaanalysis randomized randomised controlled "
    "cohort prospective retrospective among between during after comparison association impact".split()
)

# Designs that reporting guidelines ask for in titles; longest first, so that the whole tail goes.
BOILERPLATE = tuple(
    f" {phrase} "
    for phrase in (
        "a systematic review and network meta analysis of randomized controlled trials",
        "a systematic review and meta analysis of randomized controlled trials",
        "a systematic review and meta analysis of randomised controlled trials",
        "systematic review and meta analysis of randomized controlled trials",
        "systematic review and meta analysis of randomised controlled trials",
        "a systematic review and network meta analysis",
        "systematic review and network meta analysis",
        "a systematic review and meta analysis",
        "systematic review and meta analysis",
        "a systematic review of the literature",
        "a systematic literature review",
        "a randomized double blind placebo controlled trial",
        "a randomised double blind placebo controlled trial",
        "a randomized placebo controlled trial",
        "a randomised placebo controlled trial",
        "a cluster randomized controlled trial",
        "a cluster randomised controlled trial",
        "a randomized controlled clinical trial",
        "a randomized controlled trial",
        "a randomised controlled trial",
        "randomized controlled trial",
        "randomised controlled trial",
        "a randomized clinical trial",
        "a randomised clinical trial",
        "a randomized trial",
        "a randomised trial",
        "a systematic review update",
        "a prospective cohort study",
        "a retrospective cohort study",
        "a cohort study",
        "a cross sectional study",
        "a case control study",
        "a case report and review of the literature",
        "a case report and literature review",
        "a case report",
        "case report",
        "a case series",
        "a pilot study",
        "a multicentre study",
        "a multicenter study",
        "a narrative review",
        "a scoping review",
        "a literature review",
        "an overview of reviews",
        "a systematic review",
        "systematic review",
        "a meta analysis",
        "meta analysis",
        "review of the literature",
        "study protocol for a randomised controlled trial",
        "study protocol for a randomized controlled trial",
        "eine systematische ubersichtsarbeit",
        "une revue systematique",
        "una revision sistematica",
    )
)

GENERIC_TITLES = frozenset(
    {
        "abstract", "abstracts", "acknowledgements", "acknowledgments", "announcement", "announcements", "author index",
        "author reply", "authors reply", "back matter", "book review", "book reviews", "books received", "brief reports", "calendar",
        "comment", "commentary", "comments", "conclusion", "conclusions", "contents", "contributors", "correspondence",
        "current literature", "discussion", "editor note", "editorial", "editorial board", "editorials", "erratum",
        "errata", "foreword", "front matter", "general discussion", "index", "in memoriam", "in reply", "introduction",
        "invited commentary", "issue information", "letter", "letter editor", "letters", "letters editor",
        "liminaire", "literature current abstracts", "masthead", "meeting abstracts", "news", "news notes", "notes",
        "notes trends", "obituary", "poster session", "preface", "preliminary", "prelims", "program", "reply", "response",
        "review", "reviews", "subject index", "summary", "table contents", "title page", "book reviews short notices",
    }
)  # fmt: skip

GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa", "λ": "lambda", "μ": "mu",
    "µ": "mu", "π": "pi", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Δ": "delta",
    "Ω": "omega", "Γ": "gamma", "Σ": "sigma", "Φ": "phi", "θ": "theta", "η": "eta", "ζ": "zeta", "ρ": "rho", "ν": "nu",
    "Α": "alpha", "Β": "beta",
}  # fmt: skip

# One spelling for words that English writes in two ways and that differ by more than a letter.
SPELLINGS = {
    "randomised": "randomized", "randomisation": "randomization", "tumour": "tumor", "tumours": "tumors",
    "oedema": "edema", "paediatric": "pediatric", "paediatrics": "pediatrics", "anaemia": "anemia",
    "haemorrhage": "hemorrhage", "haemoglobin": "hemoglobin", "leukaemia": "leukemia", "oestrogen": "estrogen",
    "foetal": "fetal", "foetus": "fetus", "diarrhoea": "diarrhea", "oesophageal": "esophageal",
    "orthopaedic": "orthopedic", "anaesthesia": "anesthesia", "gynaecology": "gynecology", "fibre": "fiber",
    "centre": "center", "multicentre": "multicenter", "behaviour": "behavior", "colour": "color", "labour": "labor",
    "programme": "program", "programmes": "programs", "grey": "gray", "sulphate": "sulfate", "sulphur": "sulfur",
    "aluminium": "aluminum", "ageing": "aging", "ii": "2", "iii": "3", "iv": "4", "first": "1", "second": "2", "third": "3",
}  # fmt: skip

# One letter or syllable apart and yet the contrary.
ANTONYM_PAIRS = (
    ("ab", "ad"), ("hyper", "hypo"), ("inter", "intra"), ("infra", "intra"), ("supra", "infra"), ("macro", "micro"),
    ("pre", "pro"), ("under", "over"), ("ante", "anti"), ("effect", "affect"), ("male", "female"), ("peri", "pre"),
    ("increase", "decrease"), ("inclusion", "exclusion"), ("import", "export"), ("internal", "external"),
    ("oral", "aural"), ("typical", "atypical"), ("symptomatic", "asymptomatic"), ("ilium", "ileum"), ("ili", "ile"),
    ("cervical", "cervica"), ("efferent", "afferent"), ("ortho", "or"), ("endo", "ecto"), ("ex", "in"), ("em", "im"),
    ("uni", "bi"), ("mono", "poly"), ("ally", "yl"), ("ane", "ene"), ("ene", "yne"), ("ate", "ite"), ("ide", "ate"), ("ide", "ite"),
)  # fmt: skip

_STATUS = r"retracted(?: article)?|withdrawn(?: article)?|removed|temporary removal"
STATUS_PREFIX = re.compile(
    rf"\s*(?:[\[(*]*\s*(?P<status>{_STATUS})\s*[\])*]*\s*[:.\-–—]\s*|[\[(]\s*(?:{_STATUS})\s*[\])]\s*)",
    re.IGNORECASE,
)
NOTICE_PREFIX = re.compile(
    r"\s*\[?(?P<status>(?:author |publisher )?(?:correction|corrigendum|corrigenda|erratum|errata|retraction(?: notice| note)?|"
    r"retraction and replacement|expression of concern|editorial expression of concern|addendum|withdrawal(?: notice)?|"
    r"notice of retraction|removal notice|comment|reply|response|author reply|re))\]?\s*(?:to|on|for|of)?\s*[:—–]\s*|"
    r"\s*(?P<status2>retraction notice to|correction to|erratum to|corrigendum to|comment on|reply to|response to)\s+",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"\s*[\[(](?:in [A-Z]?\w+|article in \w+|review|reviews|abstract|letter|editorial|comment|withdrawn|retracted(?: article)?|"
    r"in press|in überarbeitung|protocol|erratum|published erratum[^\])]*|see comments?|russian|german|french|chinese|"
    r"japanese|spanish|poster|meeting abstract|with discussion|internet|online|electronic resource|"
    r"electronic version|preprint|report|computer program|dissertation|thesis)[\])]\.?\s*$",
    re.IGNORECASE,
)
SUBTITLE_BREAK = re.compile(r"\s*(?::|;|\?\s|!\s|\.\s+(?=\S)|\s[-–—]\s|[—–](?=[A-Z])|\s\()")
