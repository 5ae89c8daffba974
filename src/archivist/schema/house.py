"""An archive's own schema: stricter rules that its records must hold as well as the published ones."""

from __future__ import annotations

from os.path import commonpath, join, realpath

from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from archivist.errors import UnreadableError
from archivist.model.problem import Problem
from archivist.schema.checker import in_order, located
from archivist.schema.files import read_plain
from archivist.schema.positions import scan
from archivist.schema.strict import loads, visible
from archivist.schema.validators import DIALECT, Validator, formats, registry, validator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from referencing.jsonschema import Schema


class House:
    """An archive's own schema, ready for use. Made by `load`."""

    def __init__(self, document: Mapping[str, object], where: str) -> None:
        self.where = where
        self._validator = validator(document)

    def check(self, value: object, where: str, data: bytes | None = None) -> tuple[Problem, ...]:
        """All problems that `value`, read from the file called `where`, has with this schema."""
        try:
            return located(self._validator.iter_errors(value), where, data)
        except RecursionError:
            return (
                Problem(
                    self.where, "", None, "This schema refers to itself without end; nothing can hold against it."
                ),
            )


def load(data: bytes, where: str) -> tuple[House | None, tuple[Problem, ...]]:
    """The schema in the file called `where`, or None and everything that keeps it from being used."""
    document, problems = loads(data, where)
    if document is None or problems:
        return None, problems
    if document.get("$schema", DIALECT) != DIALECT:
        line = scan(data.decode("utf-8")).lines["$schema",]
        return None, (Problem(where, "$['$schema']", line, f"Expected {DIALECT}."),)
    meta = Validator(Validator.META_SCHEMA, format_checker=formats())
    problems = located(meta.iter_errors(document), where, data) or in_order(_unusable(document, where))
    return (None if problems else House(document, where)), problems


def inside(archive: str, path: str) -> tuple[House | None, tuple[Problem, ...]]:
    """The schema at `path` in the folder of an archive, as `load` gives it. A path that leads out of it is refused."""
    where = join(archive, path)  # noqa: PTH118  # paths are strings in this floor
    if commonpath((realpath(archive), realpath(where))) != realpath(archive):
        return None, (_unmet(where, "This path leads out of the archive; the archive's own schema must lie in it."),)
    try:
        data = read_plain(where)
    except UnreadableError as error:
        reason = str(error).removeprefix(f"{where}: ")
        return None, (_unmet(where, f"The archive's own schema cannot be read: {reason}"),)
    return load(data, where)


def _unusable(document: Schema, where: str) -> Iterator[Problem]:
    """References that lead nowhere (nothing is ever fetched) and formats that nothing here can check."""
    rest = [(document, registry().resolver_with_root(DRAFT202012.create_resource(document)))]
    while rest:
        part, resolver = rest.pop()
        if isinstance(part, bool):
            continue
        for keyword in ("$ref", "$dynamicRef"):
            target = part.get(keyword)
            if target is not None and not _leads_somewhere(resolver.lookup, target):
                yield _unmet(where, f"{keyword} {target!r} is not in this file, and nothing is fetched.")
        name = part.get("format")
        if name is not None and name not in formats().checkers:
            yield _unmet(where, f"The format {name!r} cannot be checked here; a pattern can say the same.")
        inner = (DRAFT202012.create_resource(sub) for sub in DRAFT202012.subresources_of(part))
        rest.extend((sub.contents, resolver.in_subresource(sub)) for sub in inner)


def _unmet(where: str, what: str) -> Problem:
    return Problem(where, "", None, visible(what[:300]))


def _leads_somewhere(lookup: Callable[[str], object], reference: str) -> bool:
    try:
        lookup(reference)
    except (Unresolvable, ValueError):
        return False
    return True
