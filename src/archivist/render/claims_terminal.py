"""The claims of one text for a person at a terminal."""

from __future__ import annotations

from archivist.render.columns import Piece, Style, wrap
from archivist.render.safe import one_line
from archivist.render.words import claim_speaker, paragraph_number
from archivist.text.segment import segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from archivist.model.claim import Claim, Figure


def claims_terminal(claims: Sequence[Claim], text: str, *, width: int, colour: bool) -> str:
    """The claims in the order given: what kind, where, by whom, the words, and what they carry."""

    def details(claim: Claim, indent: str) -> Iterator[str]:
        evidence = "; ".join(_evidence(claim, text))
        if evidence:
            yield from wrap([Piece(evidence, Style.FAINT)], width, colour=colour, first=indent)

    return claim_list(claims, text, lambda claim: claim_speaker(claim, text), details, width=width, colour=colour)


def claim_list(  # noqa: PLR0913  # what is shown, then how
    claims: Sequence[Claim],
    text: str,
    label: Callable[[Claim], str],
    details: Callable[[Claim, str], Iterable[str]],
    *,
    width: int,
    colour: bool,
) -> str:
    """The claims, numbered: what kind, where, the words, then the lines that `details` has for each.

    `label` ends the first line of a claim; `details` is given the claim and what its lines are to be indented by.
    """
    if not claims:
        return "No claims.\n"
    sentences = segment(text)
    blocks = []
    for number, claim in enumerate(claims, 1):
        lead = f"{number:>2}. "
        indent = " " * len(lead)
        where = f" — paragraph {paragraph_number(claim.span, sentences)}, {label(claim)}"
        head = [Piece(claim.kind.value.capitalize(), Style.HEAD), Piece(where)]
        lines = wrap(head, width, colour=colour, first=lead)
        lines += wrap([Piece(one_line(claim.span.of(text)))], width, colour=colour, first=indent)
        blocks.append("\n".join([*lines, *details(claim, indent)]))
    return "\n\n".join(blocks) + "\n"


def _evidence(claim: Claim, text: str) -> Iterator[str]:
    """What the claim carries, one entry a kind of evidence."""
    found = {
        "cue": [f"{one_line(claim.cue.of(text))} ({claim.cue_class.value})"] if claim.cue and claim.cue_class else [],
        "figure": [_figure(figure, text) for figure in claim.figures],
        "date": [f"{one_line(date.span.of(text))} = {one_line(date.value)}" for date in claim.dates],
        "name": [one_line(name.span.of(text)) for name in claim.names],
        "hedge": [f"{one_line(hedge.span.of(text))} ({hedge.strength.value})" for hedge in claim.hedges],
    }
    for name, items in found.items():
        if items:
            yield f"{name}: {', '.join(items)}"
    if claim.negated:
        yield "negated"


def _figure(figure: Figure, text: str) -> str:
    words = one_line(figure.span.of(text))
    if figure.value is None:
        return words
    value = format(figure.value, "f") + (f"–{figure.upper:f}" if figure.upper is not None else "")
    return f"{words} = {value} {one_line(figure.unit)}".rstrip()
