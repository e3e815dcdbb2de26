"""Kinds told from the entries of bibliographies."""

from __future__ import annotations

import pytest

from litreview.formats.bibtex.read import read_bibtex
from litreview.formats.records.csl import read_csl
from litreview.formats.records.ris import read_ris
from litreview.parsing.cited_kinds import kind_cited
from litreview.parsing.kinds import Kind

BIBTEX = (
    ("@online{k, author={{Bath Office}}, title={Baths at night}, year={2022}, url={https://example.org/x}}",
     "web page"),
    (r"@misc{k, title={Sleep of baths}, year={2021}, howpublished={\url{https://example.org/sleep}}}",
     "web page"),
    ("@misc{k, author={Moe, P.}, title={Baths fall silent}, howpublished={Press release}, year={2013}}",
     "press release"),
    ("@misc{k, author={Moe, P.}, title={On baths}, howpublished={Personal communication}, year={2013}}",
     "personal communication"),
    ("@misc{k, author={Moe, P.}, title={Sparse baths}, eprint={2104.91234}, archiveprefix={arXiv}}",
     "preprint"),
    ("@article{k, title={Sparse baths}, journal={arXiv preprint arXiv:2104.91234}, year={2021}}",
     "preprint"),
    ("@article{k, author={Moe, P.}, title={The last bath}, journal={The New York Times}, year={2013}}",
     "news article"),
    ("@article{k, title={Baths}, journal={Bath Rev}, volume={3}, pages={1--9}, year={2013}}",
     "article"),
    ("@misc{k, author={Moe, P.}, title={Baths of the north}, year={2013}}",
     ""),
    ("@software{k, author={Moe, P.}, title={bathkit}, version={2.1}, year={2021}}",
     "software"),
    ("@manual{k, title={R: A Language and Environment}, author={{R Core Team}}, organization={R Foundation}}",
     "software"),
    ("@book{k, author={Moe, P.}, title={Quiet baths}, publisher={Fjell Forlag}, year={2011}}",
     "book"),
    ("@techreport{k, title={A protocol for baths}, institution={IETF}, type={RFC}, number={9912}}",
     "standard"),
    ("@techreport{k, author={Moe, P.}, title={Bath noise}, institution={Bath Office}, number={12}}",
     "report"),
    ("@phdthesis{k, author={Moe, P.}, title={Bath patterns}, school={University of Hull}, year={2014}}",
     "thesis"),
    ("@patent{k, author={Kim, J.}, title={Foldable bath}, number={US9234567B2}, year={2018}}",
     "patent"),
    ("@unpublished{k, author={Kim, J.}, title={Notes on baths}, note={Unpublished manuscript}}",
     "manuscript"),
    ("@dataset{k, author={Moe, P.}, title={Bath recordings}, publisher={figshare}, year={2020}}",
     "data set"),
    ("@standard{k, title={Bath safety}, number={ISO 99914}, organization={ISO}, year={2016}}",
     "standard"),
    ("@inproceedings{k, author={Moe, P.}, title={Baths}, booktitle={Proc. Bath Conf.}, year={2019}}",
     "conference paper"),
    ("@incollection{k, author={Moe, P.}, title={Baths}, booktitle={Handbook of baths}, publisher={Fjell}}",
     "chapter"),
)  # fmt: skip
RIS = (
    ("JOUR", "article"), ("CHAP", "chapter"), ("RPRT", "report"), ("THES", "thesis"), ("PAT", "patent"),
    ("STAT", "law"), ("CASE", "judgment"), ("UNPB", "manuscript"), ("PCOMM", "personal communication"),
    ("NEWS", "news article"), ("DATA", "data set"), ("COMP", "software"), ("STAND", "standard"),
    ("VIDEO", "film"),
)  # fmt: skip


@pytest.mark.parametrize(("entry", "kind"), BIBTEX)
def test_entries_of_bibtex(entry: str, kind: str) -> None:
    assert kind_cited(read_bibtex(entry.encode()).references[0]) is Kind(kind)


@pytest.mark.parametrize(("type_", "kind"), RIS)
def test_entries_of_ris(type_: str, kind: str) -> None:
    text = f"TY  - {type_}\nAU  - Moe, P.\nTI  - Baths of the north\nPY  - 2013\nER  - \n"
    assert kind_cited(read_ris(text.encode()).references[0]) is Kind(kind)


def test_the_type_of_csl_counts_and_generic_types_are_told_by_their_fields() -> None:
    items = b"""[
      {"id": "a", "type": "legislation", "title": "Clean Baths Act"},
      {"id": "b", "type": "document", "title": "Baths at night", "URL": "https://example.org/b"},
      {"id": "c", "type": "report", "title": "S3-Leitlinie Bad", "number": "AWMF 999-012"},
      {"id": "d", "type": "post-weblog", "title": "My ten best baths"}
    ]"""
    kinds = [kind_cited(one) for one in read_csl(items).references]
    assert kinds == [Kind.LAW, Kind.WEB_PAGE, Kind.GUIDELINE, Kind.WEB_PAGE]
