"""Light markup besides Markdown: reStructuredText, AsciiDoc, Typst."""
