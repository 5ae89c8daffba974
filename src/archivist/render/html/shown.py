"""One side of a report as a page shows it, and how a page tells a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from archivist.model.noun import NamedTuple
from archivist.render.html.escape import Html, element, line
from archivist.render.words import counted, metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from archivist.render.source import SourceInfo

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Spelled out here: the names that the standard library gives depend on the machine."""


class Shown(NamedTuple):
    """A text of a report: where it came from, and its descriptive metadata under their names in a record."""

    info: SourceInfo
    metadata: Mapping[str, object]

    def field(self, name: str) -> str:
        """A metadata field in one line; "" where there is none."""
        return metadata_words(self.metadata.get(name))

    @property
    def captured_at(self) -> str:
        """When somebody saw the article in this state, as the record or the sidecar says; "" where neither does."""
        return self.info.captured_at or self.field("capturedAt")

    @property
    def language(self) -> str | None:
        """The BCP 47 tag of the text's language, where it is known."""
        return self.field("language") or None


def time(stamp: str) -> Html:
    """An RFC 3339 time or day in words, as a `time` element; what is neither is shown as it is."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return line(stamp)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    clock = "" if len(stamp) == len("2026-03-02") else f", {moment:%H:%M} {_zone(moment)}"
    return element("time", line(f"{day}{clock}".rstrip()), datetime=stamp)


def length_of_time(start: str, end: str) -> str:
    """How long it is from one RFC 3339 time to another, in its two largest units: "11 hours 32 minutes".

    "" where one of them is no such time, or where the end is not after the start.
    """
    try:
        length = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    except (ValueError, TypeError):
        return ""
    if length < timedelta(minutes=1):
        return "less than a minute" if length > timedelta(0) else ""
    hours, minutes = divmod(length.seconds // 60, 60)
    units = [(length.days, "day"), (hours, "hour"), (minutes, "minute")]
    while not units[0][0]:
        units.pop(0)
    return " ".join(counted(number, unit) for number, unit in units[:2] if number)


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    return f"UTC{moment.isoformat()[-6:]}" if offset else "UTC"
