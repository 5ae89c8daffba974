"""What a shell offers behind the cursor: articles and selectors of the archive, and the scripts that ask for it."""

from __future__ import annotations

from enum import StrEnum

import typer

from archivist.errors import ArchivistError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from archivist.archive.store import Archive

_VARIABLE = "_ARCHIVIST_COMPLETE"
"""The environment variable by which a shell asks the program for completions (Typer's protocol)."""

_MOST = 200
"""The most revisions that are offered, the latest of them."""

_BASH = """\
_archivist_completion() {
    local line="${COMP_LINE:0:COMP_POINT}" words word
    read -ra words <<< "$line"
    [[ $line == *[[:space:]] ]] && words+=("")
    word="${words[-1]}"
    local IFS=$'\\n'
    COMPREPLY=( $( env COMP_WORDS="$line" COMP_CWORD=$(( ${#words[@]} - 1 )) _ARCHIVIST_COMPLETE=complete_bash "$1" ) )
    # bash replaces what stands behind the last of its word breaks only, and for it an @ or a : is one
    local breaks="${COMP_WORDBREAKS//[^@:]/}"
    [[ -n $breaks && $word == *["$breaks"]* ]] && COMPREPLY=( "${COMPREPLY[@]#"${word%"${word##*["$breaks"]}"}"}" )
    return 0
}

complete -o default -F _archivist_completion archivist
"""


_ZSH = """\
#compdef archivist
_archivist_completion() {
    eval "$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _ARCHIVIST_COMPLETE=complete_zsh archivist)"
}
compdef _archivist_completion archivist
"""

_FISH = """\
function __archivist_complete
    env _ARCHIVIST_COMPLETE=complete_fish _TYPER_COMPLETE_FISH_ACTION=$argv[1] \\
        _TYPER_COMPLETE_ARGS=(commandline -cp) archivist
end
complete --command archivist --no-files --arguments "(__archivist_complete get-args)" \\
    --condition "__archivist_complete is-args"
"""


class Shell(StrEnum):
    """The shells that there is a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


SCRIPTS = {Shell.BASH: _BASH, Shell.ZSH: _ZSH, Shell.FISH: _FISH}
"""What makes each shell complete archivist's command lines."""


def ready() -> None:
    """Make the program answer a shell, where one asks."""
    import os

    if _VARIABLE in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # makes Typer know its shells


def article_ids(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of articles that begin as given; none where there is no archive to read."""
    return [(one, "") for one in _ids(ctx, incomplete)]


def revisions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The ids of articles; behind an `@`, or of an article that is spelt out, its revisions with their times."""
    article, at, _ = incomplete.partition("@")
    found = [] if at else [(one, "") for one in _ids(ctx, incomplete)]
    try:
        selectors = list(_selectors(_archive(ctx), article))
    except (ArchivistError, OSError):
        return found
    return [*found, *((name, says) for name, says in selectors if name.startswith(incomplete))]


def _ids(ctx: typer.Context, incomplete: str) -> list[str]:
    try:
        return [one.id for one in _archive(ctx).articles() if one.id.startswith(incomplete)]
    except (ArchivistError, OSError):
        return []


def _selectors(archive: Archive, article: str) -> Iterator[tuple[str, str]]:
    """Each revision by its number and the time of its capture, then `latest`, then the days."""
    history = archive.revisions(article)
    known = list(enumerate(history.revisions, 1))[-_MOST:]
    for number, revision in known:
        yield f"{article}@{number}", revision.captured_at
    yield f"{article}@latest", known[-1][1].captured_at
    for day in dict.fromkeys(revision.captured_at[:10] for _, revision in known):
        yield f"{article}@{day}", "as it stood then"


def _archive(ctx: typer.Context) -> Archive:
    """The archive that the words before the cursor mean."""
    from archivist.cli.places import archive_at

    return archive_at(ctx.params.get("archive"), ctx.find_root().params.get("archive"))
