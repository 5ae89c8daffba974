"""How each claim of a text was found, for a person at a terminal."""

from __future__ import annotations

from archivist.render.claim_rules import SOURCE_RULES, rule_meaning
from archivist.render.claims_terminal import claim_list
from archivist.render.columns import Piece, wrap
from archivist.render.safe import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from archivist.model.claim import Claim, Date, Figure, Hedge, Name
    from archivist.model.span import Span

_LABEL = 12
"""The columns of the words on the left."""


def explained_claims_terminal(claims: Sequence[Claim], text: str, *, width: int, colour: bool) -> str:
    """The claims in the order given: each with its rule, the parts the rule found, and all evidence with its value."""

    def details(claim: Claim, indent: str) -> Iterator[str]:
        for label, entry in _entries(claim, text):
            start = indent + label.ljust(_LABEL)
            yield from wrap([Piece(entry)], width, colour=colour, first=start, rest=" " * len(start) + "  ")

    return claim_list(claims, text, lambda claim: _place(claim.span), details, width=width, colour=colour)


def _entries(claim: Claim, text: str) -> Iterator[tuple[str, str]]:
    """What there is to say of a claim, each with its label."""
    yield "rule", f"{claim.rule}: {rule_meaning(claim)}"
    if claim.source is not None:
        yield "source", _words(claim.source, text)
        yield "stands for", _who(claim)
    if claim.cue is not None:
        class_ = "an attitude, no class" if claim.cue_class is None else claim.cue_class.value
        yield "cue", f"{_words(claim.cue, text)}: {class_}"
    for label, spans in (("content", claim.content), ("quoted", claim.quoted)):
        for number, span in enumerate(spans):
            yield label if number == 0 else "", _words(span, text)
    for label, entries in (
        ("figures", [_figure(one, text) for one in claim.figures]),
        ("dates", [_date(one, text) for one in claim.dates]),
        ("names", [_name(one, text) for one in claim.names]),
        ("hedges", [_hedge(one, text) for one in claim.hedges]),
    ):
        for number, entry in enumerate(entries):
            yield label if number == 0 else "", entry
    if claim.negated:
        yield "negated", "a word of the claim denies something"


def _who(claim: Claim) -> str:
    if claim.source_name is None:
        return "nobody that the text names"
    withheld = "; the text withholds the name" if claim.anonymous else ""
    return f"{one_line(claim.source_name)} ({claim.source_rule}: {SOURCE_RULES[claim.source_rule]}){withheld}"


def _place(span: Span) -> str:
    return f"{span.start}–{span.end}"


def _words(span: Span, text: str) -> str:
    return f"{one_line(span.of(text))} ({_place(span)})"


def _figure(figure: Figure, text: str) -> str:
    if figure.value is None:
        return f"{_words(figure.span, text)}: vague"
    value = f"{figure.value:f}" + (f" to {figure.upper:f}" if figure.upper is not None else "")
    loosened = f", loosened by “{one_line(figure.approximator)}”" if figure.approximator else ""
    return f"{_words(figure.span, text)}: {value} {one_line(figure.unit)}".rstrip() + loosened


def _date(date: Date, text: str) -> str:
    return f"{_words(date.span, text)}: {date.type.value} {one_line(date.value)}"


def _name(name: Name, text: str) -> str:
    return f"{_words(name.span, text)}: {one_line(name.key)}"


def _hedge(hedge: Hedge, text: str) -> str:
    return f"{_words(hedge.span, text)}: {hedge.strength.value}, group {one_line(hedge.group)}"
