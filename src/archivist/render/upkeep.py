"""What sealing, repairing and merging did, and what a seal found: as JSON and in words."""

from __future__ import annotations

from archivist.model.upkeep import Action
from archivist.render.output_json import document
from archivist.render.safe import one_line
from archivist.render.upkeep_value import damage_value, seal_value
from archivist.render.words import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from archivist.model.revision import Verification
    from archivist.model.seal import SealCheck, Sealing
    from archivist.model.upkeep import Merged, Repair


def seal_json(sealing: Sealing) -> str:
    """What sealing an archive did."""
    fields = {
        "path": sealing.path,
        "made": sealing.made,
        "added": sealing.added,
        "seal": seal_value(sealing.seal),
        "lost": list(sealing.lost),
    }
    return document("seal", fields)


def sealing_words(sealing: Sealing) -> str:
    """What sealing an archive did, as sentences for a person."""
    size, origin = counted(sealing.seal.size, "record"), one_line(sealing.seal.origin)
    if sealing.made:
        told = f"sealed {size} of {origin}, {sealing.added:,} of them for the first time."
        told += " Keep a copy of the seal where nobody who can write to the archive can write."
    else:
        told = f"nothing new to seal: this seal covers all there is, {size} of {origin}."
    if sealing.lost:
        told += f" {counted(len(sealing.lost), 'sealed record')} can no longer be found: archivist verify names them."
    return told


def verification_words(result: Verification) -> str:
    """What checking an archive found, as a sentence for a person; of a sample, that it is one comes first."""
    held = [counted(result.articles, "article"), counted(result.revisions, "revision"), counted(result.texts, "text")]
    size = counted(result.size, "byte")
    if not result.sample:
        return f"{'damaged' if result.damage else 'clean'}: {', '.join(held)}, {size}."
    found = f"damaged; {size} read" if result.damage else f"nothing bad found in the {size} read"
    return f"sample of {result.sample}: {found}, of {', '.join(held)}."


def added_lines(check: SealCheck) -> str:
    """One line for each record that came in since the seal: `since` or `backfilled`, its path, its digest."""
    return "".join(
        f"{'backfilled' if record.backfilled else 'since'}\t{one_line(record.path)}\t{record.sha256}\n"
        for record in check.added
    )


def seal_check_words(check: SealCheck) -> str:
    """What became of an archive since it was sealed, as a sentence for a person."""
    sealed = "; ".join(
        f"{one_line(seal.origin)}, {counted(seal.size, 'record')}, {seal.sealed_at}" for seal in check.seals
    )
    backfilled = sum(record.backfilled for record in check.added)
    told = f"held against {counted(len(check.seals), 'seal')} ({sealed}): "
    told += f"{counted(len(check.added), 'record')} came in since"
    return told + (f", {backfilled:,} of them with a time of capture before it." if backfilled else ".")


def repair_json(repair: Repair) -> str:
    """What a repair did, or would do."""
    steps = [
        {
            "path": step.path,
            "action": str(step.action),
            "sha256": step.sha256,
            "bytes": step.size,
            "reason": step.reason,
        }
        for step in repair.steps
    ]
    return document("repair", {"done": repair.done, "steps": steps, "remaining": damage_value(repair.remaining)})


def repair_lines(repair: Repair) -> str:
    """One line for each file: what becomes of it, or that nothing does; its path; why."""
    lines = [f"{step.action}\t{one_line(step.path)}\t{one_line(step.reason)}\n" for step in repair.steps]
    lines += [f"remains\t{one_line(damage.path)}\t{one_line(damage.what)}\n" for damage in repair.remaining]
    return "".join(lines)


def repair_words(repair: Repair) -> str:
    """What a repair did, or would do, as sentences for a person."""
    if not repair.steps and not repair.remaining:
        return "nothing to repair: this archive is clean."
    count = counted(len(repair.steps), "file")
    if repair.done:
        replaced = any(step.action is Action.REPLACE for step in repair.steps)
        told = f"repaired {count}{'; what was damaged is set aside in damaged/' if replaced else ''}."
    else:
        told = f"this is a plan, and nothing was done: {count} would be copied in. Do it with --yes."
    if repair.remaining:
        told += f" What cannot be taken from this copy: {counted(len(repair.remaining), 'file')}."
    return told


def merge_json(merged: Merged) -> str:
    """What came in from another archive."""
    counts = {"records": merged.records, "texts": merged.texts, "received": merged.received, "seals": merged.seals}
    articles = [each._asdict() | {"records": list(each.records)} for each in merged.articles]
    return document("merge", {**counts, "articles": articles})


def merge_lines(merged: Merged) -> str:
    """One line for each article that something came into: how many records, its id, and whether it is forked now."""
    return "".join(
        "\t".join(
            ["merged", one_line(each.article), counted(len(each.records), "record"), *["fork"] * (each.heads > 1)]
        )
        + "\n"
        for each in merged.articles
    )


def merge_words(merged: Merged) -> str:
    """What came in from another archive, as a sentence for a person."""
    if not merged.articles and not merged.seals:
        return "nothing to merge: all of it is here already."
    forks = sum(each.heads > 1 for each in merged.articles)
    told = f"merged {counted(len(merged.articles), 'article')}: {counted(merged.records, 'record')}, "
    told += f"{counted(merged.texts, 'text')}, {counted(merged.received, 'received file')}, "
    told += f"{counted(merged.seals, 'file')} of seals."
    return told + (f" Forked now: {counted(forks, 'article')}; archivist log shows the heads." if forks else "")
