"""What may be corrected: a finding, its cure and the match that proves it → a replacement."""
