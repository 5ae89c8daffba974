"""`python -m archivist`."""

from __future__ import annotations

from archivist.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
