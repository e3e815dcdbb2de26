"""Arguments → pipeline → renderer. One file per group of verbs; no checking logic."""
