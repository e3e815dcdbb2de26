"""The report as a PDF, set by typst from the same data, with fonts that come with the packages.

python -m analyses report_pdf REPORT.json OUTPUT.pdf
"""

from __future__ import annotations

from pathlib import Path

import matplotlib
import typst

TEMPLATE = Path(__file__).with_name("report.typ")


def main(data: str, output: str) -> None:
    """Write the PDF: no date inside, no font of the machine, so the same data give the same bytes."""
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    typst.compile(  # type: ignore[misc]  # its stub wants one type for the template and the font folders
        TEMPLATE.read_bytes(), output=output, root=str(Path(data).parent), font_paths=[str(fonts)],
        ignore_system_fonts=True, sys_inputs={"data": f"/{Path(data).name}"},
    )  # fmt: skip
