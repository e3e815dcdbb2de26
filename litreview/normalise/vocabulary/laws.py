"""How laws, judgments, standards, patents, guidelines and papers of an archive are numbered.

Forms: the Bluebook and OSCOLA (United States, United Kingdom), the EU's Interinstitutional Style Guide, the
citation rules of German, French and Spanish law, the catalogues of the bodies that set standards, WIPO ST.3
and ST.16 (letters of countries and kinds of patents).
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.years import YEAR


def _any(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms))


STATUTE = _any(
    # United States: codes, public laws, registers, bills
    r"\b\d{1,3}\sU\.?\s?S\.?\s?C\.?(?:\s?A\.?)?\s?(?:§|s\.|sec|\d)",
    r"\b\d{1,3}\sC\.?\s?F\.?\s?R\.?\s?(?:§|pt|part|\d)",
    r"\bPub(?:lic|\.)\s?L(?:aw|\.)\s?(?:No\.?\s?)?\d+",
    r"\b\d{2,3}\sStat\.\s\d+|\b\d{2,3}\sFed\.\s?Reg\.|\bFederal Register",
    r"\b(?:H\.\s?R\.|S\.)\s?\d{2,5},?\s\d{2,3}(?:th|st|nd|rd)\sCong",
    # European Union
    r"\b(?:Directive|Regulation|Decision|Richtlinie|Verordnung|Directiva|Reglamento|Règlement|Regolamento|Direttiva)"
    r"\s(?:\((?:EU|EC|EEC|EG|EWG|UE|CE|CEE)\)\s)?(?:No\.?\s|Nr\.\s|n[o°º]\.?\s)?\d{2,4}/\d{1,4}",
    r"\bABl\.\s?(?:EU\s|EG\s)?(?:Nr\.\s)?[LC]\b|\bO\.?J\.?\s(?:EU\s)?[LC]\s?\d",
    # United Kingdom and the countries that name acts as it does
    rf"\b(?:SI|S\.I\.|SSI)\s{YEAR}/\d+|\bStatutory\sInstruments?|\bStatutes of\b",
    rf"\b[A-Z][\w’']{{1,60}}(?:\s[\w’'(),&]{{1,60}}){{0,9}}\sAct(?:\sof)?,?\s{YEAR}"
    r"(?:,?\s(?:c(?:h|ap)?\.?|No\.?)\s?\d+|\s\([A-Z][\w.]+\)|[,.;]|\s\(?(?:UK|US|Cth)|$)",
    # Germany, Austria, Switzerland
    r"\b(?:BGBl|RGBl|GVBl|GVOBl|BAnz)\b|\bBundesgesetzblatt",
    r"\b[A-ZÄÖÜ][\w-]{0,80}(?:gesetz(?:buch)?|verordnung)(?:es)?\s(?:\([\w-]{2,9}\)|vom\s\d|in\sder\sFassung|i\.\s?d\.\s?F)",
    r"\bGesetz\s(?:über|zur|zum|vom|gegen|für)\b.{0,120}\bvom\s\d",
    # France, Spain, Portugal, Italy
    r"\bJORF\b|\bLoi\sn[°ºo]\s?\d{2,4}-\d+|\bDécret\sn[°ºo]\s?\d",
    r"\bBOE\b(?:\s?(?:n|de|,|-A)|$)|\bLey\s(?:Orgánica\s)?\d+/(?:19|20)\d\d|\bReal\sDecreto\s\d+/",
    r"\bLei\sn[.ºo°]+\s?\d|\bDecreto\s(?:Legislativo|Ley)\b|\bLegge\s\d+",
)
"""Numbers and journals of law, and acts named with their year."""
JUDGMENT = _any(
    r"\b\d{1,3}\s(?:U\.\s?S\.|S\.\s?Ct\.|F\.\s?(?:2d|3d|4th)|F\.\s?Supp|A\.\s?2d|P\.\s?[23]d|N\.\s?[EWY]\.\s?[23]d|So\.\s?[23]d)"
    r"\s?\w*\.?\s?\d+",
    rf"\[{YEAR}\]\s(?:\d\s)?(?:UKSC|UKHL|UKPC|EWCA|EWHC|CSIH|AC|QB|KB|WLR|All\sER|Ch|HCA|SCR|SCC|IESC|IEHC|NZSC)\b",
    r"\bECLI:|\bCase\s[CTF]-\d+/\d\d|\bRechtssache\s[CT]-\d+|\bApplication\s[Nn]os?\.?\s\d+/\d\d\b",
    r"\b(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|OLG|LSG|VG|OVG|EuGH|OGH|BGer),?\s[^.]{0,30}(?:Urt(?:eil|\.)|Beschl(?:uss|\.)|Az\.)",
    r"\b(?:BVerfGE|BGHZ|BGHSt|BSGE|BAGE)\s\d+",
    r"\bCass\.\s(?:civ|crim|soc|com)|\bCour de cassation,|\bConseil d[’']État,",
    r"\bSTS\s\d+/\d{4}|\bSTC\s\d+/\d{4}|\bSentencia\sdel\sTribunal",
)
"""Reports of cases and their numbers."""
_BODY = (
    r"(?:DIN(?:\sEN)?(?:\sISO)?(?:/IEC|\sSPEC)?|(?:BS\s|NF\s|UNE-?\s?|SN\s|NEN-?)?(?:EN\s?)?ISO"
    r"(?:/(?:IEC|TS|TR|DIS|IEEE|ASTM))*(?:\s(?:TS|TR|Guide|IEC))?|IEC(?:/TR|/TS|\sTR|\sTS)?|BS(?:\sEN)?|PAS"
    r"|ÖNORM(?:\s[A-Z])?|UNE(?:-EN)?|EN|NF(?:\sEN)?|ANSI(?:/[A-Z]{2,6}){0,3}|CEN/T[SR]|VDI(?:/VDE)?|JIS\s[A-Z]"
    r"|GB/T|SAE\s[A-Z]{1,3}|MIL-[A-Z]{3}|ASHRAE|NFPA|CSA\s[A-Z]|AS/NZS|ECMA|ETSI\s(?:EN|TS|TR)"
    r"|ITU-[TR](?:\sRec(?:ommendation|\.))?|3GPP\sTS)"
)
STANDARD = _any(
    rf"\b{_BODY}(?:\sStandard)?[\s-]?[A-Z]?\.?\d{{2,6}}(?:[-–.:/]\w{{1,6}}){{0,4}}",
    r"\bASTM\s(?:International\s)?(?:Standard\s)?[A-G]\d{1,4}(?:/[A-G]\d+M?)?(?:[-–]\d\w*)?",
    r"\bIEEE\s(?:Std\.?|Standard)\s?(?:No\.?\s)?[\d.]+|\bIEEE\s\d{3,5}(?:\.\d+)?[-–:]\d{4}",
    r"\bNIST\s(?:SP|Special\sPublication|FIPS|IR|Interagency)(?:\s\d[\w.-]*|\b)|\bNISTIR\s\d+",
    r"\bFIPS\s(?:PUB\s|Publication\s)?\d+|\bSpecial\sPublication\s\d{3}-\d+",
    r"\bRFC[\s-]?\d{1,5}\b|\bRequest\sfor\sComments\b|\bW3C\s(?:Recommendation|Working\sDraft|Candidate)",
    r"\bCLSI\s(?:document|guideline|standard)|\bCLSI\s[A-Z]{1,3}\d+",
    r"\bInternational\sOrgani[sz]ation\sfor\sStandardi[sz]ation\b|\bDeutsches\sInstitut\sfür\sNormung\b",
    r"\bNorme\s(?:NF|ISO|EN)\b|\bNorma\s(?:UNE|ISO|EN|Oficial)\b",
    r"\b(?:European|British|International|American\sNational|Australian)\sStandard\b",
)
"""Standards by the body that set them and their number, and series of requests for comments."""
PATENT = _any(
    r"\bU\.?\s?S\.?\s(?:Pat(?:ent)?\.?\s)?(?:No\.?\s|Appl?\.?\s)?\d{1,2},\d{3},\d{3}\b",
    r"\bU\.?\s?S\.?\sPat(?:ent)?\b(?:\s\(?(?:No\.\s)?\d{1,2}[ ,]?\d{3}[ ,]?\d{3}\b)?",
    r"\b(?:US|EP|WO|DE|JP|CN|GB|FR|KR|CA|AT|CH|AU|ES|NL)[\s-]?"
    r"(?:\d{4}/?\d{5,7}|\d{6,12}|\d{2}/\d{5,6}|\d{1,2},\d{3},\d{3}|\d\s\d{3}\s\d{3})(?:\s?[ABCTUSY]\d?)?\b(?![-–]\d)",
)
"""Numbers of patents with their country, and "U.S. Patent"."""
ARCHIVE = _any(
    # manuscripts
    r"\bMSS?\.?\s[A-Z\d][\w.]{0,40}(?:\s[\w.]{1,40}){0,3},?\s(?:f+(?:ol)?s?\.|no\.|p\.|box)|\bAdd\.?\sMS\b|\bCod\.\s\w+",
    r"\bfols?\.\s?\d+\s?[rv]\b|\bff\.\s?\d+[rv]\b|\bBritish\sLibrary,\s(?:Add|MS|Harley|Cotton|Royal|London)",
    # boxes and signatures
    r"\b[Bb]ox(?:es)?\s\d+,?\s(?:[Ff]older|[Ff]ile|[Ff]\.)\s\w+|\bFolder\s\d+,\s(?:Box|Series)",
    r"\bRG\s?\d+,\s|\bRecord\sGroup\s\d+|\bBestand\s[A-Z\d]|\bFonds\s[A-Z]|\bNachlass\s",
    r"\b(?:TNA|BArch|GStA|HStA|HHStA|StA)\b",
    r"\b(?:[\w.]{1,40}\s){1,4}[Pp]apers,\s[^.]{0,60}(?:[Bb]ox|Library|Archive|Collection|University)",
    # the archives themselves
    r"\b(?:Bundes|Staats|Stadt|Landes|Hauptstaats)archiv\b|\bNational\sArchives\b|\bSpecial\sCollections,",
    r"\bArchives\s(?:nationales|départementales|municipales)\b|\bArchivo\s(?:General|Histórico|Municipal)\b",
    r"\bArchivio\s(?:di\sStato|Segreto)\b",
)
"""Shelf marks, boxes and folders, and the archives themselves."""
GUIDELINE_NUMBER = _any(
    r"\bAWMF[\s-]|\[(?:NICE\s)?(?:guideline\s)?(?:NG|CG|QS|TA|PH|IPG|DG|MTG)\s?\d{1,4}\]|\((?:NG|CG|QS|TA|PH)\s?\d{1,4}\)",
    r"\bNICE\s(?:\w+\s){0,3}(?:NG|CG|QS|TA|PH)\s?\d{1,4}|\bSIGN\s(?:publication\s(?:no\.?\s)?)?\d{2,3}\b",
    r"\b(?:Clinical\s|NICE\s)[Gg]uideline\s(?:\[?(?:NG|CG)?\d|No)",
)
"""Guidelines by the register that keeps them."""
