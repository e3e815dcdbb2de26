"""What several rules see alike: years, authors, preprints, prose, volumes."""
