"""A report as notes on the lines of the new text, for the tools that show such notes beside a change."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from hashlib import sha256

from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind, Disclosure, OpKind
from archivist.model.span import Span
from archivist.render.lines import line_starts
from archivist.render.marks import evidence
from archivist.render.safe import one_line
from archivist.render.story import fields, notes, quoted, told, told_metadata
from archivist.render.words import disclosure, summary_line, title

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.report import Change, Report
    from archivist.render.source import SourceInfo

RULES = {
    "polarity-changed": "A claim was turned round: denied and now asserted, or the reverse.",
    "quote-changed": "Words inside quotation marks differ.",
    "figure-changed": "A quantity differs.",
    "date-changed": "A date, time, duration or frequency differs.",
    "source-changed": "Somebody else says it, or it is no longer said who does.",
    "name-changed": "Another person, place, organisation or event is named.",
    "certainty-changed": "A hedge came, went or changed.",
    "cue-changed": "The reporting verb is of another class.",
    "detail-changed": "Content was added to a claim or taken from it.",
    "claim-added": "A claim is new.",
    "claim-removed": "A claim is gone.",
    "claim-reworded": "A claim says the same in other words.",
    "claim-moved": "A claim stands elsewhere.",
    "note-added": "A correction or an editor's note is new.",
    "metadata-changed": "A metadata field differs.",
    "text-changed": "The words differ, and no claim does.",
}
"""What an annotation can say, by the name of its rule; the order is a promise (SARIF refers to rules by index)."""

_BYTE_ORDER_MARK = "\ufeff"
_FINGERPRINT = 32  # hexadecimal digits of SHA-256


class Region(NamedTuple):
    """A stretch of a text by lines and columns, both from 1; `end_column` is the first column behind it.

    Columns are UTF-16 code units, which is what editors and web pages count. A byte order mark is in no column.
    """

    line: int
    column: int
    end_line: int
    end_column: int


class Annotation(NamedTuple):
    """One thing to say of a stretch of the new text.

    `rule` is a key of RULES. `is_light` is true where nothing of substance changed, or where the article says so
    itself. `words` is the stretch in code points; `old` the stretch of the old text, where there is one, with its
    words. `fingerprint` stays the same when the stretch moves to another line. `change` is None where it is of no
    claim.
    """

    rule: str
    is_light: bool
    title: str
    message: str
    words: Span
    region: Region
    old: tuple[Span, Region] | None
    fingerprint: str
    change: Change | None


class Places:
    """Where the characters of a text stand, by line and column. A line ends with a line feed and nothing else."""

    def __init__(self, text: str) -> None:
        """Read where the lines of `text` begin."""
        self._text = text
        self._starts = line_starts(text)

    def region(self, span: Span) -> Region:
        """The lines and columns of a stretch."""
        return Region(*self._place(span.start), *self._place(span.end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = max(bisect_right(self._starts, offset, hi=max(len(self._starts) - 1, 1)) - 1, 0)
        before = self._text[self._starts[line] : offset].removeprefix(_BYTE_ORDER_MARK if line == 0 else "")
        return line + 1, len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def annotated(report: Report, new: SourceInfo) -> Iterator[Annotation]:
    """Metadata first, then notes, then the changes of claims, heaviest first; else that the words differ."""
    page = _Page(
        report, Places(report.old_text), Places(report.new_text), new.article or new.path or new.name, Counter()
    )
    top = _first_line(report.new_text)
    for item in fields(report):
        yield page.annotation("metadata-changed", f"{one_line(item.field)} changed", told_metadata(item).phrase, top)
    standing = {one_line(piece.span.of(report.new_text)): piece.span for piece in report.new_furniture}
    for note in notes(report):
        yield page.annotation("note-added", "note added", f"note added: {quoted(note)}", standing.get(note, top))
    yield from (page.change(change) for change in report.changes)
    if not report.changes and report.text_differs:
        yield page.annotation("text-changed", "text changed", summary_line(report), _first_difference(report))


class _Page(NamedTuple):
    """A report, where the characters of its texts stand, what to call the new one, and how often a thing was said."""

    report: Report
    old: Places
    new: Places
    name: str
    said: Counter[str]

    def change(self, change: Change) -> Annotation:
        """What is said of a change of a claim."""
        found = told(change, self.report)
        around = f" in {quoted(found.context)}" if found.context else ""
        disclosed = f" ({disclosure(change)})" if change.disclosed else ""
        made = self.annotation(
            _rule(change),
            f"{title(change, self.report)}{disclosed}",
            f"{found.phrase}{around}{disclosed}",
            _new_place(change, self.report),
        )
        gone = _old_place(change, self.report)
        return made._replace(
            is_light=not change.substantive or change.disclosed is Disclosure.DISCLOSED,
            old=(gone, self.old.region(gone)) if gone else None,
            fingerprint=self._fingerprint(made.rule, *_sides(change, self.report)),
            change=change,
        )

    def annotation(self, rule: str, heading: str, message: str, span: Span) -> Annotation:
        """What is said of a stretch of the new text, as a light one."""
        mark = self._fingerprint(rule, message)
        return Annotation(rule, True, heading, message, span, self.new.region(span), None, mark, None)  # noqa: FBT003  # a noun

    def _fingerprint(self, *parts: str) -> str:
        """A digest of what is said, whatever the line; equal ones are numbered."""
        key = "\0".join((self.name, *parts))
        self.said[key] += 1
        return sha256(f"{key}\0{self.said[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:_FINGERPRINT]


def _rule(change: Change) -> str:
    if not change.facets:
        return f"claim-{change.kind.value}"
    return f"{change.facets[0].facet.value}-changed"


def _new_place(change: Change, report: Report) -> Span:
    """What is new in the new text; for a claim that is gone, the end of the word before the place where it stood."""
    if change.new is not None:
        return (
            _hull(evidence(change, report).new) or change.new.span
            if change.kind is ChangeKind.CHANGED
            else change.new.span
        )
    place = _carried(change.old.span.start if change.old else 0, report)
    place = len(report.new_text[:place].rstrip())
    return Span(place, place)


def _old_place(change: Change, report: Report) -> Span | None:
    if change.old is None:
        return None
    return _hull(evidence(change, report).old) or change.old.span if change.facets else change.old.span


def _hull(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, max(span.end for span in spans)) if spans else None


def _carried(offset: int, report: Report) -> int:
    """Where in the new text the place `offset` of the old one is."""
    for op in report.ops:
        if op.old.start <= offset < op.old.end:
            return op.new.start + (offset - op.old.start if op.kind is OpKind.EQUAL else 0)
    return len(report.new_text)


def _first_difference(report: Report) -> Span:
    return next((op.new for op in report.ops if op.kind is not OpKind.EQUAL), Span(0, 0))


def _first_line(text: str) -> Span:
    return Span(0, len(text.split("\n", 1)[0]))


def _sides(change: Change, report: Report) -> tuple[str, str]:
    """The words of both claims, however they are spaced."""
    old = one_line(change.old.span.of(report.old_text)) if change.old else ""
    return old, one_line(change.new.span.of(report.new_text)) if change.new else ""
