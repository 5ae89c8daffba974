"""What each command prints with --json, by schemas/output.v1.schema.json; reports have a file of their own."""

from __future__ import annotations

from typing import Protocol

from archivist.render.claims_json import claim_value, source_value
from archivist.render.json_text import TOOL, UNIT, to_json
from archivist.render.upkeep_value import damage_value, seal_check_value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from archivist.model.claim import Claim, Furniture
    from archivist.model.problem import Problem
    from archivist.model.revision import History, Revision, Verification
    from archivist.render.source import SourceInfo

OUTPUT_SCHEMA = "urn:archivist:schema:output:v1"
"""The `schema` of every document here."""


class Stored(Protocol):
    """What became of a text that was to be archived."""

    @property
    def revision(self) -> Revision:
        """The revision that now holds it."""

    @property
    def added(self) -> bool:
        """Whether that revision is new; false where nothing had changed."""


class Refused(Protocol):
    """A text that was not archived."""

    @property
    def source(self) -> str:
        """The name its user gave."""

    @property
    def why(self) -> str:
        """One or more sentences."""

    @property
    def exit_code(self) -> int:
        """The exit code that says so."""


def init_json(archive: str, *, created: bool) -> str:
    """That there is an archive in the folder `archive`; `created` is false if there was one before."""
    return document("init", {"archive": archive, "created": created})


def ingest_json(results: Sequence[tuple[str, Stored]], refused: Iterable[Refused] = ()) -> str:
    """What became of every text that was taken in or refused, by the name its user gave, in the order given."""
    return document(
        "ingest",
        {
            "added": sum(stored.added for _, stored in results),
            "unchanged": sum(not stored.added for _, stored in results),
            "results": [
                {"source": source, "added": stored.added, "article": stored.revision.article}
                | revision_value(stored.revision)
                for source, stored in results
            ],
            "refused": [{"source": each.source, "why": each.why, "exitCode": each.exit_code} for each in refused],
        },
    )


def claims_json(claims: Iterable[Claim], text: str, source: SourceInfo, furniture: Iterable[Furniture] = ()) -> str:
    """The claims of `text`, in the order given."""
    return document(
        "claims",
        {
            "unit": UNIT,
            "source": source_value(source, text, furniture),
            "claims": [claim_value(claim, text) for claim in claims],
        },
    )


def articles_json(histories: Iterable[History]) -> str:
    """The articles of an archive, in the order given, each with its number of revisions and the latest of them."""
    return document("list", {"articles": [_article(history) for history in histories]})


def history_json(history: History) -> str:
    """All revisions of an article, oldest first, numbered from 1."""
    return document(
        "log",
        {
            "article": history.article.id,
            "folder": history.article.folder,
            "heads": list(history.heads),
            "forked": len(history.heads) > 1,
            "revisions": [
                {"number": number}
                | revision_value(revision)
                | {"head": revision.digest in history.heads, "revertOf": history.reverts.get(revision.digest)}
                for number, revision in enumerate(history.revisions, 1)
            ],
        },
    )


def revision_json(revision: Revision, text: str) -> str:
    """One revision and the words of its text."""
    return document("show", {"article": revision.article, **revision_value(revision), "content": text})


def verification_json(verification: Verification) -> str:
    """What a check of a whole archive found."""
    return document(
        "verify",
        {
            "sound": not verification.damage,
            "articles": verification.articles,
            "revisions": verification.revisions,
            "texts": verification.texts,
            "bytes": verification.size,
            "damage": damage_value(verification.damage),
            "seal": seal_check_value(verification.seal),
            "sample": verification.sample,
        },
    )


def problems_json(problems: Sequence[Problem], *, checked: int) -> str:
    """Everything that does not hold in `checked` files, in the order given."""
    found = [problem._asdict() for problem in problems]
    return document("validate", {"valid": not problems, "checked": checked, "problems": found})


def revision_value(revision: Revision) -> dict[str, object]:
    """What a document says of one revision."""
    return {
        "revision": revision.digest,
        "capturedAt": revision.captured_at,
        "text": {"sha256": revision.text_sha256, "bytes": revision.text_bytes},
        "parents": list(revision.parents),
        "writtenBy": revision.tool,
        "metadata": dict(revision.metadata),
        "received": dict(revision.received) if revision.received is not None else None,
    }


def document(command: str, fields: Mapping[str, object]) -> str:
    """What `command` prints with --json: these fields, and the ones that all documents have."""
    return to_json({"schema": OUTPUT_SCHEMA, "output": command, "tool": TOOL, **fields})


def _article(history: History) -> dict[str, object]:
    return {
        "article": history.article.id,
        "folder": history.article.folder,
        "revisions": len(history.revisions),
        "heads": len(history.heads),
        "latest": revision_value(history.revisions[-1]) if history.revisions else None,
    }
