"""OpenDocument: texts of LibreOffice and others, what a reader sees and live citations."""
