"""Marks of editors, and the "In" before the book that a chapter stands in, by language.

Sources: the CSL locales (term "editor", short and as a verb; term "in"), ABNT "(Org.)", and lists read in the
development data.
"""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import any_mark, phrases_of, read_table

_EDITORS = """
en: ed. | eds. | editor | editors | edited by
de: Hrsg. | Hrsgg. | Hg. | Hgg. | Herausgeber | herausgegeben von | hrsg. von
fr: éd. | éds. | dir. | sous la direction de | sous la dir. de | coord.
es: ed. | eds. | editores | coord. | coords. | comp. | comps.
it: a cura di | a c. di | cur.
pt: org. | orgs. | coord. | organizador
nl: red. | reds. | onder redactie van
da: red.
nb: red.
sv: red.
fi: toim.
pl: red. | pod red.
hu: szerk.
tr: haz. | der.
ru: под ред. | ред. | отв. ред.
uk: за ред.
el: επιμ.
"""
_IN = """
en: in
de: in
fr: dans | in
es: en
it: in
pt: em | in
nl: in
da: i
fi: teoksessa
pl: w
cs: in
tr: içinde
ru: в
uk: у | в
el: στο
"""
EDITORS, IN = read_table(_EDITORS), read_table(_IN)
"""Language → marks of editors; → what stands before the name of a book."""
EDITORS_MARK = any_mark(phrases_of(EDITORS))
"""Pattern of any mark of editors; for a place behind names. Search with ``re.IGNORECASE``."""
EDITORS_LAST = ("Hrsg", "hrsg", "Ed", "Eds", "ed", "eds")
"""Marks that need no brackets at the very end of names."""
