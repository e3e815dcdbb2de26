"""The editor's page in a real browser: choose files, read the report, follow a download. ``-m browser``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    """A page running in a process of its own, as `litreview serve` starts it."""
    code = "from litreview.cli.main import run; run()"
    command = [sys.executable, "-c", code, "serve", "--port", "0", "--source", "snapshot:references/snapshot"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def test_an_editor_checks_two_files(address: str, root: Path, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    files = [
        root / "references/articles" / name for name in ("spinal-manipulation.md", "passive-treatments.md")
    ]
    with playwright.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(address)
        page.set_input_files("input[type=file]", files)
        page.click("button")
        assert "5 errors" in page.inner_text("h1")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        with page.expect_download() as download:
            page.click("text=a table of findings")
        download.value.save_as(tmp_path / "citations.csv")
        page.screenshot(path=tmp_path / "page.png", full_page=True)
        browser.close()
    assert "year-mismatch" in (tmp_path / "citations.csv").read_text(encoding="utf-8")
