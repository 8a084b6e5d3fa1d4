"""The texts between us and a tenant."""

from datetime import UTC, datetime

from portal.presenters.messages import messages
from rent.domain.message import Author, Delivery
from rent.store.threads import Said

AT = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


def test_what_a_tenant_wrote_is_theirs_and_stays_as_it_was():
    (shown,) = messages([Said(AT, Author.TENANT, "<b>balance?</b>")], "en")

    assert (shown.from_us, shown.sender, shown.text) == (False, "You", "<b>balance?</b>")


def test_a_moment_is_by_the_clocks_of_london():
    (shown,) = messages([Said(AT, Author.SYSTEM, "Hello", "en", Delivery.DELIVERED)], "en")

    assert shown.at == "1 July 2026, 10:30"


def test_a_text_that_did_not_arrive_says_so():
    (shown,) = messages([Said(AT, Author.ASSISTANT, "Hello", "en", Delivery.UNDELIVERED)], "en")

    assert (shown.from_us, shown.at) == (True, "1 July 2026, 10:30, did not arrive")
