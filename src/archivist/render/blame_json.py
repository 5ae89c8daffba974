"""What `archivist blame --json` prints, by schemas/output.v1.schema.json."""

from __future__ import annotations

from archivist.render.json_text import TOOL, UNIT, place, to_json
from archivist.render.output_json import OUTPUT_SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from archivist.diff.blame import BlamedSentence
    from archivist.model.revision import Revision


def blame_json(
    sentences: Iterable[BlamedSentence], text: str, revisions: Sequence[Revision], *, by_word: bool = False
) -> str:
    """The sentences of `text`, which is that of the last of `revisions`, each with the number of its origin, from 1.

    `origins` says which revisions those numbers mean. Only with `by_word` are the words of a sentence there.
    """
    found = list(sentences)
    named = {word.origin for sentence in found for word in sentence.words} | {sentence.origin for sentence in found}
    revision = revisions[-1]
    return to_json(
        {
            "schema": OUTPUT_SCHEMA,
            "output": "blame",
            "tool": TOOL,
            "unit": UNIT,
            "article": revision.article,
            "number": len(revisions),
            "revision": revision.digest,
            "origins": [
                {"number": index + 1, "revision": revisions[index].digest, "capturedAt": revisions[index].captured_at}
                for index in sorted(named)
            ],
            "sentences": [_sentence(sentence, text, by_word=by_word) for sentence in found],
        }
    )


def _sentence(sentence: BlamedSentence, text: str, *, by_word: bool) -> dict[str, object]:
    value = place(sentence.span, text) | {"origin": sentence.origin + 1}
    if by_word:
        value["words"] = [place(word.span, text) | {"origin": word.origin + 1} for word in sentence.words]
    return value
