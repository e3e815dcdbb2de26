"""How laws, judgments, standards, patents, guidelines and papers of an archive are numbered.

Forms: the Bluebook and OSCOLA (United States, United Kingdom), the EU's Interinstitutional Style Guide, the
citation rules of German, French and Spanish law, the catalogues of the bodies that set standards, WIPO ST.3
and ST.16 (letters of countries and kinds of patents).
"""

from __future__ import annotations

import re

from litreview.normalise.vocabulary.years import YEAR

STATUTE = re.compile(
    r"\b\d{1,3}\sU\.?\s?S\.?\s?C\.?(?:\s?A\.?)?\s?(?:§|s\.|sec|\d)|\b\d{1,3}\sC\.?\s?F\.?\s?R\.?\s?(?:§|pt|part|\d)"
    r"|\bPub(?:lic|\.)\s?L(?:aw|\.)\s?(?:No\.?\s?)?\d+|\b\d{2,3}\sStat\.\s\d+|\b\d{2,3}\sFed\.\s?Reg\.|Federal Register"
    r"|\b(?:H\.\s?R\.|S\.)\s?\d{2,5},?\s\d{2,3}(?:th|st|nd|rd)\sCong"
    r"|\b(?:Council\s|Commission\s|Delegated\s)?(?:Directive|Regulation|Decision|Richtlinie|Verordnung|Directiva|Directive|R[eè]gl[ea]ment[o]?|Direttiva)"
    r"\s(?:\((?:EU|EC|EEC|EG|EWG|UE|CE|CEE)\)\s)?(?:No\.?\s|Nr\.\s|n[o°º]\.?\s)?\d{2,4}/\d{1,4}(?:/(?:EEC|EC|EU|EG|EWG|CE|UE|CEE))?"
    r"|\b(?:BGBl|RGBl|GVBl|GVOBl|BAnz|StGB|AMBl)\b\.?|\bABl\.\s?(?:EU\s|EG\s)?(?:Nr\.\s)?[LC]\b|\bO\.?J\.?\s(?:EU\s)?[LC]\s?\d"
    r"|\bJORF\b|\bBOE\b(?:\s?(?:n|de|,|-A)|$)|\bBundesgesetzblatt|\bJournal officiel\sde\sla\sRépublique"
    rf"|\b(?:SI|S\.I\.|SR|SSI)\s{YEAR}/\d+|\bStatutory\sInstruments?|\bStatutes of\b"
    rf"|\b[A-Z][\w’']+(?:\s[\w’'(),&]+){{0,9}}\sAct(?:\sof)?,?\s{YEAR}(?:,?\s(?:c(?:h|ap)?\.?|No\.?)\s?\d+|\s\([A-Z][\w.]+\)|[,.;]|\s\(?(?:UK|US|Cth)|$)"
    r"|\bLey\s(?:Orgánica\s)?\d+/(?:19|20)\d\d|\bReal\sDecreto\s\d+/|\bLoi\sn[°ºo]\s?\d{2,4}-\d+|\bDécret\sn[°ºo]\s?\d"
    r"|\bLei\sn[.ºo°]+\s?\d|\bDecreto\s(?:Legislativo|Ley|n)|\bLegge\s\d+"
    r"|\b(?:Bundes|Landes)?[A-ZÄÖÜ][\w-]*(?:gesetz(?:buch)?|verordnung)(?:es)?\s(?:\([\w-]{2,9}\)|vom\s\d|in\sder\sFassung|i\.\s?d\.\s?F)"
    r"|\bGesetz\s(?:über|zur|zum|vom|gegen|für)\b.{0,120}\bvom\s\d"
)
"""Numbers and journals of law, and acts named with their year."""
JUDGMENT = re.compile(
    r"\b\d{1,3}\s(?:U\.\s?S\.|S\.\s?Ct\.|F\.\s?(?:2d|3d|4th)|F\.\s?Supp|A\.\s?2d|P\.\s?[23]d|N\.\s?[EWY]\.\s?[23]d|So\.\s?[23]d|Cal\.)\s?\w*\.?\s?\d+"
    rf"|\[{YEAR}\]\s(?:\d\s)?(?:UKSC|UKHL|UKPC|EWCA|EWHC|CSIH|AC|QB|KB|WLR|All\sER|Ch|HCA|SCR|SCC|IESC|IEHC|NZSC)\b"
    r"|\bECLI:|\bCase\s[CTF]-\d+/\d\d|\bRechtssache\s[CT]-\d+|\b(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|OLG|LSG|VG|OVG|EuGH|OGH|BGer),?\s[^.]{0,30}(?:Urt(?:eil|\.)|Beschl(?:uss|\.)|Az\.)"
    r"|\b(?:BVerfGE|BGHZ|BGHSt|BSGE|BAGE)\s\d+|\bCass\.\s(?:civ|crim|soc|com)|\bCour de cassation,|\bSentencia\sd?e?l?\s?Tribunal|\bSTS\s\d+/\d{4}|\bSTC\s\d+/\d{4}"
    r"|\bApplication\s[Nn]os?\.?\s\d+/\d\d\b|\bConseil d[’']État,"
)
"""Reports of cases and their numbers."""
STANDARD = re.compile(
    r"\b(?:DIN(?:\sEN)?(?:\sISO)?(?:/IEC|\sSPEC)?|(?:BS\s|NF\s|UNE-?\s?|SN\s|NEN-?)?(?:EN\s?)?ISO(?:/IEC|/TS|/TR|/DIS|/IEEE|/ASTM)*(?:\s(?:TS|TR|Guide|IEC))?|IEC(?:/TR|/TS|\sTR|\sTS)?|BS(?:\sEN)?|PAS|ÖNORM(?:\s[A-Z])?|UNE(?:-EN)?|EN|NF(?:\sEN)?"
    r"|ANSI(?:/[A-Z]{2,6}){0,3}|CEN/T[SR]|VDI(?:/VDE)?|JIS\s[A-Z]|GB/T|SAE\s[A-Z]{1,3}|MIL-[A-Z]{3}|ASHRAE(?:\sStandard)?|NFPA|CSA\s[A-Z]|AS/NZS|ECMA|ETSI\s(?:EN|TS|TR)|ITU-[TR](?:\sRec(?:ommendation|\.))?|3GPP\sTS)[\s-]?[A-Z]?\.?\d{2,6}(?:[-–.:/]\w{1,6}){0,4}"
    r"|\bASTM\s(?:International\s)?(?:Standard\s)?[A-G]\d{1,4}(?:/[A-G]\d+M?)?(?:[-–]\d\w*)?|\bIEEE\s(?:Std\.?|Standard)\s?(?:No\.?\s)?[\d.]+|\bIEEE\s\d{3,5}(?:\.\d+)?[-–:]\d{4}"
    r"|\bNIST\s(?:SP|Special\sPublication|FIPS|IR|Interagency)\b|\bNISTIR\s\d|\bFIPS\s(?:PUB\s|Publication\s)?\d|\bSpecial\sPublication\s\d{3}-\d"
    r"|\bRFC[\s-]?\d{1,5}\b|\bRequest\sfor\sComments\b|\bW3C\s(?:Recommendation|Working\sDraft|Candidate)|\bCLSI\s(?:document|guideline|standard)|\bCLSI\s[A-Z]{1,3}\d"
    r"|\bInternational\sOrgani[sz]ation\sfor\sStandardi[sz]ation\b|\bDeutsches\sInstitut\sfür\sNormung|\bNorme\s(?:NF|ISO|EN)\b|\bNorma\s(?:UNE|ISO|EN|Oficial)\b"
    r"|\b(?:European|British|International|American\sNational|Australian)\sStandard\b"
)
"""Standards by the body that set them and their number, and series of requests for comments."""
PATENT = re.compile(
    r"\b(?:U\.?\s?S\.?\s(?:Pat(?:ent)?\.?\s)?(?:No\.?\s|Appl?\.?\s)?|US\s?-?)\d{1,2},?\d{3},?\d{3}\b|\bU\.?\s?S\.?\sPat(?:ent)?\b"
    r"|\b(?:US|EP|WO|DE|JP|CN|GB|FR|KR|CA|AT|CH|AU|ES|NL)[\s-]?(?:\d{4}/?\d{5,7}|\d{6,12}|\d{2}/\d{5,6}|\d{1,2},\d{3},\d{3}|\d\s\d{3}\s\d{3})(?:\s?[ABCTUSY]\d?)?\b(?![-–]\d)"
)
"""Numbers of patents with their country, and "U.S. Patent"."""
ARCHIVE = re.compile(
    r"\b(?:Cod\.|Codex)\s\w+|\bMSS?\.?\s[A-Z\d][\w.]*(?:\s[\w.]+){0,3},?\s(?:f+(?:ol)?s?\.|no\.|p\.|box)|\bfols?\.\s?\d+\s?[rv]\b|\bff\.\s?\d+[rv]\b"
    r"|\b[Bb]ox(?:es)?\s\d+,?\s(?:[Ff]older|[Ff]ile|[Ff]\.)\s\w+|\bFolder\s\d+,\s(?:Box|Series)|\bRG\s?\d+,\s|\bRecord\sGroup\s\d+"
    r"|\b(?:TNA|PRO|NARA|BArch|GStA|HStA|HHStA|StA|LHASA|PA\sAA|ADM|CO|FO|WO|HO|CAB)\s?[:,]?\s?(?:[A-Z]{1,4}\s)?\d{1,4}/\d+"
    r"|\bBundesarchiv\b|\bStaatsarchiv\b|\bStadtarchiv\b|\bLandesarchiv\b|\bHauptstaatsarchiv\b|\bNational\sArchives\b|\bArchives\s(?:nationales|départementales|municipales)\b"
    r"|\bArchivo\s(?:General|Histórico|Municipal)\b|\bArchivio\s(?:di\sStato|Segreto)\b|\bBestand\s[A-Z\d]|\b(?:[\w.]+\s){1,4}[Pp]apers,\s(?:[^.]{0,60}(?:[Bb]ox|Library|Archive|Collection|University))"
    r"|\bNachlass\s|\bSpecial\sCollections,|\bBritish\sLibrary,\s(?:Add|MS|Harley|Cotton|Royal|London)|\bAdd\.?\sMS\b|\bFonds\s[A-Z]"
)
"""Shelf marks, boxes and folders, and the archives themselves."""
GUIDELINE_NUMBER = re.compile(
    r"\bAWMF[\s-]|\[(?:NICE\s)?(?:guideline\s)?(?:NG|CG|QS|TA|PH|IPG|DG|MTG)\s?\d{1,4}\]|\bNICE\s(?:[\w]+\s){0,3}(?:NG|CG|QS|TA|PH)\s?\d{1,4}|\((?:NG|CG|QS|TA|PH)\s?\d{1,4}\)"
    r"|\b(?:Clinical\s|NICE\s)[Gg]uideline\s(?:\[?(?:NG|CG)?\d|No)|\bSIGN\s(?:publication\s(?:no\.?\s)?)?\d{2,3}\b"
)
"""Guidelines by the register that keeps them."""
