"""HTML: what a reader of the page sees, its lists and its links."""
