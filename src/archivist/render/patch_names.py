"""File names in the header of a patch, as git writes them."""

from __future__ import annotations

from archivist.render.safe import visible

_ESCAPES = {
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}


def file_header(old_name: str, new_name: str) -> str:
    """The `---` and `+++` lines, with git's prefixes `a/` and `b/` and its quoting of names."""
    return f"--- {_name('a', old_name)}\n+++ {_name('b', new_name)}\n"


def _name(prefix: str, name: str) -> str:
    """A name; in C quotes where it holds characters that need them, with a tab behind it where it holds a space."""
    path = f"{prefix}/{name.lstrip('/')}"
    if any(character in _ESCAPES or visible(character) != character for character in path):
        return '"' + "".join(map(_quoted, path)) + '"'
    return path + "\t" if " " in path else path


def _quoted(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if visible(character) == character:
        return character
    errors = "surrogateescape" if "\udc80" <= character <= "\udcff" else "surrogatepass"
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", errors))
