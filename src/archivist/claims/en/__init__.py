"""English: every word list and pattern that belongs to the language, and nothing else."""
