"""The search index of a site: scripts, because a page opened from disk may load those and nothing else."""

from __future__ import annotations

import json

from archivist.render.html.site_names import revision_page, shard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.render.html.site_facts import Facts


def shards(articles: Iterable[Facts]) -> dict[str, str]:
    """The parts of the index by address: each hands its articles to the page's function `archivistShard`.

    An article is [folder, headline, id, [revision pages], [[sentence, index of its last page, place in it], …]],
    newest wording last.
    """
    parts: dict[str, list[Facts]] = {}
    for one in sorted(articles, key=lambda one: one.folder):
        parts.setdefault(shard(one.folder), []).append(one)
    return {address: _script(address, found) for address, found in parts.items()}


def _script(address: str, articles: Iterable[Facts]) -> str:
    entries = ",\n".join(json.dumps(_entry(one), separators=(",", ":")) for one in articles)
    return f"archivistShard({json.dumps(address)},[\n{entries}\n]);\n"


def _entry(facts: Facts) -> list[object]:
    return [
        facts.folder,
        facts.headline,
        facts.article,
        [revision_page(seen.digest, seen.captured_at) for seen in facts.revisions],
        [[sentence.text, sentence.last, sentence.start] for sentence in facts.sentences],
    ]
