"""Words and signs around numbers: what tells a superscript citation from a quantity, a unit or a formula."""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.et_al import ET_AL_LATIN
from litreview.normalise.vocabulary.months import month_words
from litreview.parsing.citations.words import fold_words, read_words

COUNTING = fold_words(
    """
    figure figures fig figs table tables section sections chapter equation equations eq eqs appendix box
    panel scheme step steps day days week weeks month months year years hour hours grade level levels
    stage phase type group groups model models study experiment trial case cases class version v
    chromosome exon position residue page pages vol volume no number nr item items part line of in on at
    to for from with by the a an and or than about over under between least most only nearly
    approximately was were is are be n p r t x per every each all both these those additional further ca
    into after before until within during up compound compounds score scores window scale supplementary
    file movie video note notes algorithm theorem lemma proposition definition question aim hypothesis
    criterion cluster cohort arm site sites visit cycle cycles round generation
    through via vs versus using include
    including included contained has have had plus minus times factor order point zone windows phantom
    entry entries spanning id region ward district act article rule contains comprised comprises
    abbildung tabelle bis von im am nach seit tag tage abb tab kap
    """
) | {name for name in month_words("en") if len(name) > 3 or name == "may"}
"""Words that count, name or measure what follows them: a number there is no citation."""

GOES_ON = read_words(
    """
    and or but in on at to for of with by from as is are was were has have had can could may might will
    would should that which who whose where when while although though because since if than then thus
    also however therefore using including showed shows show found reported suggest suggests suggested
    did does do after before during between under over into through due based via be been being such not
    resulted allowed allows used und oder mit für wurde sind ist et ou dans des
    """
)
"""A quantity is followed by what is counted; after a citation the sentence goes on with a small word."""

_ELEMENTS = sorted(
    read_words(
        """
        H D He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br
        Kr Rb Sr Y Zr Nb Mo Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Nd Sm Eu Gd Yb W Re Os Ir Pt Au
        Hg Tl Pb Bi Th U Et Me Ph Bu Pr Ac
        """
    ),
    key=lambda symbol: (-len(symbol), symbol),
)
FORMULA = re.compile(rf"(?:(?:^|[\W\d_])(?:{'|'.join(_ELEMENTS)})+|(?<=[A-Z]-)d|DMSO-?d)$")
"""A chemical formula before its subscript: "CDCl 3"."""
ISOTOPE = re.compile(r"\s?[HCNFPB](?:\b(?!\.)|-)")
"""What follows the mass of an isotope: "13 C NMR"."""
UNIT = re.compile(
    r"(?:^|[\s(\d/·])(?:[kcmnµμd]?m|[kmµ]?g|[mµ]?[lL]|s|min|h|Pa|[kMG]?Hz|eV|K|N|J|W|V|A|mol|ha|yr|R|x|p|t|χ|r)$"
)
"""A unit before its exponent: "kg/m 2"."""
SYMBOL = re.compile(r"(?:^|[^\w])[^\W\d_]\)?$")
"""A single letter before its exponent or index: "r 2"."""
OPERATED = re.compile(r"(?:[∑∏∫√=<>≤≥≡±×∙·+]|[×·∙] ?10|\d\)+|[(\[][^()\[\]]{1,6}\)[)\]]+)$")
"""What ends before an exponent or a limit: a sign of operation, or brackets inside brackets, "(f(x))"."""
OPERATES = re.compile(r"[)>]?\s?[=<>≤≥≡±×∙]")
"""What goes on behind an exponent, and never behind a citation: "² ≤ 1", "² > + 3"."""
MEASURED = re.compile(
    r"\s?(?:[µμ]\w|(?:hours?|hrs?|h|days?|weeks?|months?|years?|yrs?|min(?:utes)?|s|sec(?:onds)?|kg|mg|g|ml|mL|cm|mm|m|km|patients"
    r"|participants|subjects|cases|items|points|times|people|studies|trials|Jahre|Tage|Wochen|Monate)\b(?!\.))|\s(?:or|and|to)\s\d"
)
"""What follows a quantity: "10 hours", "1 and 2"."""
ABBREVIATED = re.compile(
    r"(?:\b(?:[Ff]igs?|[Tt]abs?|[Ee]qs?|[Nn]os?|[Vv]ol|[Ss]ec|[Cc]h|pp?|vs|ca|approx|[Nn]r|S|v|art|[Ss]ect|[Aa]bb|[Kk]ap|Suppl|Dr|St)\.|\d\.)\s?$"
)
"""Abbreviations whose full stop ends no sentence: "Fig. 2"."""
REFERENCE_WORD = re.compile(rf"\b(?:[Rr]ef(?:erence)?s?\.?|{ET_AL_LATIN},?)\s?$")
"""What announces a citation: "ref. 25", "Porubsky et al. 49"."""
