"""The command line, by its name or as ``python -m litreview``. Ctrl-C while it is loaded is one line too."""

import sys

INTERRUPTED = 130
"""The exit code of a program that Ctrl-C ended."""


def main() -> None:
    """Load the command line and run it."""
    try:
        from litreview.cli.main import run

        run()
    except KeyboardInterrupt:
        print("litreview: stopped", file=sys.stderr)
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
