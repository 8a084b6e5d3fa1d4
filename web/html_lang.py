"""
Give each prerendered page its own ``lang`` and ``dir``.

Reflex knows one ``html_lang`` for a whole application, so the built files are corrected
afterwards; Reflex tells React not to mind the difference when it hydrates.
"""

from pathlib import Path

from reflex.plugins import Plugin

from rent import words


class HtmlLangPlugin(Plugin):
    """Correct the opening tag of every page outside the first locale."""

    def post_build(self, *, static_dir: Path, **_context: object) -> None:
        """Rewrite ``<html lang="en"`` in the pages of each other locale."""
        first, *others = words.LOCALES
        for language in others:
            opening = f'<html lang="{language}" dir="{words.direction(language)}"'
            for page in [*(static_dir / language).rglob("*.html"), static_dir / f"{language}.html"]:
                if page.exists():
                    page.write_text(page.read_text("utf-8").replace(f'<html lang="{first}"', opening, 1), "utf-8")
