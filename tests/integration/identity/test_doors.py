"""Both doors over real HTTP."""

import re
import time
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlalchemy import select

from rent.domain.tenancy import MemberRole
from rent.store.tables.homes import properties, tenancies
from rent.store.tables.identity import officers
from rent.store.tables.people import tenancy_members
from tests.builders import a_charge, a_line, save_account, save_postings, save_tenancy
from tests.integration.identity.people import PASSWORD, a_tenant, an_officer_at_work, another, asks, code_on, public_id_of, texts_to
from web.plain.same_time import FLOOR

ARABIC_NOUGHT = 0x660
EVIL = "https://evil.example"
BIRTHDAY = {"born_day": "29", "born_month": "2", "born_year": "1980"}


def kept(house, build, *args, **said):
    with house.at_work() as session:
        return build(session, *args, **said)


def code_for(house, tenant):
    with house.at_work() as session:
        return code_on(session, tenant)


def signed_in(house, browser, tenant):
    one = browser()
    one.fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)
    one.fill_in("/sign-in/code", code=code_for(house, tenant))
    return one


def test_a_tenant_signs_in_by_a_code_and_sees_their_own_balance(house, browser):
    tenant = kept(house, a_tenant)
    with house.at_work() as session:
        account = save_account(session, tenant.tenancy_id, lines=[a_line()])
        save_postings(session, a_charge("£123.45", account_id=account))
    one = browser()

    asked = one.fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)
    welcomed = one.fill_in("/sign-in/code", code=code_for(house, tenant))
    balance = one.get("/lite/balance")

    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in/code")
    assert (welcomed.status_code, welcomed.headers["location"]) == (303, "/")
    assert balance.status_code == 200
    assert "You owe £123.45" in balance.text
    assert "Your next rent of £120 is due on" in balance.text
    assert "<script" not in balance.text


def test_every_answer_is_the_same_whoever_asks_and_whatever_was_wrong(house, browser):
    found, unsafe, elsewhere = kept(house, a_tenant), kept(house, a_tenant, contact={"is_safe": False}), kept(house, a_tenant)
    asked = {
        "found": {"reference": found.reference, **BIRTHDAY},
        "unknown reference": {"reference": "T000", **BIRTHDAY},
        "another birthday": {"reference": elsewhere.reference, **BIRTHDAY, "born_day": "28"},
        "no safe phone": {"reference": unsafe.reference, **BIRTHDAY},
    }

    answers = {who: answer_to(browser(), typed) for who, typed in asked.items()}

    assert len(set(answers.values())) == 1, answers
    with house.at_work() as session:
        assert [len(texts_to(session, one.phone)) for one in (found, unsafe, elsewhere)] == [1, 0, 0]


def answer_to(one, typed):
    """Return all a stranger can tell the answers to both questions by, but for what is random in every one."""
    before = time.monotonic()
    asked = one.fill_in("/sign-in", **typed)
    between = time.monotonic()
    page = one.get("/sign-in/code")
    refused = one.fill_in("/sign-in/code", code="000000")
    after = time.monotonic()
    assert between - before >= FLOOR
    assert after - between >= FLOOR
    seen = [
        (answer.status_code, *sorted(answer.headers.keys()), re.sub(r'value="\w{64}"', "", answer.text))
        for answer in (asked, page, refused)
    ]
    return str(seen)


def test_the_locked_out_and_the_one_who_asked_too_often_see_no_difference_either(house, browser):
    locked, eager, fine = (kept(house, a_tenant) for _ in range(3))
    now = datetime.now(UTC)
    with house.at_work() as session:
        for _ in range(10):
            asks(session, locked, at=now, address="198.51.100.254", born_on=date(1999, 1, 1))
        for _ in range(5):
            asks(session, eager, at=now, address="198.51.100.253")

    answers = {answer_to(browser(), {"reference": tenant.reference, **BIRTHDAY}) for tenant in (locked, eager, fine)}

    assert len(answers) == 1
    with house.at_work() as session:
        assert [len(texts_to(session, one.phone)) for one in (locked, eager, fine)] == [0, 5, 1]


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(house, browser):
    tenant = kept(house, a_tenant)
    one = browser()
    one.fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)

    welcomed = one.fill_in("/sign-in/code", code=code_for(house, tenant))

    (cookie,) = [header for header in welcomed.headers.get_list("set-cookie") if header.startswith("tenant=")]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert attributes == {"httponly", "path=/", "samesite=lax"}


def test_the_right_code_is_refused_in_a_browser_that_asked_for_another(house, browser):
    tenant, neighbour = kept(house, a_tenant), kept(house, a_tenant)
    browser().fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)
    thief = browser()
    thief.fill_in("/sign-in", reference=neighbour.reference, **BIRTHDAY)

    answer = thief.fill_in("/sign-in/code", code=code_for(house, tenant))

    assert answer.status_code == 422
    assert "tenant" not in thief.cookies


def test_a_form_from_another_site_or_without_our_token_is_refused(house, browser):
    tenant = kept(house, a_tenant)
    foreign, forged = browser(), browser()

    from_elsewhere = foreign.fill_in("/sign-in", origin=EVIL, reference=tenant.reference, **BIRTHDAY)
    without_token = forged.post(
        "/sign-in",
        data={"reference": tenant.reference, "born-day": "29", "born-month": "2", "born-year": "1980"},
        headers={"origin": house.portal},
    )

    assert from_elsewhere.status_code == 403
    assert without_token.status_code == 422
    with house.at_work() as session:
        assert texts_to(session, tenant.phone) == []


def test_a_token_made_for_another_browser_is_refused(house, browser):
    tenant = kept(house, a_tenant)
    one, other = browser(), browser()
    one.get("/sign-in")
    token = re.search(r'name="form_token" value="(\w+)"', other.get("/sign-in").text)[1]
    typed = {"reference": tenant.reference, "born-day": "29", "born-month": "2", "born-year": "1980", "form_token": token}

    answer = one.post("/sign-in", data=typed, headers={"origin": house.portal})

    assert answer.status_code == 422


def test_what_was_typed_is_kept_when_something_is_missing(house, browser):
    answer = browser().fill_in("/sign-in", reference="T42 <b>", born_day="31", born_month="2", born_year="1980")

    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert 'value="T42 &lt;b&gt;"' in answer.text
    assert 'href="#born-day"' in answer.text


@pytest.mark.parametrize(
    "reference",
    [
        pytest.param("T1\x00\n", id="letters no database keeps"),
        pytest.param("' OR 1=1 --", id="a query"),
        pytest.param("🏠" * 60, id="houses"),
    ],
)
def test_an_odd_reference_is_only_an_unknown_one(browser, reference):
    answer = browser().fill_in("/sign-in", reference=reference, **BIRTHDAY)

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in/code")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"reference": "T" * 201, **BIRTHDAY}, id="a reference without end"),
        pytest.param({"reference": "T1", **BIRTHDAY, "born_year": "9" * 30}, id="a year without end"),
        pytest.param({"reference": "T1", **BIRTHDAY, "born_year": "3026"}, id="a birthday to come"),
    ],
)
def test_what_nobody_means_is_asked_again(browser, typed):
    assert browser().fill_in("/sign-in", **typed).status_code == 422


def test_a_form_without_end_is_not_read(house, browser):
    answer = browser().post("/sign-in", data={"reference": "T" * 100_000}, headers={"origin": house.portal})

    assert answer.status_code == 400


def test_a_code_may_be_typed_in_the_digits_of_ones_own_script(house, browser):
    tenant = kept(house, a_tenant, language="ar")
    one = browser()
    one.fill_in("/ar/sign-in", reference=tenant.reference, born_day="٢٩", born_month="٢", born_year="١٩٨٠")
    code = code_for(house, tenant).translate({ord(str(digit)): chr(ARABIC_NOUGHT + digit) for digit in range(10)})

    answer = one.fill_in("/ar/sign-in/code", code=f"{code[:3]} {code[3:]}")

    assert (answer.status_code, answer.headers["location"]) == (303, "/ar/")


def test_nothing_personal_stands_in_an_address_or_in_a_page_before_the_code(house, browser):
    tenant = kept(house, a_tenant)
    one = browser()
    asked = one.fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)
    page = one.get("/sign-in/code")

    said = asked.headers["location"] + page.text

    assert not [word for word in (tenant.reference, "1980", tenant.phone, tenant.phone[-4:], "Ceri") if word in said]


@pytest.mark.parametrize(
    ("leave", "where"),
    [
        pytest.param(lambda one: one.post("/sign-out", headers={"origin": one.origin}), "/sign-in", id="signing out"),
        pytest.param(lambda one: one.get("/exit"), "https://www.bbc.co.uk/weather", id="Exit this page"),
    ],
)
def test_the_session_is_over_at_once_by(house, browser, leave, where):
    one = signed_in(house, browser, kept(house, a_tenant))
    stolen = one.cookies["tenant"]

    left = leave(one)

    assert (left.status_code, left.headers["location"]) == (303, where)
    assert "storage" in left.headers["clear-site-data"]
    assert "tenant" not in one.cookies
    again = httpx.get(f"{house.portal}/lite/balance", cookies={"tenant": stolen})
    assert (again.status_code, again.headers["location"]) == (303, "/sign-in")


def test_signing_in_again_ends_the_session_before(house, browser):
    tenant = kept(house, a_tenant)
    one = signed_in(house, browser, tenant)
    before = one.cookies["tenant"]

    one.fill_in("/sign-in", reference=tenant.reference, **BIRTHDAY)
    one.fill_in("/sign-in/code", code=code_for(house, tenant))

    assert one.get("/lite/balance").status_code == 200
    assert httpx.get(f"{house.portal}/lite/balance", cookies={"tenant": before}).status_code == 303


@pytest.mark.parametrize("path", ["/lite/balance", "/choose-home", "/sign-in/code"])
def test_nobody_sees(browser, path):
    answer = browser().get(path)

    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def test_somebody_with_two_homes_chooses_and_cannot_choose_a_neighbours(house, browser):
    tenant, neighbour = kept(house, a_tenant), kept(house, a_tenant)
    with house.at_work() as session:
        second = save_tenancy(session)
        row = {"tenancy_id": second, "person_id": tenant.person_id, "role": MemberRole.TENANT, "starts_on": datetime.now(UTC).date()}
        session.execute(tenancy_members.insert().values(**row))
        address = session.execute(
            select(properties.c.address).join(tenancies, tenancies.c.property_id == properties.c.id).where(tenancies.c.id == second)
        ).scalar_one()
        chosen, theirs = public_id_of(session, second), public_id_of(session, neighbour.tenancy_id)
    one = signed_in(house, browser, tenant)

    refused = one.fill_in("/choose-home", home=theirs)
    turned = one.fill_in("/choose-home", home=chosen)

    assert (refused.headers["location"], turned.headers["location"]) == ("/choose-home", "/")
    assert address in one.get("/lite/balance").text


def test_the_pages_speak_welsh_and_arabic_below_their_own_paths(browser):
    one = browser()

    pages = {locale: one.get(f"/{locale}/sign-in").text for locale in ("cy", "ar")}

    assert '<html lang="cy" dir="ltr"' in pages["cy"]
    assert '<html lang="ar" dir="rtl"' in pages["ar"]
    assert 'action="/cy/sign-in"' in pages["cy"]


def test_an_officer_signs_in_once_by_each_code_and_out_again(house, browser):
    with house.at_work() as session:
        _, email, authenticator = an_officer_at_work(session)
    one, thief = browser(house.console), browser(house.console)
    code = authenticator.now()

    welcomed = one.fill_in("/sign-in", email=email, password=PASSWORD, code=code)
    replayed = thief.fill_in("/sign-in", email=email, password=PASSWORD, code=code)
    left = one.post("/sign-out", headers={"origin": house.console})

    (cookie,) = [header for header in welcomed.headers.get_list("set-cookie") if header.startswith("officer=")]
    assert (welcomed.status_code, welcomed.headers["location"]) == (303, "/")
    assert {"httponly", "samesite=strict"} <= {part.strip().lower() for part in cookie.split(";")}
    assert replayed.status_code == 422
    assert left.headers["location"] == "/sign-in"
    assert "officer" not in one.cookies


def test_an_officers_refusals_look_the_same(house, browser):
    with house.at_work() as session:
        _, email, authenticator = an_officer_at_work(session)
        _, gone, theirs = an_officer_at_work(session)
        session.execute(officers.update().where(officers.c.email == gone).values(disabled_at=datetime.now(UTC) - timedelta(days=1)))
    right, wrong = authenticator.now(), another(authenticator.now())
    tried = (
        {"email": email, "password": PASSWORD, "code": wrong},
        {"email": email, "password": "three herons by the weir", "code": right},
        {"email": "nobody@landlord.example", "password": PASSWORD, "code": right},
        {"email": gone, "password": PASSWORD, "code": theirs.now()},
    )

    answers = {refusal_of(browser(house.console), typed) for typed in tried}

    assert len(answers) == 1


def refusal_of(one, typed):
    before = time.monotonic()
    answer = one.fill_in("/sign-in", **typed)
    assert time.monotonic() - before >= FLOOR
    assert typed["password"] not in answer.text
    return answer.status_code, re.sub(r'value="\w{64}"', "", answer.text).replace(typed["email"], "")
