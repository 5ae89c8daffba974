"""Seals and damage as values for JSON, for the commands that keep an archive whole."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from archivist.model.revision import Damage
    from archivist.model.seal import Seal, SealCheck


def damage_value(damage: Iterable[Damage]) -> list[dict[str, object]]:
    """Damaged files, in the order given."""
    return [{"path": each.path, "what": each.what, "revisions": list(each.revisions)} for each in damage]


def seal_value(seal: Seal) -> dict[str, object]:
    """A seal; its root in hexadecimal, as all digests are here."""
    return {
        "origin": seal.origin,
        "size": seal.size,
        "root": seal.root,
        "sealedAt": seal.sealed_at,
        "list": seal.list_sha256,
        "sha256": seal.sha256,
    }


def seal_check_value(check: SealCheck | None) -> dict[str, object] | None:
    """What became of an archive since it was sealed, or None where that was not asked for."""
    if check is None:
        return None
    return {
        "seals": [seal_value(seal) for seal in check.seals],
        "added": [record._asdict() for record in check.added],
    }
