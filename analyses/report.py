"""The report as one self-contained page: figures inline, no script, nothing loaded from outside.

python -m analyses report REPORT.json OUTPUT.html
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from litreview.reports.to_html import environment as package_templates

HERE = Path(__file__).parent


def inline_svg(text: str, prefix: str) -> str:
    """An SVG document as an element of a page: no prologue, ids that no other figure has.

    matplotlib names its parts ``figure_1``, ``axes_1`` … in every file; inside one page they would collide.
    """
    element = text[text.index("<svg") :]
    element = re.sub(r"<metadata>.*?</metadata>", "", element, flags=re.DOTALL)
    element = re.sub(r'\bid="([^"]+)"', rf'id="{prefix}-\1"', element)
    element = re.sub(r'(xlink:href|href)="#([^"]+)"', rf'\1="#{prefix}-\2"', element)
    return re.sub(r"url\(#([^)]+)\)", rf"url(#{prefix}-\1)", element)


def page(data_path: Path) -> str:
    """The whole page."""
    data = json.loads(data_path.read_text(encoding="utf-8"))
    build = data_path.parent
    figures = {
        name: figure
        | {"element": Markup(inline_svg((build / figure["svg"]).read_text(encoding="utf-8"), name))}
        for name, figure in data["figures"].items()
    }
    tables = {
        path.stem: Markup(path.read_text(encoding="utf-8"))
        for path in sorted((build / "tables").glob("*.html"))
    }
    templates = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    loader = package_templates().loader
    style = loader.get_source(package_templates(), "report.css")[0] if loader else ""
    return templates.get_template("report.html.j2").render(
        data | {"figures": figures, "tables": tables},
        style=Markup(style + (HERE / "report.css").read_text(encoding="utf-8")),
        audit=Markup((build / "audit-findings.html").read_text(encoding="utf-8")),
    )


def main(data: str, output: str) -> None:
    """Write the page."""
    Path(output).write_text(page(Path(data)), encoding="utf-8", newline="\n")
