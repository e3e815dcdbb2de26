"""Accuracy and speed of reading reference strings, per source, as a section of docs/accuracy.md.

    python -m benchmarks.bench_fields [--weights FILE]

The strings scored are those the validation weights have not seen: one labelled string in five of AnyStyle's,
GROBID's and Crossref's (held out by hash), and every EXCITE string (never trained on). The weights that ship
are trained on the held-out fifth too, so their figures here would flatter; therefore the validation weights,
made by ``python -m benchmarks.train_model --validate``, are kept beside the training code and used here.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from benchmarks.train_model.data import Record, held_out, labelled
from litreview.model.work import Work
from litreview.parsing.reading import fields
from litreview.parsing.reading.labelmodel import LabelModel

SHARED = Path(os.environ.get("LITREVIEW_SHARED", Path(__file__).resolve().parents[2] / "shared"))
VALIDATION = Path(__file__).parent / "train_model" / "validation.weights.xz"
# Measured for the project's research note on strings of the same kind (reference-parsing.md, section 4).
ANYSTYLE = {
    "grobid": ".848 / .563",
    "excite-en": ".898 / .703",
    "excite-de": ".794 / .484",
    "anystyle-gold": ".982 / .894 (has seen it)",
    "crossref-apa": ".955 / .802",
    "crossref-harvard3": ".956 / .828",
    "crossref-chicago-author-date": ".946 / .805",
    "crossref-ieee": ".936 / .885",
    "crossref-modern-language-association": ".938 / .727",
    "crossref-american-institute-of-physics": ".888 / .631",
    "crossref-elsevier-without-titles": ".910 / .696",
    "crossref-american-chemical-society": ".800 / .005",
    "damaged spacing": ".525 / .096",
    "Vancouver-looking": ".913 / .696",
    "all clean": ".874 / .622 (.865 / .599 without what it has seen)",
}
HEAD = """## References: strings to fields

`python -m benchmarks.train_model --validate` makes the weights that have not seen what is scored here,
`python -m benchmarks.bench_fields` prints this section. Micro F1 over nine fields / share of references with
first author, year, title, container, volume and first page all right. AnyStyle 1.6 as measured on other
strings of the same kind.

| source | references | litreview | AnyStyle |
| --- | ---: | --- | --- |"""
VANCOUVER = re.compile(r"[A-Z][a-z]+ [A-Z]{1,3}[,.].*\d{4}(?: \w+)?(?: \d+)?; ?\d+")
FIELDS = ("authors", "title", "container", "year", "volume", "issue", "pages", "doi", "publisher")


def scorer() -> ModuleType:
    """The project's scorer for labelled references."""
    spec = importlib.util.spec_from_file_location("score_parser", SHARED / "tools" / "score_parser.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_parser"] = module
    spec.loader.exec_module(module)
    return module


def as_fields(work: Work) -> dict[str, object]:
    """A Work in the scorer's field names."""
    authors = [[name.literal or name.family, name.given] for name in work.author]
    return {
        "authors": authors,
        "title": work.full_title,
        "container": work.container_title,
        "year": str(work.year or ""),
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.page or work.article_number,
        "doi": work.doi,
        "publisher": work.publisher,
    }


def unseen() -> list[Record]:
    """The strings the validation model was not trained on."""
    rows = labelled(SHARED / "data")
    return [row for row in rows if held_out(row) or str(row["source"]).startswith("excite-")]


def predictions(rows: Sequence[Record], model: LabelModel) -> tuple[dict[str, dict[str, object]], float]:
    """Readings by id, and references per second of processor time (model loaded, words not yet seen)."""
    texts = [str(row["raw"]) for row in rows]
    with patch.object(fields, "shared_model", lambda: model):
        start = time.process_time()
        readings = fields.read_fields(texts)
        speed = len(rows) / (time.process_time() - start)
    return {
        str(row["id"]): as_fields(reading.work) for row, reading in zip(rows, readings, strict=True)
    }, speed


def markdown_section(weights: Path = VALIDATION) -> str:
    """The section of docs/accuracy.md: one row per source, one per field, and the speed.

    Empty where the evaluation data are absent.
    """
    if not (SHARED / "data").is_dir():
        return ""
    rows = unseen()
    found, speed = predictions(rows, LabelModel(weights.read_bytes()))
    tool = scorer()
    groups: dict[str, list[Record]] = {"all clean": [row for row in rows if row.get("quality") != "noisy"]}
    groups["Vancouver-looking"] = [row for row in groups["all clean"] if VANCOUVER.search(str(row["raw"]))]
    for row in rows:
        groups.setdefault(
            "damaged spacing" if row.get("quality") == "noisy" else str(row["source"]), []
        ).append(row)
    lines = [HEAD]
    for name, members in sorted(groups.items(), key=lambda item: (item[0] != "all clean", item[0])):
        strict = tool.score(members, found)["modes"]["strict"]
        lines.append(f"| {name} | {len(members)} | {_pair(strict)} | {ANYSTYLE.get(name, '')} |")
    strict = tool.score(groups["all clean"], found)["modes"]["strict"]["fields"]
    lines += [
        "",
        "| field (clean) | F1 |",
        "| --- | ---: |",
        *(f"| {name} | {strict[name]['f1']:.3f} |" for name in FIELDS),
    ]
    lines += ["", f"Speed: {speed:,.0f} references per second of processor time, one process."]
    return "\n".join(lines) + "\n"


def _pair(strict: Mapping[str, float]) -> str:
    return f"{strict['micro_f1']:.3f} / {strict['reference_accuracy']:.3f}".replace("0.", ".")


def main() -> None:
    """Print the section."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench_fields", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--weights", type=Path, default=VALIDATION, help="score these weights instead")
    print(markdown_section(parser.parse_args().weights), end="")


if __name__ == "__main__":
    main()
