"""E-books: the chapters of an EPUB file, one after the other."""
