"""``litreview init``: a folder to start from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from litreview.cli.output import say
from litreview.formats.writing import encoded, make_folder, replace_files
from litreview.sources.kinds import KINDS, NAMES

Folder = Annotated[Path, typer.Argument(help="The folder to fill; made where it does not exist.")]

SETTINGS = f"""\
# Settings of litreview; every key may be left out.
# mailto = "you@example.org"      # Crossref answers faster to those who say who they are
source = "{KINDS[0].name}"                   # {NAMES}
ignore = []                       # rules by code (M302), name (year-mismatch) or prefix (E6)
leads = false                     # true: also leads to follow up (E6xx) and matters of style

[severities]
# missing-doi = "warning"
"""
MAKEFILE = """\
# Check every article; the look-ups are cached, so that only new references are asked for.
ARTICLES := $(wildcard articles/*.md articles/*.docx articles/*.tex articles/*.pdf)

# The page is written also where findings make the check fail.
check:
\t@mkdir -p build
\t@$(if $(ARTICLES),litreview check $(ARTICLES) --format html --output build/citations.html --fail-on error,\
\t\techo "put an article into articles/")

# For rules that need the page, whatever it says.
build/citations.html: $(ARTICLES)
\t@mkdir -p $(@D)
\tlitreview check $(ARTICLES) --format html --output $@ --fail-on never

.PHONY: check
"""
IGNORED = "build/\n"
FILES = {".litreview.toml": SETTINGS, "Makefile": MAKEFILE, ".gitignore": IGNORED, "articles/.gitkeep": ""}


def init(folder: Folder) -> None:
    """Write settings, a Makefile and an articles folder. Files that are there already are left alone."""
    make_folder(folder)
    there = {name: os.path.lexists(folder / name) for name in FILES}
    for name in FILES:
        make_folder((folder / name).parent)
    replace_files([(folder / name, encoded(text)) for name, text in FILES.items() if not there[name]])
    for name in FILES:
        say(f"{'kept' if there[name] else 'wrote'} {folder / name}")
