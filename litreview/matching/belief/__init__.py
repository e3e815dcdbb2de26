"""Which values of a matched record are believed: a record must earn it before it convicts a reference."""
