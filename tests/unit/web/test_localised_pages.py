"""Paths, languages and pages once per locale."""

import pytest

from web.html_lang import HtmlLangPlugin
from web.localised import here, in_locale, locale_of_path, say, speaking, without_locale


@pytest.mark.parametrize(
    ("path", "locale", "localised"),
    [("/", "en", "/"), ("/pay", "en", "/pay"), ("/", "cy", "/cy/"), ("/pay", "ar", "/ar/pay")],
)
def test_a_path_bears_its_locale_unless_it_is_english(path, locale, localised):
    assert in_locale(path, locale) == localised
    assert locale_of_path(localised) == locale
    assert without_locale(localised) == path


@pytest.mark.parametrize("path", ["/cymru", "/xx/pay", "", "/pay/cy"])
def test_a_path_that_only_looks_localised_is_english(path):
    assert locale_of_path(path) == "en"


def test_a_page_is_compiled_in_one_locale_at_a_time():
    with speaking("cy"):
        inside = here("/pay")

    assert (inside, here("/pay")) == ("/cy/pay", "/pay")


def test_english_is_said_as_it_is_written():
    assert say("{count} payments", count=2) == "2 payments"


def test_built_pages_name_their_language_and_direction(tmp_path):
    for page in ("index.html", "cy/index.html", "ar/pay/index.html", "ar.html"):
        (tmp_path / page).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / page).write_text('<!DOCTYPE html><html lang="en"><body lang="en">')

    HtmlLangPlugin().post_build(static_dir=tmp_path)

    openings = {page.relative_to(tmp_path).as_posix(): page.read_text() for page in tmp_path.rglob("*.html")}
    assert openings["index.html"].startswith('<!DOCTYPE html><html lang="en"><')
    assert openings["cy/index.html"].startswith('<!DOCTYPE html><html lang="cy" dir="ltr"><body lang="en">')
    assert openings["ar.html"] == openings["ar/pay/index.html"]
    assert openings["ar.html"].startswith('<!DOCTYPE html><html lang="ar" dir="rtl">')
