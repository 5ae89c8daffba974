"""Claims: one kind of evidence a file; `extract` puts them together."""
