"""The story of an article: what each revision changed, a line a change."""

from __future__ import annotations

from collections import Counter

from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind
from archivist.render.columns import Piece, Style, columns, wrap
from archivist.render.json_text import TOOL, UNIT, place, to_json
from archivist.render.safe import one_line
from archivist.render.story import fields, notes, quoted, told, told_metadata
from archivist.render.summary import summarise
from archivist.render.words import counted, disclosure, metadata_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Change, Facet, MetadataChange, Report
    from archivist.model.revision import History, Revision
    from archivist.render.story import Told

STORY_SCHEMA = "urn:archivist:schema:story:v1"
"""The `schema` of a story."""

_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_LIGHT = frozenset({ChangeKind.REWORDED, ChangeKind.MOVED})
"""Changes after which the article says the same: counted, not told one by one."""

_LEAST_BESIDE = 3
"""How many times as wide as the time a page must be for the changes to stand beside it, and not below."""


class StoryStep(NamedTuple):
    """A revision of an article, its number, and what changed since the one before it; None for the first."""

    number: int
    revision: Revision
    report: Report | None


def story_terminal(history: History, steps: Iterable[StoryStep], *, width: int, colour: bool) -> str:
    """The story in lines of at most `width` columns: each revision with its time (UTC), then a line for each change.

    Substantive changes are told one by one, the heaviest first, each with whether it is disclosed; claims that were
    only reworded or moved are counted.
    """
    page = _Page(history, _times(history.revisions), width, colour)
    blocks = [page.lines([Piece(one_line(history.article.id), Style.HEAD), Piece(_extent(history))], "")]
    blocks += [list(page.step(step)) for step in steps]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def story_json(history: History, steps: Iterable[StoryStep]) -> str:
    """The story as a document by schemas/story.v1.schema.json."""
    return to_json(
        {
            "schema": STORY_SCHEMA,
            "tool": TOOL,
            "unit": UNIT,
            "article": history.article.id,
            "steps": [_step_value(step, history) for step in steps],
        }
    )


class _Page(NamedTuple):
    """A history, its revisions' times as they are shown, and the room there is."""

    history: History
    times: Sequence[str]
    width: int
    colour: bool

    def lines(self, pieces: Iterable[Piece], first: str, rest: str | None = None) -> list[str]:
        """The pieces wrapped to the page."""
        return wrap(pieces, self.width, colour=self.colour, first=first, rest=rest)

    def step(self, step: StoryStep) -> Iterator[str]:
        """The time once, then a line for each thing that happened."""
        time = self.times[step.number - 1]
        is_wide = columns(time) * _LEAST_BESIDE < self.width
        indent = " " * (columns(time) + 1) if is_wide else ""
        for number, entry in enumerate(self._entries(step)):
            lead = f"{indent}– " if number else f"{time} – "
            yield from self.lines(entry if is_wide else [Piece(lead), *entry], lead if is_wide else "", f"{indent}  ")

    def _entries(self, step: StoryStep) -> Iterator[list[Piece]]:
        report, revision = step.report, step.revision
        if report is None:
            headline = metadata_words(revision.metadata.get("headline"))
            yield [Piece("first captured"), Piece(f": {quoted(headline)}" if headline else "")]
            return
        earlier = self.history.reverts.get(revision.digest)
        if earlier is not None:
            number = next((n for n, one in enumerate(self.history.revisions, 1) if one.digest == earlier), None)
            yield [Piece(f"back to the text of revision {number}" if number else "back to an earlier text")]
        yield from ([*told_metadata(item).what] for item in fields(report))
        for note in notes(report):
            yield [Piece("note added: "), Piece(quoted(note), Style.NEW)]
        for change in report.changes:
            if change.kind not in _LIGHT:
                yield _entry(told(change, report), change)
        yield [Piece(_counts(report), Style.FAINT)]


def _entry(found: Told, change: Change) -> list[Piece]:
    around = Piece(f" in {quoted(found.context)}" if found.context else "", Style.FAINT)
    return [*found.what, around, Piece(f" — {disclosure(change)}" if change.disclosed else "")]


def _counts(report: Report) -> str:
    """What else there is to say of a step, in numbers."""
    if not report.text_differs:
        return "text unchanged" if report.old_text == report.new_text else "only what is ignored differs"
    summary = summarise(report)
    light = [f"{summary.kinds[kind]:,} {kind}" for kind in ChangeKind if kind in _LIGHT and summary.kinds[kind]]
    claims = f"{', '.join(light)}; " if light else ""
    words = summary.words
    if not (summary.changes or words.added or words.removed or words.moved):
        return "only spacing or punctuation differs"
    moved = f", {words.moved:,} moved" if words.moved else ""
    return f"{claims}{counted(words.added, 'word')} added, {words.removed:,} removed{moved}"


def _extent(history: History) -> str:
    count = len(history.revisions)
    return f" — {counted(count, 'revision')}, times in UTC"


def _times(revisions: Sequence[Revision]) -> list[str]:
    """When each was captured: "Mar. 3, 09:00", with the year where it is a new one, with seconds where they tell."""
    times: list[str] = []
    year = ""
    minutes = Counter(one.captured_at[:16] for one in revisions)
    for revision in revisions:
        at = revision.captured_at
        clock = at[11:19] if minutes[at[:16]] > 1 else at[11:16]
        day = f"{_MONTHS[int(at[5:7]) - 1]} {int(at[8:10])}"
        times.append(f"{day}, {clock}" if at[:4] == year else f"{day}, {at[:4]}, {clock}")
        year = at[:4]
    return times


def _step_value(step: StoryStep, history: History) -> dict[str, object]:
    revision, report = step.revision, step.report
    value: dict[str, object] = {
        "number": step.number,
        "revision": revision.digest,
        "capturedAt": revision.captured_at,
        "headline": revision.metadata.get("headline"),
        "comparedWith": history.revisions[step.number - 2].digest if report is not None else None,
        "revertOf": history.reverts.get(revision.digest),
    }
    if report is None:
        return value | {"metadata": [], "notes": [], "changes": [], "words": None}
    return value | {
        "metadata": [_metadata_value(item) for item in report.metadata],
        "notes": notes(report),
        "changes": [_change_value(change, report) for change in report.changes],
        "words": dict(zip(("added", "removed", "kept", "moved"), summarise(report).words, strict=True)),
    }


def _metadata_value(item: MetadataChange) -> dict[str, object]:
    return {"field": item.field, "phrase": told_metadata(item).phrase, "old": item.old, "new": item.new}


def _change_value(change: Change, report: Report) -> dict[str, object]:
    found = told(change, report)
    return {
        "phrase": found.phrase,
        "context": found.context,
        "kind": change.kind.value,
        "substantive": change.substantive,
        "disclosed": change.disclosed.value if change.disclosed else None,
        "weight": change.weight,
        "facets": [_facet_value(facet) for facet in change.facets],
        "old": place(change.old.span, report.old_text) if change.old else None,
        "new": place(change.new.span, report.new_text) if change.new else None,
    }


def _facet_value(facet: Facet) -> dict[str, object]:
    return {
        "facet": facet.facet.value,
        "old": facet.old.value if facet.old else None,
        "new": facet.new.value if facet.new else None,
        "difference": facet.difference,
        "rule": facet.rule,
    }
