"""An OpenDocument text given back with its findings as comments."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import litreview as lr
from litreview.formats.xml_tree import inner_text
from litreview.model.errors import InputError
from litreview.reports.to_odt import commented, render
from tests.formats.one_article import odt_file

BODY = (
    "<text:p>Rest helps (Brandt, 2015), and so does heat (Nobody, 2019).</text:p><text:h>References</text:h>"
    "<text:p>Brandt, T. (2015). Rest. Posture, 1, 2–9.</text:p>"
    "<text:p>Lind, A. (2011). Ice. Posture, 2, 3–9.</text:p>"
)


def test_each_finding_is_a_comment(tmp_path: Path) -> None:
    path = tmp_path / "paper.odt"
    path.write_bytes(odt_file(BODY))
    report = lr.check(path, source=None)
    after = report.render_bytes("odt")
    assert after == render(report) == commented(report, path.read_bytes())
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(after)).read("content.xml"))
    said = [inner_text(item) for item in root.iter("{*}annotation")]
    assert len(said) == len(report.findings) + 1 > 2
    assert "The 2 references were read and not looked up" in said[0]
    assert any("Nobody 2019 is cited" in one for one in said)
    (tmp_path / "again.odt").write_bytes(after)
    again = lr.check(tmp_path / "again.odt", source=None)
    assert [one.message for one in again.findings] == [one.message for one in report.findings]


def test_other_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text("Rest helps.\n")
    with pytest.raises(InputError, match="one OpenDocument text"):
        lr.check(path, source=None).render_bytes("odt")
    gone = tmp_path / "gone.odt"
    gone.write_bytes(odt_file(BODY))
    report = lr.check(gone, source=None)
    gone.unlink()
    with pytest.raises(InputError, match="no longer there"):
        report.render_bytes("odt")
