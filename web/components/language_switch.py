"""Links to the same page in the other languages."""

import reflex as rx

from rent import words
from web.localised import in_locale, locale, route, say
from web.native import native_a


def language_switch() -> rx.Component:
    """Return the switch; a full page load, because the document's own language changes."""
    return rx.el.nav(
        rx.el.ul(*map(_language, words.LOCALES), class_name="ek-languages"),
        custom_attrs={"aria-label": say("Language")},
    )


def _language(language: str) -> rx.Component:
    name = words.NAMES.get(language, language)
    if language == locale():
        return rx.el.li(rx.el.span(name, custom_attrs={"aria-current": "true"}))
    return rx.el.li(
        native_a(
            name,
            href=in_locale(route(), language),
            lang=language,
            href_lang=language,
            rel="alternate",
        )
    )
