"""Report → text, JSON, HTML, SARIF … One renderer per file; none of them decides anything."""
