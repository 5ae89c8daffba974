"""`archivist git-textconv`. It runs twice for every file of a `git diff`: what it imports is counted."""

from __future__ import annotations

import sys

from archivist.render.sentences import by_sentence


def run(file: list[str]) -> None:
    """Print the text of FILE, one sentence a line, as `git diff` compares it (docs/git.md).

    Bytes that are no text are shown as they are, in a visible form: no file stops git.
    """
    for path in file:
        with open(path, "rb") as stream:  # noqa: PTH123  # pathlib is a tenth of the start-up
            sys.stdout.write(by_sentence(_text(stream.read())))


def _text(data: bytes) -> str:
    """The text that `data` surely holds; else its bytes, those beyond UTF-8 in hexadecimal, the same in every run."""
    if b"\x00" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    from archivist.errors import UnreadableError
    from archivist.text.decode import decode

    try:
        found = decode(data)
    except UnreadableError:
        found = None
    if found is None or (found.received is not None and not found.received.certain):
        return data.decode("utf-8", "backslashreplace")
    return found.content
