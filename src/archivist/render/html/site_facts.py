"""What a site keeps of each article: enough for its index, its feed and its search, without reading a text again."""

from __future__ import annotations

from itertools import chain, pairwise, repeat

from archivist.model.noun import NamedTuple
from archivist.model.report import Disclosure, FacetKind
from archivist.render.html.headline import headline_of
from archivist.render.safe import one_line
from archivist.render.story import quoted, told
from archivist.render.summary import summarise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from archivist.diff.life import Life
    from archivist.model.report import Change, Report
    from archivist.model.revision import History

_TOLD = 3
"""How many changes of a step are told in words; its own page tells all."""


class Step(NamedTuple):
    """What changed from one revision to another, in numbers and in a few lines.

    `old` and `new` are the digests of the records. `substantive` of the `changes` say something else; `facets` are the
    names and numbers of those that changed, heaviest kind first. `added`, `removed` and `moved` count words. `lines`
    tell the heaviest substantive changes, `metadata` names the fields that differ, `undisclosed` counts the
    substantive changes of which the new text says nothing.
    """

    old: str
    new: str
    changes: int
    substantive: int
    facets: tuple[tuple[str, int], ...]
    added: int
    removed: int
    moved: int
    lines: tuple[str, ...]
    metadata: tuple[str, ...]
    undisclosed: int

    @property
    def words(self) -> int:
        """How many words came, went or moved."""
        return self.added + self.removed + self.moved


class Sentence(NamedTuple):
    """A sentence that stood in an article: its words, and where it stood last.

    `first` and `last` are the indexes of the first and the last revision with these words, `start` is its place in the
    text of the last one, in code points.
    """

    text: str
    first: int
    last: int
    start: int


class Seen(NamedTuple):
    """One revision: its record's digest, when it was captured, its headline ("" for none)."""

    digest: str
    captured_at: str
    headline: str


class Facts(NamedTuple):
    """What a site keeps of an article. `steps` holds every comparison that has a page, by its new revision."""

    article: str
    folder: str
    revisions: tuple[Seen, ...]
    forked: bool
    steps: tuple[Step, ...]
    sentences: tuple[Sentence, ...]

    @property
    def headline(self) -> str:
        """The last headline that is known, else the article id."""
        return next((seen.headline for seen in reversed(self.revisions) if seen.headline), self.article)

    def steps_between_neighbours(self) -> tuple[Step | None, ...]:
        """By index of a revision from the second on: the step from the one right before it."""
        known = {(step.old, step.new): step for step in self.steps}
        digests = [seen.digest for seen in self.revisions]
        return tuple(known.get(pair) for pair in pairwise(digests))


def step(report: Report, old: str, new: str) -> Step:
    """The step that `report` tells, from the revision `old` to `new` (digests)."""
    summary = summarise(report)
    facets = sorted(
        ((kind, number) for kind, number in summary.facets.items() if number),
        key=lambda found: (-found[1], list(FacetKind).index(found[0])),
    )
    substantive = [change for change in report.changes if change.substantive]
    return Step(
        old=old,
        new=new,
        changes=summary.changes,
        substantive=summary.substantive,
        facets=tuple((kind.value, number) for kind, number in facets),
        added=summary.words.added,
        removed=summary.words.removed,
        moved=summary.words.moved,
        lines=tuple(_line(change, report) for change in substantive[:_TOLD]),
        metadata=tuple(one_line(change.field) for change in report.metadata),
        undisclosed=sum(change.disclosed is Disclosure.UNDISCLOSED for change in substantive),
    )


def facts(history: History, steps: Sequence[Step], texts: Sequence[str], story: Life) -> Facts:
    """The facts of an article; `texts` are those of its revisions and `story` is their life, or both are empty."""
    return Facts(
        article=history.article.id,
        folder=history.article.folder,
        revisions=tuple(
            Seen(one.digest, one.captured_at, headline_of(one.metadata, text))
            for one, text in zip(history.revisions, chain(texts, repeat("")), strict=False)
        ),
        forked=len(history.heads) > 1,
        steps=tuple(steps),
        sentences=_sentences(texts, story),
    )


def facts_value(found: Facts) -> dict[str, object]:
    """Facts as JSON has them."""
    return found._asdict()


def facts_of(value: Mapping[str, object]) -> Facts:
    """The facts that were written so. The value is trusted: its bytes were checked against a digest."""
    revisions, steps, sentences = (_rows(value[name]) for name in ("revisions", "steps", "sentences"))
    return Facts(
        article=str(value["article"]),
        folder=str(value["folder"]),
        revisions=tuple(Seen._make(row) for row in revisions),
        forked=bool(value["forked"]),
        steps=tuple(_step_of(row) for row in steps),
        sentences=tuple(Sentence._make(row) for row in sentences),
    )


def _rows(value: object) -> list[list[object]]:
    return [list(row) for row in value if isinstance(row, list)] if isinstance(value, list) else []


def _step_of(row: list[object]) -> Step:
    made = Step._make(row)
    return made._replace(
        facets=tuple((name, number) for name, number in made.facets),
        lines=tuple(made.lines),
        metadata=tuple(made.metadata),
    )


def _line(change: Change, report: Report) -> str:
    """A change in one line, in the words of `archivist log --changes`."""
    found = told(change, report)
    return f"{found.phrase} in {quoted(found.context)}" if found.context else found.phrase


def _sentences(texts: Sequence[str], story: Life) -> tuple[Sentence, ...]:
    """Every sentence that ever stood there, once for each wording, in reading order."""
    found: dict[tuple[int, str], Sentence] = {}
    for number, (text, standing) in enumerate(zip(texts, story.texts, strict=True)):
        for one in standing:
            words = one_line(one.span.of(text))
            first = found[one.thread, words].first if (one.thread, words) in found else number
            found[one.thread, words] = Sentence(words, first, number, one.span.start)
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], found[key].first)))
