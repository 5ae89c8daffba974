"""What a report says of a change, in words that the terminal and Markdown share."""

from __future__ import annotations

from bisect import bisect_right

from archivist.model.claim import ClaimKind, FurnitureKind
from archivist.model.report import ChangeKind, Disclosure, FacetKind
from archivist.render.safe import one_line
from archivist.render.summary import summarise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.model.claim import Claim, Furniture
    from archivist.model.report import Change, Facet, Report
    from archivist.model.span import Sentence, Span

_LABEL = 40
"""Code points that a label and its date may take, before what a note says."""


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: "1 word", "1,200 words"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def percent(share: float) -> str:
    """A share of at most three digits: "93.4 %"."""
    return f"{share * 100:.3g} %"


def summary_line(report: Report) -> str:
    """One line on how much changed: claims and words."""
    summary = summarise(report)
    words = summary.words
    claims = counted(summary.changes, "claim change") if summary.changes else "No claim changes"
    parts = [f"{claims} ({summary.substantive:,} substantive)" if summary.changes else claims]
    parts += [f"{counted(words.added, 'word')} added", f"{words.removed:,} removed"]
    if words.moved:
        parts.append(f"{words.moved:,} moved")
    if report.text_differs and not (summary.changes or words.added or words.removed or words.moved):
        parts = ["No claim changes and no other words: only spacing or punctuation differs"]
    return ", ".join(parts)


def stat_line(report: Report) -> str:
    """One line on the words alone: "9 words added, 6 removed, 0 moved, 93.4 % of the old text kept"."""
    words = summarise(report).words
    share = "" if words.share_kept is None else f", {percent(words.share_kept)} of the old text kept"
    return f"{counted(words.added, 'word')} added, {words.removed:,} removed, {words.moved:,} moved{share}"


def stat_page(report: Report, old_name: str, new_name: str) -> str:
    """The whole of what `--stat` prints."""
    return f"{one_line(old_name)} → {one_line(new_name)}: {stat_line(report)}\n"


def no_differences(report: Report) -> str:
    """What is said of a report with nothing in it."""
    if report.old_text == report.new_text:
        return "No differences."
    return f"No differences but in {' and '.join(report.ignored)}."


def title(change: Change, report: Report) -> str:
    """What happened: "figure changed (+3), date changed", "quote added", "statement reworded and moved".

    Of several facets the heaviest is told first.
    """
    if change.facets:
        kinds = dict.fromkeys(facet.facet for facet in change.facets)
        what = ", ".join(f"{kind.value} changed{_by(change, kind, report)}" for kind in kinds)
        return f"{what}, moved" if change.moved else what
    claim = change.new or change.old
    what = f"{claim.kind.value if claim else 'claim'} {change.kind.value}"
    return f"{what} and moved" if change.moved and change.kind is not ChangeKind.MOVED else what


def disclosure(change: Change) -> str:
    """Whether a note discloses a change, in words; "" where that is not asked, as of a claim only reworded."""
    if change.disclosed is Disclosure.UNCLEAR:
        return "not named in the note"
    return change.disclosed.value if change.disclosed else ""


def speaker(change: Change, report: Report) -> str:
    """Who says it, old → new where another one says it now."""
    old = claim_speaker(change.old, report.old_text) if change.old else ""
    new = claim_speaker(change.new, report.new_text) if change.new else ""
    other = any(facet.facet is FacetKind.SOURCE for facet in change.facets)
    return f"{old} → {new}" if other and old and new and old != new else new or old


def claim_speaker(claim: Claim, text: str) -> str:
    """Who says it, as the text has it, and by name where that differs and tells more."""
    said = one_line(claim.source.of(text)).rstrip(",;:") if claim.source else ""
    name = one_line(claim.source_name or "")
    if not said and not name:
        return "in the article's own voice" if claim.kind is ClaimKind.ASSERTION else "source not named"
    if claim.anonymous:
        return f"{said or name} (not named)"
    return f"{said} ({name})" if said and name and name.casefold() not in said.casefold() else said or name


def paragraph(change: Change, old: Sequence[Sentence], new: Sequence[Sentence]) -> str:
    """Where it stands: "paragraph 3", or "paragraph 3 → 5" where it moved."""
    before = paragraph_number(change.old.span, old) if change.old else None
    after = paragraph_number(change.new.span, new) if change.new else None
    if change.moved and before and after and before != after:
        return f"paragraph {before} → {after}"
    return f"paragraph {after or before}" + (" of the old text" if after is None else "")


def paragraph_number(span: Span, sentences: Sequence[Sentence]) -> int:
    """The number of the paragraph in which `span` starts, from 1; `sentences` are those of the text."""
    index = bisect_right(sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return sentences[max(index, 0)].paragraph + 1 if sentences else 1


def new_notices(report: Report) -> tuple[str, ...]:
    """The correction and editor's notes of the new text that the old one did not have, each in one line."""
    had = _notices(report.old_text, report.old_furniture)
    return tuple(note for note in _notices(report.new_text, report.new_furniture) if note not in had)


def unstated_notices(report: Report) -> tuple[str, ...]:
    """The `new_notices` but for one that, behind its label, only repeats the correction of the metadata changes."""
    stated = [metadata_words(item.new) for item in report.metadata if item.field == "correction" and item.new]
    return tuple(note for note in new_notices(report) if not any(_repeats(note, words) for words in stated))


def _repeats(note: str, words: str) -> bool:
    """Whether a note consists of certain words and a label before them: "Correction, March 5: "."""
    label = note.removesuffix(words)
    return len(label) < len(note) and len(label) <= _LABEL


def metadata_words(value: object) -> str:
    """A metadata value in one line: lists with commas, nothing as ""."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(metadata_words(item) for item in value)
    return one_line(str(value))


def _notices(text: str, furniture: Sequence[Furniture]) -> list[str]:
    return [one_line(piece.span.of(text)) for piece in furniture if piece.kind is FurnitureKind.CORRECTION]


def _by(change: Change, kind: FacetKind, report: Report) -> str:
    """By how much, once for each difference of that kind: " (+3, +33.3 %)"."""
    found = (by_how_much(facet, report) for facet in change.facets if facet.facet is kind)
    differences = ", ".join(dict.fromkeys(difference for difference in found if difference))
    return f" ({differences})" if differences else ""


def by_how_much(facet: Facet, report: Report) -> str:
    """By how much, or from what to what where the words alone do not tell ("Tuesday" of another week)."""
    if facet.difference or not (facet.old and facet.new) or facet.old.value == facet.new.value:
        return one_line(facet.difference)
    old, new = one_line(facet.old.span.of(report.old_text)), one_line(facet.new.span.of(report.new_text))
    return f"{one_line(facet.old.value)} → {one_line(facet.new.value)}" if old.casefold() == new.casefold() else ""
