"""Inside a Word file: the zip, the paragraphs and runs, list numbers, and live citation fields."""
