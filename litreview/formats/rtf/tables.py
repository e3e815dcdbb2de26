"""What RTF's words mean: characters, groups that nobody sees, groups that are read in their own way."""

from __future__ import annotations

CHARACTERS = {
    "tab": "\t", "cell": "\t", "nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
"""Signs behind a backslash that print something."""

LINE_ENDS = frozenset({"par", "sect", "page", "row", "nestrow"})
SKIPPED = frozenset({
    "colortbl", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "xe", "tc", "tcn", "rxe", "txe", "sp", "shprslt", "nonshppict", "upr", "ftnsep", "ftnsepc", "aftnsep",
    "aftnsepc", "ftncn", "aftncn", "private", "filetbl", "revtbl", "author", "operator", "creatim", "revtim",
    "printim", "buptim", "subject", "category", "keywords", "comment", "doccomm", "hlinkbase", "company",
    "manager",
})  # fmt: skip
"""Groups that print nothing though no ``\\*`` says so."""
STARRED = frozenset({"fldinst", "datafield", "shpinst", "footnote"})
"""Groups with a ``\\*`` that are read; all others are left out. Pandoc has one on its footnotes."""
