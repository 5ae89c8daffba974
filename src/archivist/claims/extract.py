"""Claims: every sentence that is not page furniture, with who says it and the evidence it carries."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise, repeat

from archivist.claims.attribution import Attribution
from archivist.claims.evidence import Evidence, places_in, starting_in
from archivist.claims.layout import Layout
from archivist.claims.places import Places, touching
from archivist.claims.sources import NOBODY, Sources
from archivist.model.claim import Claim, ClaimKind, Name
from archivist.model.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from archivist.claims.evidence import Found, Marks
    from archivist.model.span import Sentence

_OWN_VOICE = Attribution("sentence", None, None, None, ())
_OWN_RULE = f"{ClaimKind.ASSERTION}.{_OWN_VOICE.rule}"


def extract(
    text: str, published: datetime.date | None = None, *, within: Sequence[Span] | None = None
) -> tuple[Claim, ...]:
    """The claims of `text`, ordered by where they start, the longer one first; spans are code points.

    Every sentence that is not page furniture gives at least one claim. Its claims divide it without gap or overlap,
    one for each attribution that is not part of another clause; most sentences are one claim. An attribution inside a
    clause gives a further claim that lies within one of those (`outermost` leaves it out). `published` is the day that
    relative dates are resolved against.

    With `within`, only the claims that share a code point with one of these spans (or hold an empty one), and just as
    they are without it; the work is then that of the paragraphs they stand in and of what bears on these.
    """
    around = Span(min(within).start, max(one.end for one in within)) if within else None
    return extract_from(Layout(text, around), published, within)


def extract_from(layout: Layout, published: datetime.date | None, within: Sequence[Span] | None) -> tuple[Claim, ...]:
    """The claims of a text that is laid out already, as `extract` gives them."""
    evidence = Evidence(layout, published, everything=within is None)
    places = None if within is None else Places(within)
    numbers = list(layout.paragraphs.numbers()) if within is None else touching(layout.paragraphs, within)
    reading = _Reading(evidence, numbers, places)
    claims = [claim for number in numbers for claim in reading.claims(number)]
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return tuple(claims)


def outermost(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims that lie in no other of `claims`, which are in the order of `extract`: each place only once."""
    kept: list[Claim] = []
    for claim in claims:
        if not (kept and kept[-1].span.covers(claim.span)):
            kept.append(claim)
    return tuple(kept)


class _Reading:
    """The claims of some paragraphs of a text, those that touch one of the places if there are any."""

    def __init__(self, evidence: Evidence, numbers: Sequence[int], places: Places | None) -> None:
        self._evidence = evidence
        self._sources = Sources(evidence)
        self._places = places
        self._text = evidence.text
        self._given = evidence.attributions(numbers)

    def claims(self, number: int) -> Iterator[Claim]:
        """The claims of one of these paragraphs."""
        found, marks = self._evidence.found(number), self._evidence.marks(number)
        for sentence, belonging in _by_sentence(found.sentences, self._given[number]):
            if self._places is not None and not self._places.touch(sentence.span):
                continue
            for span, given in self._parts(sentence.span, belonging, found):
                if self._places is None or self._places.touch(span):
                    yield self._claim(span, given, found, marks)

    def _parts(self, sentence: Span, given: Sequence[Attribution], found: Found) -> list[tuple[Span, Attribution]]:
        """What a sentence to which these attributions belong is divided into, and the parts of clauses inside it."""
        if not given:  # as most are
            return [(_stripped(self._text, sentence), _OWN_VOICE)]
        own, embedded = _own(sentence, given, found)
        parts = _divided(self._text, sentence, own)
        return parts + [(_extent(one, sentence), one) for one in embedded]

    def _claim(self, span: Span, given: Attribution, found: Found, marks: Marks) -> Claim:
        """The claim that `span` makes, as `given` attributes it."""
        kind, rule = ClaimKind.ASSERTION, _OWN_RULE
        if given is not _OWN_VOICE:
            kind = ClaimKind.QUOTE if found.is_spoken(given.content, span) else ClaimKind.STATEMENT
            rule = f"{kind}.{given.rule}"
        who = self._sources.of(given.source) if given.source is not None else NOBODY
        quoted: tuple[Span, ...] = ()
        if found.quotations:
            parts = (_stripped(self._text, part) for part in found.quoted(span))
            quoted = tuple(part for part in parts if len(part))
        key = self._evidence.key
        return Claim(
            kind,
            span,
            rule,
            given.source,
            given.cue,
            given.cue_class,
            given.content,
            quoted,
            who.name,
            who.anonymous,
            starting_in(span, marks.figures) if marks.figures else (),
            starting_in(span, marks.dates) if marks.dates else (),
            tuple([Name(mention, key(mention)) for mention in places_in(span, marks.mentions)]),
            starting_in(span, marks.hedges) if marks.hedges else (),
            bool(marks.negations and places_in(span, marks.negations)),
            who.rule,
        )


def _by_sentence(
    sentences: tuple[Sentence, ...], given: Sequence[Attribution]
) -> Iterator[tuple[Sentence, Sequence[Attribution]]]:
    """Each sentence with the attributions that have their cue or content in it."""
    if not given:
        return zip(sentences, repeat(given))
    belonging: list[list[Attribution]] = [[] for _ in sentences]
    starts = [sentence.span.start for sentence in sentences]
    for attribution in given:
        touched: set[int] = set()
        for place in attribution.places:
            first = max(0, bisect_left(starts, place.start + 1) - 1)
            near = range(first, bisect_left(starts, place.end))
            touched.update(index for index in near if sentences[index].span.overlaps(place))
        for index in sorted(touched):
            belonging[index].append(attribution)
    return zip(sentences, belonging, strict=True)


def _own(sentence: Span, given: Sequence[Attribution], found: Found) -> tuple[list[Attribution], list[Attribution]]:
    """The attributions that the sentence itself makes, and those in one of its clauses.

    An attitude counts as the sentence's own only where it takes up most of it; a clause does where the sentence has
    nothing else and the words are quoted.
    """
    own: list[Attribution] = []
    others: list[Attribution] = []
    for one in given:
        makes = not one.embedded and (one.cue_class is not None or 2 * len(_extent(one, sentence)) >= len(sentence))
        (own if makes else others).append(one)
    if not own:
        first = next((one for one in others if one.cue is None or found.is_spoken(one.content, sentence)), None)
        own = [] if first is None else [first]
        others = [one for one in others if one is not first]
    return own, [one for one in others if one.cue is not None and sentence.covers(one.cue)]


def _extent(attribution: Attribution, sentence: Span) -> Span:
    """The part of the sentence from the first to the last word of the attribution."""
    places = (*attribution.places, attribution.source) if attribution.source is not None else attribution.places
    inside = [place for place in places if place.overlaps(sentence)]
    start = min(place.start for place in inside)
    return Span(max(start, sentence.start), min(max(place.end for place in inside), sentence.end))


def _divided(text: str, sentence: Span, own: list[Attribution]) -> list[tuple[Span, Attribution]]:
    """The sentence, divided among its attributions, each from where it begins to where the next one does."""
    if len(own) <= 1:
        whole = _stripped(text, sentence)
        return [(whole, own[0] if own else _OWN_VOICE)] if len(whole) or not own else []
    edges = [sentence.start]
    for before, attribution in pairwise(own):
        first = min(place.start for place in attribution.places if place.overlaps(sentence))
        source = attribution.source
        if source is not None and source != before.source and edges[-1] < source.start < first:
            first = source.start
        edges.append(max(first, edges[-1]))
    pieces = [
        (_stripped(text, Span(start, end)), attribution)
        for start, end, attribution in zip(edges, [*edges[1:], sentence.end], own, strict=True)
    ]
    return [piece for piece in pieces if len(piece[0])]


def _stripped(text: str, span: Span) -> Span:
    """`span` without the white space around it."""
    if span.start < span.end and not text[span.start].isspace() and not text[span.end - 1].isspace():
        return span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
