"""Several files are put in their places together, or none is."""

from __future__ import annotations

from pathlib import Path

import pytest

from litreview.formats.writing import replace_files
from litreview.model.errors import InputError


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_files_already_replaced_are_put_back(
    fails_at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / name for name in ("a.bib", "b.ris", "c.csv")]
    for file in files:
        file.write_bytes(b"old " + file.name.encode())
    replace, calls = Path.replace, []

    def full(self: Path, target: Path) -> Path:
        calls.append(self)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="no space left"):
        replace_files([(file, b"new") for file in files])
    assert [file.read_bytes() for file in files] == [b"old " + file.name.encode() for file in files]
    assert sorted(tmp_path.iterdir()) == files
