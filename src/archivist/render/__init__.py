"""Results to strings, one form a file. Nothing here prints."""
