"""The words that stand over a reference list, and over what follows one, in the languages journals use.

Sources: the headings of the stored articles of the development data, and the section names of the
LaTeX ``babel`` and Word templates in each language.
"""

from __future__ import annotations

import re

from litreview.normalise.text import fold

REFERENCE_HEADINGS = frozenset(
    fold(heading)
    for heading in (
        "References", "Reference", "Reference list", "List of references", "References and notes", "Notes and references",
        "References cited", "References and further reading", "Cited references", "Bibliography", "Bibliographic references",
        "Selected bibliography", "Literature", "Literature cited", "Literature references", "Cited literature",
        "Works cited", "Sources", "Sources cited", "List of sources", "Citations", "Endnotes", "Key references",
        "Supplementary references", "Additional references", "Methods references", "Included studies",
        "References to included studies", "References to studies included in this review", "Other references",
        "Literatur", "Literaturverzeichnis", "Literaturangaben", "Literaturliste", "Literaturnachweise",
        "Literaturhinweise", "Quellen", "Quellenverzeichnis", "Quellenangaben", "Quellen und Literatur",
        "Literatur und Quellen", "Schrifttum", "Bibliographie", "Bibliografie", "Referenzen", "Nachweise",
        "Références", "Références bibliographiques", "Liste des références", "Liste de références",
        "Bibliographie sélective", "Ouvrages cités", "Littérature",
        "Bibliografía", "Referencias", "Referencias bibliográficas", "Lista de referencias", "Fuentes",
        "Obras citadas", "Literatura citada", "Bibliografía citada",
        "Riferimenti", "Riferimenti bibliografici", "Bibliografia", "Fonti", "Letteratura",
        "Referências", "Referências bibliográficas", "Bibliografia citada", "Lista de referências",
        "Literatuur", "Literatuurlijst", "Referenties", "Bronnen", "Bronnenlijst", "Geraadpleegde literatuur",
        "Referenser", "Litteratur", "Litteraturförteckning", "Källor", "Källförteckning", "Referanser",
        "Litteraturliste", "Kilder", "Kildeliste", "Referencer", "Litteraturfortegnelse", "Heimildir", "Heimildaskrá",
        "Kirjallisuus", "Lähteet", "Viitteet", "Kirjallisuusluettelo", "Lähdeluettelo", "Kirjandus", "Viited",
        "Список литературы", "Литература", "Библиография", "Библиографический список", "Источники",
        "Список использованной литературы", "Список использованных источников", "Список літератури", "Література",
        "Бібліографія", "Литература и источники", "Книгопис", "Използвана литература",
        "Piśmiennictwo", "Bibliografia załącznikowa", "Literatura", "Literatúra", "Seznam literatury",
        "Použitá literatura", "Zoznam literatúry", "Seznam použité literatury", "Irodalom", "Irodalomjegyzék",
        "Hivatkozások", "Bibliografie selectivă", "Referințe", "Referințe bibliografice", "Popis literature",
        "Reference i literatura", "Viri", "Viri in literatura", "Literatūra", "Atsauces",
        "Kaynaklar", "Kaynakça", "Βιβλιογραφία", "Αναφορές", "Βιβλιογραφικές αναφορές",
        "参考文献", "引用文献", "文献", "參考文獻", "参考资料", "参考書目", "引用参考文献", "注释", "참고문헌", "인용문헌", "참고 문헌",
        "المراجع", "قائمة المراجع", "المصادر", "المصادر والمراجع", "منابع", "فهرست منابع",
        "מקורות", "ביבליוגרפיה", "רשימת מקורות", "Tài liệu tham khảo", "Daftar pustaka", "Referensi", "Rujukan",
        "บรรณานุกรม", "เอกสารอ้างอิง", "संदर्भ", "संदर्भ ग्रंथ सूची",
    )
)  # fmt: skip

BACK_MATTER = frozenset(
    fold(heading)
    for heading in (
        "Acknowledgements", "Acknowledgments", "Acknowledgement", "Appendix", "Appendices", "Annex", "Supplement",
        "Supplementary material", "Supplementary materials", "Supplementary information", "Supplementary data",
        "Supporting information", "Supplemental information", "Additional files", "Additional information",
        "Author contributions", "Authors contributions", "Author information", "About the author", "About the authors",
        "Contributors", "Competing interests", "Conflict of interest", "Conflicts of interest", "Declarations",
        "Declaration of interest", "Disclosure", "Funding", "Data availability", "Data availability statement",
        "Ethics statement", "Ethics approval", "Abbreviations", "Glossary", "Figure legends", "Figures", "Tables",
        "Publication history", "Pre publication history", "Rights and permissions", "Copyright", "License",
        "Footnotes", "Notes", "Correspondence", "Related articles", "Related content", "Share", "Share this article",
        "Further reading", "Comments", "Cite this article", "How to cite", "Peer review", "Open access",
        "Danksagung", "Anhang", "Interessenkonflikt", "Interessenkonflikte", "Förderung", "Abkürzungen", "Impressum",
        "Korrespondenzadresse", "Abbildungen", "Tabellen", "Remerciements", "Annexe", "Annexes", "Conflits d'intérêts",
        "Agradecimientos", "Anexo", "Anexos", "Conflicto de intereses", "Ringraziamenti", "Appendice", "Allegati",
        "Agradecimentos", "Apêndice", "Dankwoord", "Bijlage", "Bijlagen", "Tack", "Bilaga", "Liitteet", "Приложение",
        "Благодарности", "附录", "致谢", "付録", "謝辞", "부록",
    )
)  # fmt: skip

_NUMBERING = re.compile(r"^[\s#*_=>|\-–—•]*(?:\(?(?:\d{1,2}|[IVXivx]{1,5}|[A-Z])(?:\.\d{1,2})*[.):]?\s+)?")
_TAIL = re.compile(r"[\s:.*_#=|\-–—\]]*(?:\{[^{}]*\})?\s*$")
_COUNT = re.compile(r"\s*[(\[]\s*\d{1,4}(?:\s+\w+)?\s*[)\]]\s*$")
_MAX_HEADING = 70


def heading_words(line: str) -> str:
    """A line folded to the words a heading would have: numbering, Markdown and LaTeX signs gone.

    >>> heading_words("## 7. References {#refs}")
    'references'
    """
    if len(line) > _MAX_HEADING + 20:
        return ""
    line = re.sub(r"^\s*\\(?:sub)*(?:section|chapter)\*?\{([^{}]*)\}.*$", r"\1", line)
    line = _TAIL.sub("", _COUNT.sub("", _TAIL.sub("", line)))
    return fold(_NUMBERING.sub("", line, count=1))


def is_reference_heading(line: str) -> bool:
    """True for a line that says no more than "References", in any of the languages known."""
    stripped = line.strip()
    if not stripped or len(stripped) > _MAX_HEADING:
        return False
    words = heading_words(stripped)
    return words in REFERENCE_HEADINGS or fold(stripped) in REFERENCE_HEADINGS


def is_back_matter(line: str) -> bool:
    """True for a line that names what may follow a reference list: "Appendix A", "Funding", "About the authors"."""
    stripped = line.strip()
    if not stripped or len(stripped) > _MAX_HEADING:
        return False
    words = heading_words(stripped)
    return words in BACK_MATTER or re.sub(r"\s+(?:[a-z]|\d{1,2}|[ivx]{1,4})$", "", words) in BACK_MATTER
