"""What the words of titles mean for comparing them: tables, no behaviour.

Sources: the titles of the development data (references/parse_dev, dedupe/cytology_screening), PubMed's
and Crossref's habits with status prefixes, and the reporting guidelines (PRISMA, CONSORT) that put the
design of a study into its title.
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.function_words import function_words

STOP_WORDS = function_words("en", "de", "fr", "es", "it", "nl") - {"e", "y", "met"}
"""Words of titles that weigh nothing; not those that medicine uses otherwise (vitamin E, c-MET)."""

_WEAK_WORDS = """
after among analyses analysis approach assessment association based between case clinical cohort
comparison controlled during effect effectiveness effects efficacy evaluation evidence impact meta
metaanalysis new overview patient patients prospective randomised randomized report results
retrospective review reviews role studies study systematic therapy treatment treatments trial trials
update use used using
"""
WEAK_WORDS = frozenset(_WEAK_WORDS.split())
"""Words that thousands of medical titles share."""

_BOILERPLATE = """
a systematic review and network meta analysis of randomized controlled trials
a systematic review and meta analysis of randomized controlled trials
a systematic review and meta analysis of randomised controlled trials
systematic review and meta analysis of randomized controlled trials
systematic review and meta analysis of randomised controlled trials
a systematic review and network meta analysis
systematic review and network meta analysis
a systematic review and meta analysis
systematic review and meta analysis
a systematic review of the literature
a systematic literature review
a randomized double blind placebo controlled trial
a randomised double blind placebo controlled trial
a randomized placebo controlled trial
a randomised placebo controlled trial
a cluster randomized controlled trial
a cluster randomised controlled trial
a randomized controlled clinical trial
a randomized controlled trial
a randomised controlled trial
randomized controlled trial
randomised controlled trial
a randomized clinical trial
a randomised clinical trial
a randomized trial
a randomised trial
a systematic review update
a prospective cohort study
a retrospective cohort study
a cohort study
a cross sectional study
a case control study
a case report and review of the literature
a case report and literature review
a case report
case report
a case series
a pilot study
a multicentre study
a multicenter study
a narrative review
a scoping review
a literature review
an overview of reviews
a systematic review
systematic review
a meta analysis
meta analysis
review of the literature
study protocol for a randomised controlled trial
study protocol for a randomized controlled trial
eine systematische ubersichtsarbeit
une revue systematique
una revision sistematica
"""
BOILERPLATE = tuple(f" {line} " for line in _BOILERPLATE.strip().splitlines())
"""Designs that reporting guidelines ask for in titles; longest first, so that the whole tail goes."""

_GENERIC_TITLES = """
abstract; abstracts; acknowledgements; acknowledgments; announcement; announcements; author index; author
reply; authors reply; back matter; book review; book reviews; book reviews short notices; books received;
brief communication; brief reports; calendar; case report; case reports; comment; commentary; comments;
conclusion; conclusions; contents; contributors; correspondence; current literature; discussion; editor
note; editorial; editorial board; editorials; errata; erratum; foreword; front matter; general discussion;
in memoriam; in reply; index; introduction; invited commentary; issue information; letter; letter editor;
letters; letters editor; liminaire; literature current abstracts; masthead; meeting abstracts; news; news
notes; notes; notes trends; obituary; original article; original articles; original paper; poster session;
preface; preliminary; prelims; program; reply; research article; response; review; reviews; short
communication; short communications; subject index; summary; table contents; title page; title pending;
untitled
"""
GENERIC_TITLES = frozenset(" ".join(_GENERIC_TITLES.split()).split("; "))
"""Titles without stop words that very many works have."""

_GREEK = """
α=alpha β=beta γ=gamma δ=delta ε=epsilon κ=kappa λ=lambda μ=mu µ=mu π=pi σ=sigma τ=tau φ=phi χ=chi ψ=psi
ω=omega Δ=delta Ω=omega Γ=gamma Σ=sigma Φ=phi θ=theta η=eta ζ=zeta ρ=rho ν=nu Α=alpha Β=beta
"""
GREEK = dict(pair.split("=") for pair in _GREEK.split())
"""Greek letters by name: "β-blocker" and "beta-blocker" are one."""

_SPELLINGS = """
randomised=randomized randomisation=randomization tumour=tumor tumours=tumors oedema=edema
paediatric=pediatric paediatrics=pediatrics anaemia=anemia haemorrhage=hemorrhage haemoglobin=hemoglobin
leukaemia=leukemia oestrogen=estrogen foetal=fetal foetus=fetus diarrhoea=diarrhea
oesophageal=esophageal orthopaedic=orthopedic anaesthesia=anesthesia gynaecology=gynecology fibre=fiber
centre=center multicentre=multicenter behaviour=behavior colour=color labour=labor programme=program
programmes=programs grey=gray sulphate=sulfate sulphur=sulfur aluminium=aluminum ageing=aging ii=2 iii=3
iv=4 first=1 second=2 third=3
"""
SPELLINGS = dict(pair.split("=") for pair in _SPELLINGS.split())
"""One spelling for words that English writes in two ways and that differ by more than a letter; small
numbers."""

_ANTONYMS = """
ab/ad hyper/hypo inter/intra infra/intra supra/infra macro/micro under/over ante/anti effect/affect
increase/decrease inclusion/exclusion import/export internal/external oral/aural ilium/ileum
efferent/afferent endo/ecto uni/bi ane/ene ene/yne ate/ite ide/ate ide/ite
"""
ANTONYM_PAIRS = tuple((pair.split("/")[0], pair.split("/")[1]) for pair in _ANTONYMS.split())
"""One letter or syllable apart and yet the contrary, or another compound: never a slip."""

_STATUS = r"retracted(?: article)?|withdrawn(?: article)?|removed|temporary removal"
STATUS_PREFIX = re.compile(
    rf"\s*(?:[\[(*]*\s*(?P<status>{_STATUS})\s*[\])*]*\s*[:.\-–—]\s*|[\[(]\s*(?:{_STATUS})\s*[\])]\s*)",
    re.IGNORECASE,
)
_NOTICE = (
    "corrections? corrigend(?:um|a) errat(?:um|a) retraction retraction~notice retraction~note "
    "retraction~and~replacement (?:editorial~)?expression~of~concern addendum withdrawal withdrawal~notice "
    "notice~of~retraction removal~notice comment reply response author~reply re "
    "response~to~the~letter~to~the~editor~regarding"
)
_NOTICE_NAMES = "|".join(name.replace("~", " ") for name in _NOTICE.split())
NOTICE_PREFIX = re.compile(
    rf"\s*\[?(?:author |publisher )?(?:{_NOTICE_NAMES})\]?\s*(?:to|on|for|of)?\s*[:—–]\s*|"
    r"\s*(?:retraction notice|correction|erratum|corrigendum|reply|response) to\s+|\s*comment on\s+",
    re.IGNORECASE,
)
"""How the title of a notice about another work begins."""

_REMARKS = (
    "in~[A-Z]?\\w+ article~in~\\w+ reviews? abstract letter editorial comment withdrawn "
    "retracted(?:~article)? in~press in~überarbeitung protocol erratum published~erratum[^\\])]{0,300} "
    "see~comments? russian german french chinese japanese spanish poster meeting~abstract with~discussion "
    "internet online electronic~resource electronic~version preprint report "
    "computer~program dissertation thesis version~\\d+[^\\])]{0,300}"
)
REMARK = re.compile(
    rf"(?<!\s)\s*[\[(](?:{'|'.join(remark.replace('~', ' ') for remark in _REMARKS.split())})[\])]\.?\s*$",
    re.IGNORECASE,
)
"""A remark in brackets behind a title that is no part of it."""

SUBTITLE_BREAK = re.compile(r"(?::|;|\?\s|!\s|\.\s++(?=\S)|\s[-–—]\s|[—–](?=[A-Z])|\s\()")
"""Where a title may end and its subtitle begin."""
