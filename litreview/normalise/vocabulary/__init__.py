"""What a word means in a reference, each fact in one place: months, "et al.", "accessed", page marks …

One small file per subject; where languages differ, one row per language (ISO 639-1). A table says where its
words were seen. Most are the terms of the CSL locales (the words that reference managers print), CLDR's names
of months, and forms read in journals of that language. ``patterns.py`` makes patterns of tables.
"""
