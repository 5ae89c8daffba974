"""A change in a short phrase, as a story of an article tells it: "date Oct. 27 → Nov. 3; source now unnamed"."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, islice

from archivist.model.noun import NamedTuple
from archivist.model.report import ChangeKind, FacetKind
from archivist.model.span import Span
from archivist.render.columns import Piece, Style
from archivist.render.marks import facet_marks
from archivist.render.safe import one_line
from archivist.render.words import by_how_much, metadata_words, new_notices
from archivist.text.script import UNSPACED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from archivist.model.claim import Claim
    from archivist.model.report import Change, Facet, MetadataChange, Report

_LEAD_IN, _LEAD_OUT = 5, 6
"""How many words are shown around what changed, before and behind."""

_LONGEST = 18
"""The most words that stand around and between what changed; a stretch that is longer ends behind its first change."""

_MOST_QUOTED = 14
"""The most words of one side of a change; a longer side is cut."""

_MOST_NAMED = 6
"""The most words that name a speaker."""

_RULE_WORDS: Mapping[str, str] = {
    "source-withheld": "source now unnamed",
    "source-named": "source now named",
    "attribution-dropped": "no longer attributed to",
    "attribution-added": "now attributed to",
    "quote-became-paraphrase": "quote now a paraphrase",
    "paraphrase-became-quote": "paraphrase now a quote",
    "quote-dropped": "quote dropped",
    "quote-added": "quote added",
    "hedge-dropped": "hedge dropped",
    "hedge-added": "hedge added",
    "detail-dropped": "detail dropped",
    "detail-added": "detail added",
}
"""What is said of the rules (docs/changes.md) that tell more than that a facet differs."""

_WORDS_THEMSELVES = frozenset({FacetKind.QUOTE, FacetKind.DETAIL})
"""Facets that are stretches of words; from so many words on nothing needs to be shown around them:"""
_ENOUGH = 4

_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we", "you"})
"""Pronouns that stand as a source: they name nobody outside their text."""

_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "some", "two", "three"})
"""Words that begin a description: lower-case inside a phrase, whatever they were in the text."""

_UNTOLD = frozenset({"dateModified", "correction"})
"""Metadata that is not told as a field: the one changes with every revision, the other is told as a note."""

_INNER = str.maketrans('“”"', "‘’'")
"""Quotation marks inside quotation marks."""


class Told(NamedTuple):
    """A change in words: what it is, in the styles of old and new, and the words it stands in ("" where none help)."""

    what: tuple[Piece, ...]
    context: str = ""

    @property
    def phrase(self) -> str:
        """What it is, as plain words."""
        return "".join(piece.text for piece in self.what)


def told(change: Change, report: Report) -> Told:
    """One change of `report` in a phrase; of several facets the heaviest is told first, those of a kind together."""
    if not change.facets:
        return Told(tuple(_whole(change, report)))
    pieces: list[Piece] = []
    for number, (kind, group) in enumerate(groupby(change.facets, lambda facet: facet.facet)):
        pieces.append(Piece("; " if number else ""))
        pieces += _facets(kind, list(group), change, report)
    what = tuple(piece for piece in pieces if piece.text)
    return Told(what, "" if all(_speaks(facet, report) for facet in change.facets) else _context(change, report))


def told_metadata(item: MetadataChange) -> Told:
    """A metadata field that differs, in a phrase: "headline Boat sinks → Ferry sinks"."""
    old, new = metadata_words(item.old), metadata_words(item.new)
    pieces = [Piece(f"{one_line(item.field)} ")]
    if old and new:
        pieces += _both(_quoted(old), _quoted(new))
    else:
        pieces += [
            Piece("added: " if new else "removed: "),
            Piece(_quoted(new or old), Style.NEW if new else Style.OLD),
        ]
    return Told(tuple(pieces))


def fields(report: Report) -> Iterator[MetadataChange]:
    """The metadata that differs and is worth telling, in the order of the report."""
    return (item for item in report.metadata if item.field not in _UNTOLD)


def notes(report: Report) -> list[str]:
    """The correction and editor's notes that are new, in the text or in the metadata; each once, in one line."""
    stated = [metadata_words(item.new) for item in report.metadata if item.field == "correction" and item.new]
    found = list(dict.fromkeys([*new_notices(report), *stated]))
    return [note for note in found if not any(note != other and note in other for other in found)]


def quoted(words: str) -> str:
    """The words between quotation marks, those inside them made single."""
    return f"“{words.translate(_INNER)}”"


def _whole(change: Change, report: Report) -> Iterator[Piece]:
    """A claim that came, went, moved or was reworded."""
    claim, text = (change.new, report.new_text) if change.new else (change.old, report.old_text)
    if claim is None:
        return
    by = _speaker(claim, text)
    yield Piece(f"{claim.kind.value}{f' by {by}' if by else ''} {change.kind.value}: ")
    style = {ChangeKind.ADDED: Style.NEW, ChangeKind.REMOVED: Style.OLD}.get(change.kind, Style.PLAIN)
    yield Piece(_quoted(one_line(claim.span.of(text)).strip(" ,;:")), style)


def _speaks(facet: Facet, report: Report) -> bool:
    """Whether a facet is understood without the words around it."""
    if facet.facet not in _WORDS_THEMSELVES:
        return False
    marks = facet_marks(facet, report)
    return any(
        sum(len(_words(span, text).split()) for span in spans) >= _ENOUGH
        for spans, text in zip(marks, (report.old_text, report.new_text), strict=True)
    )


def _facets(kind: FacetKind, facets: Sequence[Facet], change: Change, report: Report) -> Iterator[Piece]:
    """All facets of one kind of a change: the label once for neighbours that share it."""
    before = ""
    for number, facet in enumerate(facets):
        label = _label(kind, facet, change, report)
        yield Piece(", " if number else "")
        yield Piece("" if label == before else f"{label} ")
        before = label
        yield from _sides(facet, report)


def _label(kind: FacetKind, facet: Facet, change: Change, report: Report) -> str:
    label = _RULE_WORDS.get(facet.rule, "")
    if kind is FacetKind.QUOTE:
        claim, text = (change.new, report.new_text) if change.new else (change.old, report.old_text)
        by = _speaker(claim, text) if claim else ""
        quote, _, what = (label or "quote altered").partition(" ")
        label = f"{quote} of {by} {what}" if by and quote == "quote" else label or "quote altered"
    elif kind is FacetKind.POLARITY:
        label = "turned round"
    elif kind is FacetKind.CUE:
        label = "reporting verb"
    elif not label:
        label = "hedge" if kind is FacetKind.CERTAINTY else kind.value
    return label if label.endswith(" to") or _is_bare(kind, facet) else f"{label}:"


def _is_bare(kind: FacetKind, facet: Facet) -> bool:
    """Whether the two values follow their label at once: "date Friday → March 10"."""
    return facet.rule not in _RULE_WORDS and kind not in {FacetKind.POLARITY, FacetKind.QUOTE}


def _sides(facet: Facet, report: Report) -> Iterator[Piece]:
    """The old words and the new ones; of a quotation those that differ."""
    marks = facet_marks(facet, report)
    old, new = _joined(marks[0], report.old_text), _joined(marks[1], report.new_text)
    if facet.facet in _WORDS_THEMSELVES or facet.facet is FacetKind.CERTAINTY:
        old, new = (_quoted(side) if side else "" for side in (old, new))
    if old and new:
        yield from _both(old, new)
    elif old:
        yield Piece("drops " if facet.new else "")
        yield Piece(old, Style.OLD)
    elif new:
        yield Piece("adds " if facet.old else "")
        yield Piece(new, Style.NEW)
    how_much = by_how_much(facet, report)
    if facet.facet is FacetKind.CUE and facet.old and facet.new:
        how_much = f"{facet.old.value} → {facet.new.value}"
    yield Piece(f" ({one_line(how_much)})" if how_much else "")


def _both(old: str, new: str) -> Iterator[Piece]:
    yield Piece(old, Style.OLD)
    yield Piece(" → ")
    yield Piece(new, Style.NEW)


def _joined(spans: Sequence[Span], text: str) -> str:
    """The words of several stretches, cut where they are many."""
    return _cut(" … ".join(words for span in spans if (words := _words(span, text))), _MOST_QUOTED)


def _words(span: Span, text: str) -> str:
    """The words of a stretch, without the punctuation at its edges that belongs to the sentence."""
    return one_line(span.of(text)).strip(" ,;:").strip('“”"„«»')


def _quoted(words: str) -> str:
    return quoted(_cut(words, _MOST_QUOTED))


def _cut(words: str, most: int) -> str:
    """At most so many words, with an ellipsis where there were more."""
    ends = [match.end() for match in islice(_word().finditer(words), most)]
    return words if len(ends) < most or ends[-1] == len(words) else f"{words[: ends[-1]]} …"


def _speaker(claim: Claim, text: str) -> str:
    """Who says it, in few words; "" where the article does."""
    name = one_line(claim.source_name or (claim.source.of(text) if claim.source else "")).rstrip(",;: ")
    if name.casefold() in _PRONOUNS:
        return ""
    first, _, rest = name.partition(" ")
    return _cut(f"{first.lower()} {rest}" if rest and first.casefold() in _DETERMINERS else name, _MOST_NAMED)


def _context(change: Change, report: Report) -> str:
    """The new words (the old ones where there are no new) around what changed."""
    claim, side, text = (change.new, 1, report.new_text) if change.new else (change.old, 0, report.old_text)
    if claim is None:
        return ""
    found = sorted(span for facet in change.facets for span in facet_marks(facet, report)[side])
    inside = [span for span in found if claim.span.overlaps(span)]
    words = [Span(*match.span()) for match in _word().finditer(text, claim.span.start, claim.span.end)]
    first, last = _window(words, inside)
    shown = one_line(text[words[first].start : words[last - 1].end]).strip(" ,;:") if words else ""
    return _closed(shown, before=first > 0, behind=last < len(words))


def _closed(words: str, *, before: bool, behind: bool) -> str:
    """The words with an ellipsis where they are cut; a quotation that the cut left open is opened or closed again."""
    opening, closing = words.find("“"), words.find("”")
    start = "… “" if closing >= 0 and not 0 <= opening < closing else "… "
    end = " …”" if words.rfind("“") > words.rfind("”") else " …"
    return f"{start if before else ''}{words}{end if behind else ''}"


def _window(words: Sequence[Span], spans: Sequence[Span]) -> tuple[int, int]:
    """The words to show, by index: those around the first change, and as far as the last where that is near."""
    touched = [number for number, word in enumerate(words) if any(word.overlaps(span) for span in spans)]
    if not touched:
        return 0, min(len(words), _LONGEST)
    first = max(touched[0] - _LEAD_IN, 0)
    near = [number for number in touched if number - first < _LONGEST - 1]
    return first, min(near[-1] + 1 + _LEAD_OUT, len(words))


@cache
def _word() -> re.Pattern[str]:
    """What stands between spaces; in a script without spaces each character."""
    return re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
