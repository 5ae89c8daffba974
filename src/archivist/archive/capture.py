"""What is captured by taking in a source: as which article, when, and with which metadata."""

from __future__ import annotations

from archivist.archive.intake import article_id_from
from archivist.archive.layout import home
from archivist.archive.sidecar import metadata_file
from archivist.archive.times import parse_time
from archivist.errors import UsageError
from archivist.model.noun import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from archivist.archive.intake import Source


class Capture(NamedTuple):
    """What `Archive.put` takes besides the text. `timed` is false where nobody said when, and the clock had to."""

    article: str
    captured_at: datetime
    metadata: Mapping[str, object]
    timed: bool = True


class Captures:
    """Says what each source is a capture of: what was asked for, else what its sidecar says, else name and clock."""

    def __init__(
        self,
        now: datetime,
        *,
        article: str | None = None,
        captured_at: datetime | None = None,
        metadata: Mapping[str, object] | None = None,
        fields: Mapping[str, object] | None = None,
    ) -> None:
        """`metadata` stands for all sidecars, `fields` overrides single fields. Raises UsageError for a bad id."""
        if article is not None:
            home(article)
        self._now, self._article, self._captured_at = now, article, captured_at
        self._metadata, self._fields = metadata, fields or {}
        self._named: dict[str, str] = {}

    def of(self, source: Source) -> Capture:
        """What is captured by taking in `source`.

        Raises InvalidMetadataError for a sidecar that does not hold, UsageError where no article is named and the
        file's name gives none, or one that another file's name has given before: two stories must not become one.
        """
        metadata = dict(self._metadata or {})
        if self._metadata is None and source.sidecar is not None:
            metadata = dict(metadata_file(str(source.sidecar)))
        stated = {key: metadata.pop(key, None) for key in ("article", "capturedAt")}
        article = self._article or stated["article"] or self._from_name(source.path)
        captured_at = self._captured_at or self._stated_time(stated["capturedAt"], source)
        return Capture(str(article), captured_at or self._now, {**metadata, **self._fields}, captured_at is not None)

    def _from_name(self, path: str) -> str:
        article = article_id_from(path)
        first = self._named.setdefault(article, path)
        if first != path:
            raise UsageError(
                f"{path}: its name gives the article id {article}, and so did {first}. Say which articles they are: "
                '--article ID, or "article" in the metadata beside each.'
            )
        return article

    def _stated_time(self, stated: object, source: Source) -> datetime | None:
        if stated is None:
            return None
        try:
            return parse_time(str(stated))
        except UsageError as error:
            raise UsageError(f"{source.path}: {error}") from error
