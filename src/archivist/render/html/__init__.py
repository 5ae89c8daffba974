"""Results to HTML pages: each one file that works without network, build step or JavaScript."""
