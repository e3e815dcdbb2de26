"""``python -m litreview``: the command line, where its script is not on the path."""

from litreview.cli.main import run

if __name__ == "__main__":
    run()
