"""The editor's page: a form over the pipeline, on this machine only. No checking logic."""
