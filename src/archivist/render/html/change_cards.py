"""The claim changes of a report, heaviest first, each with its old and new words and a link into the text."""

from __future__ import annotations

from archivist.model.report import ChangeKind, Disclosure
from archivist.render.html.escape import Html, element, joined, line, text
from archivist.render.html.headline import lines as headline_lines
from archivist.render.html.text_view import line_of_words
from archivist.render.marks import marks
from archivist.render.safe import one_line
from archivist.render.words import counted, paragraph, speaker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from archivist.model.report import Change, Evidence, Facet
    from archivist.model.span import Span
    from archivist.render.html.reading import Reading
    from archivist.render.html.shown import Shown

_SHORT = 60
"""Evidence of at most so many characters is told in the title of a change; longer words are marked below it alone."""

_DISCLOSED = {
    Disclosure.DISCLOSED: "disclosed: a correction names it",
    Disclosure.UNDISCLOSED: "undisclosed: there is no note",
    Disclosure.UNCLEAR: "unclear: a note is there, but does not name it",
}


_NOTHING = "Nothing that the article claims is different."
_HEADLINE = "The headline is different. Nothing that the article claims below it is."


def changes_section(page: Reading) -> Html:
    """The section with all claim changes; those that leave the meaning alone are folded."""
    numbered = list(enumerate(page.report.changes, 1))
    heavy = [(number, change) for number, change in numbered if change.substantive]
    light = [(number, change) for number, change in numbered if not change.substantive]
    body = [element("h2", text("What changed"), id="changes-title")]
    if not heavy:
        before, now = headline_lines(page.report)
        body.append(element("p", text(_NOTHING if before == now else _HEADLINE)))
    body += [_list(heavy, page)] if heavy else []
    if light:
        summary = element("summary", text(f"{counted(len(light), 'claim')} reworded or moved, saying the same"))
        body.append(element("details", summary, _list(light, page), class_="light"))
    return element("section", *body, id="changes", aria_labelledby="changes-title")


def _list(numbered: Sequence[tuple[int, Change]], page: Reading) -> Html:
    return element("ol", *(_card(number, change, page) for number, change in numbered), class_="changes")


def _card(number: int, change: Change, page: Reading) -> Html:
    """One change, under the number that marks it in the text."""
    return element(
        "li",
        element("h3", element("span", text(f"{number}"), class_="number"), element("span", *_title(change, page))),
        element("dl", *_words(change, page), class_="words"),
        element("p", *_facts(number, change, page), class_="facts sans"),
        id=f"change-{number}",
        value=number,
    )


def _title(change: Change, page: Reading) -> Iterator[Html]:
    """What happened: each facet with its old and new words, heaviest first, or the kind of the change."""
    for facet in change.facets:
        yield element("span", _kind(facet.facet.value), *_facet(facet, page), class_="facet")
    if not change.facets:
        claim = change.new or change.old
        what = claim.kind.value if claim else "claim"
        yield element("span", _kind(what), text(f" {change.kind.value}"), class_="facet")
    if change.moved and change.kind is not ChangeKind.MOVED:
        yield element("span", text("and moved"), class_="facet")


def _kind(name: str) -> Html:
    return element("span", text(name), class_="kind")


def _facet(facet: Facet, page: Reading) -> Iterator[Html]:
    """In what a claim differs: " four → seven +3"; where the words are long, that it does."""
    old, new = _evidence(facet.old, page.report.old_text), _evidence(facet.new, page.report.new_text)
    if facet.old and facet.new and old.casefold() == new.casefold():
        old, new = one_line(facet.old.value), one_line(facet.new.value)
    if max(len(old), len(new)) > _SHORT or old == new:
        yield text(" changed" if old and new else " added" if new else " dropped")
    elif old and new:
        yield joined([text(" "), element("del", line(old)), text(" → "), element("ins", line(new))])
    else:
        word, tag = ("added", "ins") if new else ("dropped", "del")
        yield joined([text(f" {word}: "), element(tag, line(new or old))])
    if facet.difference:
        yield joined([text(" "), element("b", line(facet.difference), class_="by")])


def _evidence(evidence: Evidence | None, words: str) -> str:
    return one_line(evidence.span.of(words)) if evidence else ""


def _words(change: Change, page: Reading) -> Iterator[Html]:
    """The old and the new words, those that differ marked; of a claim that only moved its words once."""
    if change.kind is ChangeKind.MOVED and change.new:
        yield from _side("Words", page.new, _sentence(page.report.new_text, change.new.span, (), "ins"))
        return
    old_marks, new_marks = marks(change, page.report)
    if change.old:
        yield from _side("Old", page.old, _sentence(page.report.old_text, change.old.span, old_marks, "del"))
    if change.new:
        yield from _side("New", page.new, _sentence(page.report.new_text, change.new.span, new_marks, "ins"))


def _side(name: str, shown: Shown, content: Html) -> Iterator[Html]:
    yield element("dt", text(name))
    yield element("dd", content, lang=shown.language, dir="auto")


def _sentence(words: str, whole: Span, spans: Iterable[Span], tag: str) -> Html:
    """The words of `whole`, those of `spans` in elements `tag`."""
    parts, place = [], whole.start
    for span in spans:
        parts += [line_of_words(words[place : span.start]), _mark(tag, span.of(words))]
        place = span.end
    return joined([*parts, line_of_words(words[place : whole.end])])


def _mark(tag: str, words: str) -> Html:
    core = words.strip()
    if not core:
        return line_of_words(words)
    before, _, after = words.partition(core)
    return joined([line_of_words(before), element(tag, line(core)), line_of_words(after)])


def _facts(number: int, change: Change, page: Reading) -> Iterator[Html]:
    """Who says it, whether a note tells of the change, and the way into the text."""
    yield element("span", *_speaker(change, page))
    if change.disclosed:
        yield element("span", text(_DISCLOSED[change.disclosed]), class_=f"disclosure {change.disclosed.value}")
    where = paragraph(change, page.old_sentences, page.new_sentences)
    hidden = element("span", text(f"change {number} in the text, "), class_="unseen")
    yield element("a", hidden, line(where), href=f"#text-{number}")


def _speaker(change: Change, page: Reading) -> Iterator[Html]:
    """The source; where neither claim has one, that there is none, as a sentence begins."""
    words = speaker(change, page.report)
    if any(claim and (claim.source or claim.source_name) for claim in (change.old, change.new)):
        yield text("Source: ")
    else:
        words = words[:1].upper() + words[1:]
    yield element("bdi", line(words))
