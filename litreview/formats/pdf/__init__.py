"""PDF: pages → columns → one text in the order of reading."""
