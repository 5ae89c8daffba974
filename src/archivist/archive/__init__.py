"""The archive on disk: the only rooms that write. The format is docs/format.md."""
