"""What joins the last two names of a list, by language: the CSL locales' term "and" and its signs."""

from __future__ import annotations

from litreview.normalise.vocabulary.patterns import phrases_of, read_table

_BY_LANGUAGE = """
en: and
de: und
fr: et
es: y | e
ca: i
it: e | ed
pt: e
nl: en
da: og
nb: og
sv: och
fi: ja
et: ja
pl: i
cs: a
sk: a
hu: és
ro: și | şi
tr: ve
ru: и
uk: та | і | й
bg: и
el: και
zh: 和 | 与 | 與 | 及
mark: & | +
"""
JOINING = read_table(_BY_LANGUAGE)
"""Language → its words for "and"; "mark" → the signs."""
JOINING_WORDS = frozenset(phrases_of(JOINING)) - {"+"}
"""All of them and the ampersand, in small letters. One-letter ones only mean it between names."""
