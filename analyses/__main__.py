"""``python -m analyses NAME ARGUMENT…`` runs one analysis; bad data give one clear line and exit code 2."""

from __future__ import annotations

import sys
from importlib import import_module

from litreview.model.errors import LitreviewError


def main(name: str, *arguments: str) -> int:
    """Run ``analyses.NAME.main`` with the arguments; returns the exit code."""
    try:
        return import_module(f"analyses.{name}").main(*arguments) or 0
    except LitreviewError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
