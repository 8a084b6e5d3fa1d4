"""
Say "not found" even where no script runs.

Reflex answers an unknown path with an empty page that only its scripts fill. React passes
over elements it does not know when it takes a page over, so the words can simply stand
there, in every language, for whoever runs no scripts.
"""

from pathlib import Path

from reflex.plugins import Plugin

from rent import words
from web.localised import to_say

HEADING = to_say("Page not found")
ADVICE = to_say("If you typed the address, check it is correct. If you used a link, ask us for a new one.")


def without_scripts() -> str:
    """Return the words for a browser that runs no scripts."""
    parts = "".join(_part(language) for language in words.LOCALES)
    return f'<noscript><main class="govuk-width-container govuk-main-wrapper">{parts}</main></noscript>'


def _part(language: str) -> str:
    level = "h1" if language == words.LOCALES[0] else "h2"
    heading = f'<{level} class="govuk-heading-l">{words._(HEADING, language)}</{level}>'
    advice = f'<p class="govuk-body">{words._(ADVICE, language)}</p>'
    return f'<div lang="{language}" dir="{words.direction(language)}">{heading}{advice}</div>'


class NotFoundPlugin(Plugin):
    """Put the words into the page Reflex copies as its 404 after this hook."""

    def post_build(self, *, static_dir: Path, **_context: object) -> None:
        """Write the words at the end of the fallback page."""
        page = static_dir / "__spa-fallback.html"
        page.write_text(page.read_text("utf-8").replace("</body>", f"{without_scripts()}</body>", 1), "utf-8")
