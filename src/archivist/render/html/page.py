"""The shell of every HTML page: what stands around its content, and the rule that nothing else may run in it."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from archivist.model.noun import NamedTuple
from archivist.model.version import VERSION
from archivist.render.html.escape import NOTHING, Html, element, joined, line, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Policy(NamedTuple):
    """Sources that a page may load from besides its own inline style and script.

    Each is a list of source expressions of a Content-Security-Policy (`"'self'"`, `"data:"`); empty for a page that
    is one file.
    """

    style: Sequence[str] = ()
    script: Sequence[str] = ()
    image: Sequence[str] = ()


class Page(NamedTuple):
    """What differs from page to page.

    `main` is the content of the main landmark, `header` what stands above it and `footer` below it, each left out
    where it is empty. `style` and `script` are the one inline style sheet and the one inline script, as text. `head`
    holds further elements of the head (links to a feed, to the next page). `language` is a BCP 47 tag: the language of
    the words of this program, not of the text that is shown. `skip` is the text of the link that leads to `main`.
    """

    title: str
    main: Html
    style: str = ""
    script: str = ""
    header: Html = NOTHING
    footer: Html = NOTHING
    head: Sequence[Html] = ()
    description: str = ""
    language: str = "en"
    skip: str = "Skip to the content"
    policy: Policy = Policy()


def document(page: Page) -> str:
    """The whole HTML document.

    Its Content-Security-Policy (W3C, level 3) allows the page's own inline style and script by their hash, the sources
    of `page.policy`, and nothing else: no script, picture, font, frame, form or request of anybody else's.
    """
    return "".join(
        [
            "<!doctype html>\n",
            f'<html lang="{line(page.language)}">\n',
            joined(_head(page), Html("\n")),
            "\n<body>\n",
            joined(_body(page), Html("\n")),
            "\n</body>\n</html>\n",
        ]
    )


def _head(page: Page) -> list[Html]:
    parts = [
        Html("<head>"),
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_content_policy(page)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content=f"archivist {VERSION}"),
        element("title", line(page.title)),
    ]
    if page.description:
        parts.append(element("meta", name="description", content=page.description))
    parts += page.head
    if page.style:
        parts.append(_raw("style", page.style))
    return [*parts, Html("</head>")]


def _body(page: Page) -> list[Html]:
    parts = [element("a", text(page.skip), class_="skip", href="#main")]
    if page.header:
        parts.append(element("header", page.header, class_="page"))
    parts.append(element("main", page.main, id="main", tabindex=-1))
    if page.footer:
        parts.append(element("footer", page.footer, class_="page"))
    if page.script:
        parts.append(_raw("script", page.script))
    return parts


def _raw(name: str, content: str) -> Html:
    """A style or script element, whose content HTML does not unescape: it must not hold an end tag."""
    if "</" in content or "<!--" in content:
        raise ValueError(f"a {name} of a page must not contain `</` or `<!--`")
    return Html(f"<{name}>{content}</{name}>")


def _content_policy(page: Page) -> str:
    allowed = {
        "default-src": ["'none'"],
        "style-src": [*_hash(page.style), *page.policy.style],
        "script-src": [*_hash(page.script), *page.policy.script],
        "img-src": [*page.policy.image],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    none = ["'none'"]
    return "; ".join(f"{name} {' '.join(sources or none)}" for name, sources in allowed.items())


def _hash(content: str) -> list[str]:
    """The source expression that allows just this inline content."""
    if not content:
        return []
    return [f"'sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}'"]
