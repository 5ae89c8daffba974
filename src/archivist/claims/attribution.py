"""Attribution: who said, wrote, thinks or wants what (source, cue and content as in PARC and PolNeAR)."""

from __future__ import annotations

from bisect import bisect_left

from archivist.claims.attribution_cues import triggers
from archivist.claims.attribution_rules import found_in
from archivist.claims.attribution_words import read, units
from archivist.claims.en.sources import RELATIVES, SUBORDINATORS
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from archivist.claims.attribution_rules import Found
    from archivist.claims.attribution_words import Quoted, Words
    from archivist.model.claim import CueClass
    from archivist.model.span import Sentence, Span

_SPEECH_ENDS = frozenset(".!?…,")


class Attribution(NamedTuple):
    """Content given to a source.

    `source` and `cue` are None where the text has none. `content` may be split, and reaches over several sentences
    where one quotation does. `embedded` is true where the attribution is no more than part of another clause: of a
    relative or subordinate one, or of a noun ("her claim that …"). `rule` names the rule that found it: how source,
    cue and content stand to each other (docs/claims.md).
    """

    rule: str
    source: Span | None
    cue: Span | None
    cue_class: CueClass | None
    content: tuple[Span, ...]
    embedded: bool = False

    @property
    def places(self) -> tuple[Span, ...]:
        """Content and cue: where the attribution stands. What it takes over from a sentence before is left out."""
        return self.content if self.cue is None or self.rule == "continued" else (*self.content, self.cue)


class Unit(NamedTuple):
    """What a sentence, or several that a quotation joins, says of who speaks, as far as it tells by itself.

    `here` are its attributions; `orphan` is the quotation that opens it and is given to nobody in it.
    """

    here: tuple[Attribution, ...]
    orphan: Span | None

    @property
    def said(self) -> list[Attribution]:
        """The attributions from which a quotation next to it can take its speaker."""
        return [one for one in self.here if one.source is not None and one.cue_class is not None and not one.embedded]


_SILENT = Unit((), None)


def attributions(text: str, sentences: tuple[Sentence, ...], quotations: Sequence[Quoted]) -> tuple[Attribution, ...]:
    """The attributions of `text`, in order, in code points.

    `sentences` and `quotations` are those of the same text, in order. A quotation that makes up a sentence and has no
    source there is given to the speaker of the sentence before, else to that of the sentence after.
    """
    talk = Talk()
    for unit in read_units(text, sentences, quotations):
        talk.hear(unit)
    return tuple(talk.found)


def read_units(text: str, sentences: tuple[Sentence, ...], quotations: Sequence[Quoted]) -> list[Unit]:
    """The units of a stretch of `text` whose sentences and quotations these are, in order."""
    ends = frozenset([sentence.span.end for sentence in sentences])
    sought = triggers()
    starts = [quotation.span.start for quotation in quotations]
    found: list[Unit] = []
    for span in units(sentences, quotations):
        inside = quotations[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        words = read(text, span, inside, ends, sought)
        here = tuple([_placed(words, one) for one in found_in(words)]) if words is not None else ()
        orphan = _without_source(text, span, inside, here) if inside else None
        found.append(Unit(here, orphan) if here or orphan is not None else _SILENT)
    return found


class Talk:
    """The attributions of units that follow each other, each quotation without a source given to a speaker nearby.

    `waiting` are the places in `found` of the quotations whose speaker a unit after them may still name.
    """

    def __init__(self) -> None:
        self.found: list[Attribution] = []
        self.waiting: list[int] = []
        self._speaker: Attribution | None = None

    def hear(self, unit: Unit) -> None:
        """Add the attributions of the next unit."""
        if unit is _SILENT:
            self.waiting.clear()
            self._speaker = None
            return
        if unit.orphan is not None:
            if self._speaker is None:
                self.waiting.append(len(self.found))
            self.found.append(_given_to(self._speaker, unit.orphan))
        self.found += unit.here
        said = unit.said
        if said:
            for at in self.waiting:
                self.found[at] = _given_to(said[0], self.found[at].content[0])
        if said or unit.orphan is None:
            self.waiting.clear()
            self._speaker = said[-1] if said else None


def _placed(words: Words, found: Found) -> Attribution:
    """What was found in words, as spans of the text."""
    embedded = found.rule == "noun"
    if found.source is not None:
        first = found.source[0]
        embedded |= words.low[first] in RELATIVES or (first > 0 and words.low[first - 1] in SUBORDINATORS)
    return Attribution(
        found.rule,
        words.span(*found.source) if found.source is not None else None,
        words.span(*found.cue),
        found.cue_class,
        tuple(words.span(*part) for part in found.content),
        embedded,
    )


def _without_source(text: str, unit: Span, quotations: Sequence[Quoted], here: tuple[Attribution, ...]) -> Span | None:
    """The first of the quotations of this stretch if it opens it, is a sentence by itself, and nobody's in it."""
    first = quotations[0]
    if first.span.start != unit.start:
        return None
    speech = not first.closed or text[first.inner.start : first.inner.end].rstrip()[-1:] in _SPEECH_ENDS
    taken = any(place.overlaps(first.span) for one in here for place in one.places)
    return first.span if speech and not taken else None


def _given_to(speaker: Attribution | None, quotation: Span) -> Attribution:
    """A quotation that stands without its source, given to the speaker of a sentence next to it."""
    if speaker is None:
        return Attribution("unattributed", None, None, None, (quotation,))
    return Attribution("continued", speaker.source, speaker.cue, speaker.cue_class, (quotation,))
