"""How three kinds of source write what this project asks for.

The groups of the patterns: ``line`` of a heading and the signs ``under`` it, ``keys`` or ``key`` of a
citation, ``key`` and ``text`` of an entry, ``names`` of bibliographies, ``words`` and ``url`` of a link,
``text`` of the rest; of what pandoc prints with citeproc the ``key`` and ``text`` of the entry at an
``anchor``, and the ``key`` and ``words`` of a link that ``leads`` there. What is never closed goes to the
end, so that every pattern is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from litreview.model.notation import Notation


@dataclass(frozen=True, slots=True)
class Grammar:
    """One notation. ``hidden`` is code, mathematics and comments; ``cites`` name keys of a bibliography,
    ``refers`` marks that may lead to an entry of the text, or to a figure."""

    name: str
    hidden: re.Pattern[str]
    heading: re.Pattern[str]
    cites: re.Pattern[str]
    refers: re.Pattern[str]
    entry: re.Pattern[str]
    bibliography: re.Pattern[str]
    link: re.Pattern[str]
    raised: re.Pattern[str]
    footnote: re.Pattern[str]
    anchor: re.Pattern[str]
    leads: re.Pattern[str]
    notation: Notation


_NEVER = re.compile(r"(?!)(?P<key>)(?P<text>)")

RST = Grammar(
    "rst",
    hidden=re.compile(
        r"^(?P<indent>[ \t]*)\.\.[ \t]+(?:code-block|code|sourcecode|math|raw|parsed-literal|ipython|doctest"
        r"|testcode|plot|literalinclude)::[^\n]*\n(?:[ \t]*\n|(?P=indent)[ \t]+[^\n]*\n?)*"
        r"|::[ \t]*\n(?:[ \t]*\n)+(?:[ \t]+[^\n]*(?:\n|\Z)|[ \t]*\n)+"
        r"|``[^`\n]{1,300}``|:(?:math|code):`[^`\n]{1,300}`",
        re.MULTILINE,
    ),
    heading=re.compile(
        r"^(?P<line>\S[^\n]*)\n(?P<under>(?P<sign>[=\-~^\"'`#*+.:_])(?P=sign){2,})[ \t]*$", re.MULTILINE
    ),
    cites=re.compile(r":(?:foot)?cite[\w:]{0,12}:`(?P<keys>[^`]{1,500})`"),
    refers=re.compile(r"\[(?P<key>#?[\w.:+-]{1,80})\]_(?!_)"),
    entry=re.compile(
        r"^\.\.[ \t]+\[(?P<key>#?[\w.:+-]{1,80})\][ \t]+(?P<text>\S[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE
    ),
    bibliography=re.compile(r"^[ \t]*\.\.[ \t]+bibliography::[ \t]*(?P<names>[^\n]*)", re.MULTILINE),
    link=re.compile(r"`(?P<words>[^`<>]{1,300}?)\s*<(?P<url>https?://[^\s<>`]{1,500})>`__?"),
    raised=re.compile(r":sup(?:erscript)?:`(?P<text>[^`\n]{1,60})`"),
    footnote=_NEVER,
    anchor=re.compile(
        r"^[ \t]*\.\. container:: csl-entry[^\n]*\n[ \t]+:name:[ \t]*ref-(?P<key>\S{1,200})[ \t]*\n"
        r"(?:[ \t]*\n)+"
        r"(?P<text>(?:[ \t]+(?!\.\. )\S[^\n]*(?:\n|\Z))+)",
        re.MULTILINE,
    ),
    leads=re.compile(r"`(?P<words>[^`<>]{1,300}?)\s*<#ref-(?P<key>[^\s<>`]{1,200})>`__?"),
    notation=Notation.RST,
)
"""Docutils' reStructuredText with the roles of sphinxcontrib-bibtex."""

ASCIIDOC = Grammar(
    "asciidoc",
    hidden=re.compile(
        r"^(?P<fence>-{4,}+|\.{4,}+|\+{4,}+|/{4,}+|`{3,}+)[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)|^//[^\n]*"
        r"|`[^`\n]{1,300}`|stem:\[[^\]\n]{0,300}\]",
        re.MULTILINE | re.DOTALL,
    ),
    heading=re.compile(r"^={1,6}[ \t]++(?P<line>[^\n]*\S)", re.MULTILINE),
    cites=re.compile(r"\bcite(?:np)?:\[(?P<keys>[^\]]{1,500})\]"),
    refers=re.compile(r"<<(?P<key>[\w.:+-]{1,80})(?:,[^>\n]{0,200})?>>"),
    entry=re.compile(
        r"^[*-][ \t]+\[\[\[(?P<key>[\w.:+-]{1,80})(?:,[^\]\n]{0,80})?\]\]\][ \t]*"
        r"(?P<text>\S[^\n]*(?:\n(?![*\-=\[/])[^\n]*\S[^\n]*)*)",
        re.MULTILINE,
    ),
    bibliography=re.compile(r"^:bibtex-file:[ \t]*(?P<names>[^\n]*)", re.MULTILINE),
    link=re.compile(r"(?:link:)?(?P<url>https?://[^\s\[\]<>]{1,500})\[(?P<words>[^\]\n]{1,300})\]"),
    raised=re.compile(r"(?<!\\)\^(?P<text>[^\^\s]{1,40})\^"),
    footnote=re.compile(r"footnote:\w*\[(?P<text>[^\]]{1,2000})\]"),
    anchor=re.compile(
        r"^\[\[ref-(?P<key>[^\]\s]{1,200})\]\]\n(?P<text>(?!\[\[)[^\n]*\S[^\n]*(?:\n(?!\[\[)[^\n]*\S[^\n]*)*)",
        re.MULTILINE,
    ),
    leads=re.compile(
        r"link:#ref-(?P<key>[^\s\[\]<>]{1,200})\[(?P<words>\[?(?:\\.|[^\[\]\\]){1,300}\]?)\]"
        r"|<<#?ref-(?P<key_>[^\s<>,]{1,200}),(?P<words_>[^<>]{1,300})>>"
    ),
    notation=Notation.ASCIIDOC,
)
"""Asciidoctor's AsciiDoc with the macros of asciidoctor-bibtex."""

TYPST = Grammar(
    "typst",
    hidden=re.compile(
        r"```.*?(?:```|\Z)|`[^`\n]{0,300}`|/\*.*?(?:\*/|\Z)|(?<!:)//[^\n]*|(?<!\\)\$[^$]{0,2000}(?<!\\)\$",
        re.DOTALL,
    ),
    heading=re.compile(r"^={1,6}[ \t]++(?P<line>[^\n<]*[^\s<])", re.MULTILINE),
    cites=re.compile(r"#cite\(\s*(?:<(?P<keys>[\w.:+/-]{1,120})>|label\(\"(?P<label>[^\"\n]{1,120})\"\))"),
    refers=re.compile(r"(?<![\w\\/.])@(?P<key>\w(?:[\w.:+/-]{0,118}\w)?)"),
    entry=_NEVER,
    bibliography=re.compile(r"#?\bbibliography\(\s*(?P<names>\"[^\"\n]{1,300}\"|\([^()]{1,500}\))"),
    link=re.compile(r"#link\(\s*\"(?P<url>https?://[^\s\"]{1,500})\"\s*\)\[(?P<words>[^\]\n]{1,300})\]"),
    raised=re.compile(r"#super\[(?P<text>[^\]\n]{1,60})\]"),
    footnote=re.compile(r"#footnote\[(?P<text>[^\]]{1,2000})\]"),
    anchor=re.compile(
        r"#block\[\s*(?!#block)(?P<text>\S(?:\s*+[^<\s]){1,4000}?)\s*+\][ \t]*+<ref-(?P<key>[^\s<>]{1,200})>"
    ),
    leads=re.compile(r"#link\(\s*<ref-(?P<key>[^\s<>]{1,200})>\s*\)\[(?P<words>(?:\\.|[^\[\]\\]){1,300})\]"),
    notation=Notation.TYPST,
)
"""Typst 0.12: ``@key`` is a citation, or leads to a label of the text."""

ORG = Grammar(
    "org",
    hidden=re.compile(
        r"^[ \t]*#\+begin_(?P<block>src|example|comment|export|latex|html)\b.*?"
        r"(?:^[ \t]*#\+end_(?P=block)|\Z)|^[ \t]*:PROPERTIES:.*?(?:^[ \t]*:END:|\Z)|^[ \t]*#[ \t][^\n]*"
        r"|^[ \t]*#\+(?!bibliography:|title:)[^\n]*"
        r"|^[ \t]*:[ \t][^\n]*|(?<!\w)[=~](?=\S)[^=~\n]{0,200}[^=~\s][=~](?!\w)"
        r"|\\\(.{0,2000}?\\\)|\\\[.{0,2000}?\\\]|\$\$.{0,2000}?\$\$",
        re.MULTILINE | re.DOTALL | re.IGNORECASE,
    ),
    heading=re.compile(
        r"^\*++[ \t]++(?P<line>[^\n]*\S)|^#\+title:[ \t]*+(?P<title>[^\n]*\S)", re.MULTILINE | re.IGNORECASE
    ),
    cites=re.compile(
        r"\[cite(?:/[\w/-]{1,30})?:(?P<keys>[^\[\]]{1,500})\]"
        r"|(?<![\w:])(?:\[\[)?cite[\w*]{0,12}:(?P<label>&?[\w.:+/-]{1,120}\w(?:[,;]&?[\w.:+/-]{0,120}\w)*)(?:\]\])?"
    ),
    refers=_NEVER,
    entry=_NEVER,
    bibliography=re.compile(
        r"^[ \t]*#\+bibliography:[ \t]*(?P<names>[^\n]*)|(?<![\w+])bibliography:(?P<more>[^\s\[\]]+)",
        re.MULTILINE | re.IGNORECASE,
    ),
    link=re.compile(r"\[\[(?P<url>https?://[^\s\[\]]{1,500})\](?:\[(?P<words>[^\[\]]{1,500})\])?\]"),
    raised=re.compile(r"\^\{(?P<text>[^{}\n]{1,60})\}"),
    footnote=re.compile(
        r"^\[fn:[^\]\s]{1,60}\][ \t]+(?P<text>\S[^\n]*(?:\n(?!\[fn:)[^\n]*\S[^\n]*)*)", re.MULTILINE
    ),
    anchor=re.compile(
        r"^<<ref-(?P<key>[^\s<>]{1,200})>>[ \t]*+\n?"
        r"(?P<text>(?!<<)[^\n]*\S[^\n]*(?:\n(?!<<)[^\n]*\S[^\n]*)*)",
        re.MULTILINE,
    ),
    leads=re.compile(r"\[\[#ref-(?P<key>[^\s\[\]]{1,200})\]\[(?P<words>\[?[^\[\]]{1,300}\]?)\]\]"),
    notation=Notation.ORG,
)
"""Org 9.5's citations, and those of org-ref."""
