"""Whether the new revision says that it made a change: a fact about the text, never a verdict on intent."""

from __future__ import annotations

from itertools import islice

from archivist.claims.figures import figures
from archivist.diff.facet_akin import Kin
from archivist.diff.facet_values import figure_value
from archivist.diff.facet_words import fold, is_content
from archivist.model.claim import FurnitureKind
from archivist.model.noun import NamedTuple
from archivist.model.report import Disclosure, FacetKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.model.claim import Furniture
    from archivist.model.report import Change, Facet

_ENOUGH = 3
"""So many words of what stands on one side only must stand in a note that names it, or all if it has fewer."""

_MOST_WORDS = 1000
"""The words of the notes that are looked at; a note has a few dozen."""


class Verdict(NamedTuple):
    """Whether a change is disclosed (None if it is not substantive), and the words of the notes that name it."""

    disclosed: Disclosure | None
    words: tuple[str, ...] = ()


class Notes:
    """The correction and editor's notes that the new revision has and the old one has not."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        before = {fold(note) for note in old}
        self._notes = [note for note in new if fold(note) not in before]
        words = (word for note in self._notes for word in fold(note))
        self._said = Kin(islice(words, _MOST_WORDS))
        self._values = {figure_value(figure) for note in self._notes for figure in figures(note)}

    def verdict(self, change: Change, old_text: str, new_text: str) -> Verdict:
        """Whether a note names what `change` changed, and by which words.

        A note names a facet when it has one of the words in which the two sides differ, or the value of a figure in
        any notation; it names what stands on one side only when it shares enough words with it.
        """
        if not change.substantive:
            return Verdict(None)
        if not self._notes:
            return Verdict(Disclosure.UNDISCLOSED)
        if change.facets:
            by_facet = (self._naming_facet(facet, old_text, new_text) for facet in change.facets)
            named = next((words for words in by_facet if words), ())
        else:
            claim, text = (change.new, new_text) if change.new is not None else (change.old, old_text)
            named = () if claim is None else self._naming(fold(claim.span.of(text)), _ENOUGH)
        return Verdict(Disclosure.DISCLOSED if named else Disclosure.UNCLEAR, named)

    def _naming_facet(self, facet: Facet, old_text: str, new_text: str) -> tuple[str, ...]:
        """The words or the figure's value by which the notes name what differs."""
        was = fold(facet.old.span.of(old_text)) if facet.old else ()
        now = fold(facet.new.span.of(new_text)) if facet.new else ()
        if facet.facet is FacetKind.FIGURE:
            values = [side.value for side in (facet.old, facet.new) if side and side.value in self._values]
            if values:
                return tuple(values)
        told_apart = set(was) ^ set(now)
        return self._naming([word for word in (*was, *now) if word in told_apart], 1 if was and now else _ENOUGH)

    def _naming(self, words: Sequence[str], enough: int) -> tuple[str, ...]:
        """Those of the words that stand in the notes, if at least `enough` of those that say something do (or all)."""
        telling = list(dict.fromkeys(word for word in words if is_content(word))) or list(words)
        hits = tuple(word for word in telling if word in self._said)
        return hits if len(hits) >= min(enough, len(telling)) else ()


def notes_in(text: str, furniture: Sequence[Furniture], metadata: Mapping[str, object] | None) -> list[str]:
    """The correction and editor's notes of a revision, in its text and in its metadata."""
    found = [one.span.of(text) for one in furniture if one.kind is FurnitureKind.CORRECTION]
    note = (metadata or {}).get("correction")
    return [*found, str(note)] if note else found


def may_hold(text: str, note: str) -> bool:
    """Whether a text may have a note of the same words as this one: all of them stand in it somewhere."""
    folded = text.casefold()
    return all(word in folded for word in fold(note) if word.isalnum())
