"""What texts mean, in tables a housing officer could read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messaging.dialogue.understood import Intent, Risk
from messaging.understanding.amounts import amount_in
from messaging.understanding.normal import normal
from messaging.understanding.proof import born_on, postcode
from messaging.understanding.understand import understand
from rent.domain.money import Money, pounds
from tests.builders import TODAY


@pytest.mark.parametrize(
    "text", ["STOP", "stop", " Stop. ", "'STOP'", "stopall", "UNSUBSCRIBE", "end", "Quit!", "cancel", "revoke", "OptOut", "STOPIO", "atal"]
)
def test_the_exact_word_opts_out(text):
    understood = understand(text, today=TODAY)

    assert understood.intent is Intent.OPT_OUT
    assert understood.is_keyword


@pytest.mark.parametrize(
    "text",
    [
        "stop please",
        "please stop texting me",
        "take my number off your list",
        "halt these sms",
        "dont text me again",
        "peidiwch ag anfon negeseuon",
    ],
)
def test_their_own_words_opt_out(text):
    understood = understand(text, today=TODAY)

    assert understood.intent is Intent.OPT_OUT
    assert not understood.is_keyword


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("stop sending me letters", Intent.COMPLAINT),
        ("stop the eviction", Intent.LEGAL_NOTICE_QUERY),
        ("can you stop the court case", Intent.LEGAL_NOTICE_QUERY),
        ("dont stop texting me", Intent.HELP_SMALLTALK),
        ("cancel my direct debit", Intent.DIRECT_DEBIT),
        ("cancel the payment plan", Intent.CHANGE_PLAN),
        ("my uc has stopped", Intent.BENEFIT_QUERY),
        ("stop hounding me", Intent.COMPLAINT),
    ],
)
def test_stop_with_another_object_does_not_opt_out(text, intent):
    assert understand(text, today=TODAY).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "I want to die",
        "im going to kill myself",
        "i cant go on",
        "cant do this anymore",
        "i dont want to be here any more",
        "kms",
        "id be better off dead",
        "they'd be better off without me",
        "whats the point in living",
        "i took all my tablets",
        "nobody would miss me if i was gone",
        "i wish i was dead",
        "thinking of ending it all",
        "gonna jump off the bridge",
        "i might hurt myself",
        "been cutting myself",
        "he is hitting me",
        "she's going to kill me",
        "he has a knife",
        "my ex is outside the door",
        "he's kicking the door",
        "not feeling safe",
        "chest pains and cant breathe",
        "need an ambulance",
        "my baby is not breathing",
        "ill kill you",
        "i will burn the place down with me in it",
        "dwi eisiau marw",
        "dwi isio lladd fy hun",
        "chce umrzec",
        "quiero morir",
        "хочу умереть",
        "أريد أن أموت",
        "marna chahti hoon",
        "wanna unalive myself",
        "life is not worth living",
        "I can't live like this any longer",
        "yes ok pay £20 then ill end it all",
    ],
)
def test_a_life_at_risk_is_never_missed(text):
    understood = understand(text, today=TODAY)

    assert understood.intent is Intent.CRISIS_RISK
    assert understood.risk is Risk.LIFE


@pytest.mark.parametrize(
    "text",
    [
        "this rent is killing me",
        "im dying to get this sorted",
        "dead easy",
        "those stairs are a killer",
        "cant do this month sorry",
        "i dont want to go on the plan",
        "i cant live on £50 a week",
        "the boiler died",
        "my phone died",
        "i need it to stop texting me",
        "i cant carry on paying that",
        "murder on the buses today",
    ],
)
def test_an_idiom_is_not_a_crisis(text):
    assert understand(text, today=TODAY).intent is not Intent.CRISIS_RISK


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what do I owe", Intent.BALANCE_ENQUIRY),
        ("balance", Intent.BALANCE_ENQUIRY),
        ("BAL pls", Intent.BALANCE_ENQUIRY),
        ("faint sydd arna i", Intent.BALANCE_ENQUIRY),
        ("am i in arrears", Intent.BALANCE_ENQUIRY),
        ("can I pay £20", Intent.MAKE_PAYMENT),
        ("a tenner", Intent.MAKE_PAYMENT),
        ("dw i eisiau talu ugain punt", Intent.MAKE_PAYMENT),
        ("ill settle all of it", Intent.MAKE_PAYMENT),
        ("£20 a week", Intent.PROPOSE_PLAN),
        ("i already paid on friday", Intent.PAYMENT_QUERY),
        ("wrong number", Intent.WRONG_PERSON),
        ("you have the wrong person", Intent.WRONG_PERSON),
        ("the tenant has died", Intent.WRONG_PERSON),
        ("my mum died on sunday", Intent.VULNERABILITY_DISCLOSURE),
        ("im in breathing space", Intent.BREATHING_SPACE),
        ("bailiffs are coming tomorrow", Intent.LEGAL_NOTICE_QUERY),
        ("i want to complain", Intent.COMPLAINT),
        ("that balance is wrong", Intent.DISPUTE_DEBT),
        ("can someone ring me", Intent.SPEAK_TO_OFFICER),
        ("dwi isio siarad efo rhywun", Intent.SPEAK_TO_OFFICER),
        ("lost my job", Intent.HARDSHIP),
        ("the damp is making my baby ill", Intent.REPAIRS_DISREPAIR),
        ("send me a statement", Intent.BALANCE_ENQUIRY),
        ("yes", Intent.CONFIRM_YES),
        ("Iawn", Intent.CONFIRM_YES),
        ("nope", Intent.CONFIRM_NO),
        ("START", Intent.OPT_IN),
        ("help", Intent.HELP_SMALLTALK),
        ("bore da", Intent.HELP_SMALLTALK),
        ("is this a scam", Intent.HELP_SMALLTALK),
        ("urdu please", Intent.LANGUAGE_REQUEST),
        ("qwqwqwlpl", Intent.UNKNOWN),
    ],
)
def test_what_a_text_means(text, intent):
    assert understand(text, today=TODAY).intent is intent


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("£20", "£20"),
        ("20 quid", "£20"),
        ("a tenner", "£10"),
        ("a fiver", "£5"),
        ("2 tenners", "£20"),
        ("two tenners", "£20"),
        ("£1,234.56", "£1234.56"),
        ("fifty five pounds", "£55"),
        ("a hundred pounds", "£100"),
        ("two hundred quid", "£200"),
        ("not 45, make it 35 pounds", "£35"),
        ("20", "£20"),
        ("ugain punt", "£20"),
        ("on 5 december", None),
        ("3 kids", None),
        ("my credit score", None),
        ("in 2 weeks", None),
        ("£0", "£0"),
    ],
)
def test_amounts_as_people_text_them(text, amount):
    said = amount_in(normal(text))

    assert (said and said.amount) == (None if amount is None else pounds(amount))


def test_less_than_nothing_is_heard_as_such():
    said = amount_in(normal("pay -£5"))

    assert said is not None
    assert said.amount == Money(-500)


@pytest.mark.parametrize(
    "text",
    [
        "12/03/1985",
        "12.3.85",
        "12-03-1985",
        "12 3 1985",
        "12031985",
        "120385",
        "1985-03-12",
        "12 March 1985",
        "12th of mar 85",
        "12 mawrth 1985",
    ],
)
def test_dates_of_birth_day_before_month(text):
    assert born_on(normal(text), today=TODAY) == date(1985, 3, 12)


@pytest.mark.parametrize("text", ["31/02/1985", "12/13/1985", "12/03/2030", "hello", "0300 555 0100"])
def test_what_is_no_date_of_birth(text):
    assert born_on(normal(text), today=TODAY) is None


@pytest.mark.parametrize(
    ("text", "written"), [("ll57 1aa", "LL57 1AA"), ("LL571AA", "LL57 1AA"), ("m1 1aa", "M1 1AA"), ("sw1a1aa", "SW1A 1AA"), ("hello", None)]
)
def test_postcodes(text, written):
    assert postcode(normal(text)) == written


@given(st.text(max_size=400))
def test_no_text_whatever_is_too_much_for_the_grammar(text):
    understood = understand(text, today=TODAY)

    assert understood.because
    assert 0 <= understood.confidence <= 100
