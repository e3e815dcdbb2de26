"""Train the label model and write its weights into the package.

    python -m benchmarks.train_model              # the weights that ship, from all that is allowed
    python -m benchmarks.train_model --validate   # without the held-out fifth, for honest figures

Same data, same command, same bytes: examples come in a fixed order, the generator of made-up references is
seeded, and L-BFGS draws nothing at random. Takes about four minutes on one core.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path

from benchmarks.train_model.data import formatted_examples, gold_examples, rendered_examples
from benchmarks.train_model.train import train
from litreview.parsing.reading.labelmodel import WEIGHTS

ROOT = Path(__file__).resolve().parents[2]
FORMATTED, RENDERED = 2_400, 9_000
"""Real renderings and made-up references added to the labelled ones; chosen on the held-out fifth."""


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.train_model", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument(
        "--validate", action="store_true", help="leave the held-out fifth out; write validation.weights.xz"
    )
    parser.add_argument(
        "--shared", type=Path, default=Path(os.environ.get("LITREVIEW_SHARED", ROOT.parent / "shared"))
    )
    options = parser.parse_args()
    data = options.shared / "data"
    if not data.is_dir():
        parser.exit(2, f"no evaluation data at {options.shared}: the model cannot be trained here\n")
    examples = list(gold_examples(data, validation=options.validate))
    examples += list(formatted_examples(data))[:FORMATTED]
    examples += rendered_examples(data, RENDERED)
    start = time.process_time()
    packed = train(examples)
    shipped = ROOT / "litreview" / "parsing" / "reading" / WEIGHTS
    target = Path(__file__).parent / "validation.weights.xz" if options.validate else shipped
    target.write_bytes(packed)
    print(
        f"{len(examples)} references, {time.process_time() - start:.0f} s, {len(packed)} bytes: {target.name}"
    )


if __name__ == "__main__":
    main()
