"""The words that stand over a reference list, and over what follows one, in the languages journals use.

Sources: the headings of the stored articles of the development data, and the section names of the
LaTeX ``babel`` and Word templates in each language.
"""

from __future__ import annotations

from litreview.normalise.text import fold

_OVER = {
    "en": "References | Reference list | List of references | References and notes | Notes and references"
    " | References cited | Cited references | References and further reading | Bibliography "
    "| Bibliographic references"
    " | Selected bibliography | Selected references | List of literature | Literature | Literature cited "
    "| Cited literature "
    "| Literature references | Works cited"
    " | Sources | Sources cited | List of sources | Citations | Endnotes | Key references | Reference"
    " | Supplementary references | Additional references | Methods references | Other references "
    "| Included studies"
    " | References to included studies | References to studies included in this review",
    "de": "Literatur | Literaturverzeichnis | Literaturangaben | Literaturliste | Literaturnachweise"
    " | Literaturhinweise | Quellen | Quellenverzeichnis | Quellenangaben | Quellen und Literatur"
    " | Literatur und Quellen | Schrifttum | Bibliographie | Bibliografie | Referenzen | Nachweise",
    "fr": "Références | Références bibliographiques | Liste des références | Liste de références"
    " | Bibliographie sélective | Ouvrages cités | Littérature",
    "es": "Bibliografía | Referencias | Referencias bibliográficas | Lista de referencias | Fuentes "
    "| Obras citadas"
    " | Literatura citada | Bibliografía citada",
    "it pt": "Riferimenti | Riferimenti bibliografici | Bibliografia | Fonti | Letteratura | Referências"
    " | Referências bibliográficas | Lista de referências",
    "nl": "Literatuur | Literatuurlijst | Referenties | Bronnen | Bronnenlijst | Geraadpleegde literatuur",
    "sv da no is": "Referenser | Litteratur | Litteraturförteckning | Källor | Källförteckning | Referanser"
    " | Litteraturliste | Kilder | Kildeliste | Referencer | Litteraturfortegnelse | Heimildir "
    "| Heimildaskrá",
    "fi et": "Kirjallisuus | Kirjallisuusluettelo | Lähteet | Lähdeluettelo | Viitteet | Kirjandus | Viited",
    "ru uk bg": "Список литературы | Литература | Библиография | Библиографический список | Источники"
    " | Список использованной литературы | Список использованных источников | Литература и источники"
    " | Список літератури | Література | Бібліографія | Използвана литература",
    "pl cs sk sl hr": "Piśmiennictwo | Literatura | Literatúra | Seznam literatury "
    "| Seznam použité literatury"
    " | Použitá literatura | Zoznam literatúry | Viri | Viri in literatura | Popis literature",
    "hu ro lv tr el": "Irodalom | Irodalomjegyzék | Hivatkozások | Bibliografie selectivă | Referințe"
    " | Referințe bibliografice | Literatūra | Atsauces | Kaynaklar | Kaynakça | Βιβλιογραφία | Αναφορές",
    "zh ja ko": "参考文献 | 引用文献 | 文献 | 參考文獻 | 参考资料 | 参考書目 | 注释 | 참고문헌 | 참고 문헌 "
    "| 인용문헌",
    "ar fa he": "المراجع | قائمة المراجع | المصادر | المصادر والمراجع | منابع | فهرست منابع | מקורות"
    " | ביבליוגרפיה | רשימת מקורות",
    "vi id th hi": "Tài liệu tham khảo | Daftar pustaka | Referensi | Rujukan | บรรณานุกรม "
    "| เอกสารอ้างอิง | संदर्भ",
}
_AFTER = {
    "en": "Acknowledgements | Acknowledgments | Acknowledgement | Appendix | Appendices | Annex | Supplement"
    " | Supplementary material | Supplementary materials | Supplementary information | Supplementary data"
    " | Supporting information | Supplemental information | Additional files | Additional information"
    " | Author contributions | Authors contributions | Author information | About the author "
    "| About the authors"
    " | Contributors | Competing interests | Conflict of interest | Conflicts of interest | Declarations"
    " | Declaration of interest | Disclosure | Funding | Data availability | Data availability statement"
    " | Ethics statement | Ethics approval | Abbreviations | Glossary | Figure legends | Figures | Tables"
    " | Publication history | Pre publication history | Rights and permissions | Copyright | License "
    "| Footnotes"
    " | Notes | Correspondence | Related articles | Related content | Share | Share this article "
    "| Further reading"
    " | Comments | Cite this article | How to cite | Peer review | Open access",
    "de": "Danksagung | Anhang | Interessenkonflikt | Interessenkonflikte | Förderung | Abkürzungen "
    "| Impressum"
    " | Korrespondenzadresse | Abbildungen | Tabellen",
    "fr es it pt": "Remerciements | Annexe | Annexes | Conflits d'intérêts | Agradecimientos | Anexo | Anexos"
    " | Conflicto de intereses | Ringraziamenti | Appendice | Allegati | Agradecimentos | Apêndice",
    "nl sv fi": "Dankwoord | Bijlage | Bijlagen | Tack | Bilaga | Liitteet",
    "ru zh ja ko": "Приложение | Благодарности | 附录 | 致谢 | 付録 | 謝辞 | 부록",
}


def _read_headings(table: dict[str, str]) -> frozenset[str]:
    return frozenset(fold(heading) for row in table.values() for heading in row.split("|"))


REFERENCE_HEADINGS = _read_headings(_OVER)
"""What stands over a reference list, folded."""
BACK_MATTER = _read_headings(_AFTER)
"""What may follow one, folded."""
