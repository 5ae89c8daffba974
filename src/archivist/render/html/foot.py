"""The end of a report: changed metadata, and the sources with their digests, so that a reader can check it."""

from __future__ import annotations

from archivist.render.html.escape import NOTHING, Html, element, line, text
from archivist.render.html.shown import time
from archivist.render.json_text import TOOL
from archivist.render.words import metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.model.report import MetadataChange
    from archivist.render.html.reading import Reading
    from archivist.render.html.shown import Shown


def metadata_section(page: Reading) -> Html:
    """The metadata fields that differ, each with its old and new value; nothing where none does."""
    if not page.report.metadata:
        return NOTHING
    entries = [
        element("div", element("h3", line(item.field)), element("dl", *_field(item, page), class_="words"))
        for item in page.report.metadata
    ]
    about = text("Fields that both states have and that differ, and a correction that appeared.")
    return element(
        "section",
        element("h2", text("Metadata"), id="metadata-title"),
        element("p", about, class_="faint sans small"),
        element("div", *entries, class_="metadata"),
        id="metadata",
        aria_labelledby="metadata-title",
    )


def sources_section(page: Reading) -> Html:
    """Both texts: where they came from, how long they are, and the digests by which to check them."""
    sides = [
        element("div", element("h3", text(name)), element("dl", *_source(shown)))
        for name, shown in (("Old", page.old), ("New", page.new))
    ]
    check = [
        text("A digest is the SHA-256 of the text’s UTF-8 bytes, as "),
        element("code", text("sha256sum")),
        text(" prints it: whoever has the two texts can see that this report is about them, and "),
        element("code", text("archivist diff")),
        text(" finds the same changes in them again. "),
    ]
    return element(
        "section",
        element("h2", text("Sources"), id="sources-title"),
        element("div", *sides, class_="sources sans"),
        element("p", *check, class_="sans faint small"),
        id="sources",
        aria_labelledby="sources-title",
    )


def colophon() -> Html:
    """Who made the page, and what its words mean."""
    words = (
        f"Made by {TOOL}, by rule and without a language model. Whether a change is disclosed is a fact about the "
        "text, not a verdict on anybody’s intent. This page is one file and loads nothing."
    )
    return element("p", text(words))


def _field(item: MetadataChange, page: Reading) -> Iterator[Html]:
    for name, tag, value, shown in (("Old", "del", item.old, page.old), ("New", "ins", item.new, page.new)):
        words = metadata_words(value)
        told = time(words) if item.field.startswith("date") else line(words)
        content = element(tag, told) if words else text("none")
        yield element("dt", text(name))
        yield element("dd", content, lang=shown.language if words else None, dir="auto")


def _source(shown: Shown) -> Iterator[Html]:
    info = shown.info
    address = shown.field("url")
    facts = {
        "name": line(info.name),
        "address": element("span", line(address), class_="digest") if address else None,
        "captured": time(shown.captured_at) if shown.captured_at else None,
        "length": text(f"{info.characters:,} characters, {info.bytes:,} bytes"),
        "digest of the text": element("span", line(info.sha256), class_="digest"),
        "digest of the record": element("span", line(info.revision), class_="digest") if info.revision else None,
    }
    for name, value in facts.items():
        if value is not None:
            yield element("dt", text(name))
            yield element("dd", value)
