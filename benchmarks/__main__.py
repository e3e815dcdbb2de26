"""``make bench``: measure everything and write docs/accuracy.md.

python -m benchmarks [--only NAME]
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "accuracy.md"
SHARED = Path(os.environ.get("LITREVIEW_SHARED", ROOT.parent / "shared"))
PRINTED = {
    "index": ("## A local index of 200,000 works", "--works 200000 --compare"),
    "sources": ("## Candidates of a snapshot, and a warm cache", ""),
}
"""Benchmarks whose printed output is the section, under a heading: name → heading, options."""

SECTIONS = ("fields", "citations", "documents", "real", "matching", "check", "dedupe", "index", "sources")
"""Modules ``bench_<name>`` in the order of the page; those not printed have ``markdown_section() -> str``."""

HEAD = """# How accurate and how fast it is

Written by `make bench`; every section names the command that makes it. The data lies in a folder beside the
checkout and is not part of the project: reference strings with hand-made labels, real articles with exact
truth, and real Crossref records.

These are development figures; expect less on data nobody here has seen. Only the section on reference
strings uses weights that have not seen what they score, and even there rules were written while reading its
errors. *Which record is meant* and *One changed field* read strings with the shipped weights, which were
trained on part of those same strings and on renderings of those same records; the decision table, the
thresholds and the rules were tuned on them as well. Citations, whole articles, real documents and
deduplication were tuned on the articles and sets they are scored on.

Speeds are processor seconds of one thread on a shared two-core machine: compare them with each other, not
with your machine.
"""


def main() -> None:
    """Measure the sections and put the page together."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", choices=SECTIONS, action="append")
    options = parser.parse_args()
    if not (SHARED / "data").is_dir():
        sys.exit("make bench needs the evaluation data beside the checkout (or LITREVIEW_SHARED)")
    kept = sections(PAGE.read_text(encoding="utf-8")) if PAGE.exists() else {}
    for name in options.only or SECTIONS:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        kept[name] = section(name)
    write_page(kept)


def write_page(kept: Mapping[str, str]) -> None:
    """Put the sections together in their order, under the words that say what they are worth."""
    body = "\n\n".join(f"<!-- {name} -->\n{kept[name]}" for name in SECTIONS if name in kept)
    PAGE.write_text(f"{HEAD}\nPython {platform.python_version()}.\n\n{body}\n", encoding="utf-8")


def section(name: str) -> str:
    """One section, measured now."""
    if name not in PRINTED:
        return str(import_module(f"benchmarks.bench_{name}").markdown_section()).strip()
    heading, options = PRINTED[name]
    command = f"python -m benchmarks.bench_{name} {options}".strip()
    words = [sys.executable, *command.split()[1:]]
    printed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return f"{heading}\n\n`{command}`\n\n```text\n{printed.strip()}\n```"


def sections(page: str) -> dict[str, str]:
    """The sections of an older page by their names."""
    parts = re.split(r"<!-- (\w+) -->\n", page)[1:]
    return {name: text.strip() for name, text in zip(parts[::2], parts[1::2], strict=True)}


if __name__ == "__main__":
    main()
