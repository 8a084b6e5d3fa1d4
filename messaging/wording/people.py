"""Words that hand over to a person, ask who somebody is, and say what can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from messaging.dialogue.say import Template
from messaging.wording.text import to_say

TEXTS: Final[Mapping[Template, str]] = {
    Template.HANDED_NOW: to_say("A person from our team will answer you today. If it is urgent call {phone}."),
    Template.HANDED_LATER: to_say(
        "Our office is closed now. A person from our team will answer you on {day}. If it is urgent call {phone}."
    ),
    Template.UPSET_OFFER_STOP: to_say("We are sorry. We have passed on what you said. Text STOP if you want no more texts from us."),
    Template.HAZARD: to_say("If you smell gas call 0800 111 999. If anyone is in danger call 999. For an urgent repair call {phone} now."),
    Template.LEGAL: to_say("This is important. Free advice: Shelter 0808 800 4444 or Citizens Advice 0800 144 8848."),
    Template.HARDSHIP: to_say(
        "Thank you for telling us. We want to help. For free, private money advice call National Debtline on 0808 808 4000."
    ),
    Template.BREATHING_SPACE: to_say(
        "Someone who knows about Breathing Space will look at this and answer you. Rent from now on is still due."
    ),
    Template.NOT_UNDERSTOOD: to_say("Sorry, we did not understand. You can text BALANCE, PAY, STATEMENT or PERSON, or call {phone}."),
    Template.NO_PICTURES: to_say("Sorry, we can only read words here, not pictures or sound. Please tell us in words, or call {phone}."),
    Template.LANGUAGE: to_say("{landlord} will use this language from now on. Text HELP to see what you can ask."),
    Template.LANGUAGE_LATER: to_say(
        "We cannot write that here yet. A person will call you, with an interpreter if you need one. Or call {phone}."
    ),
    Template.WHO_ARE_YOU: to_say(
        "This is {landlord}. To keep your details safe, please text your date of birth and your postcode, like 31/12/1980 AB1 2CD."
    ),
    Template.BOTH_PLEASE: to_say("Please text both your date of birth and your postcode, like 31/12/1980 AB1 2CD."),
    Template.NO_MATCH: to_say("Sorry, that does not match what we hold. Please text both your date of birth and your postcode again."),
    Template.NUMBER_NOT_ON_FILE: to_say(
        "This is {landlord}. We do not have this number on file, so we cannot help with an account here. Please call {phone}."
    ),
    Template.NUMBER_TOO_NEW: to_say(
        "This number is new to us. To keep you safe we cannot talk about your account here before {day}. Please call {phone}."
    ),
    Template.SIGN_IN_INSTEAD: to_say("Thank you. Please sign in at {portal} or call {phone}."),
    Template.NOTHING_PENDING: to_say("Thank you. There is nothing waiting for your answer. Text HELP to see what you can ask."),
    Template.ALL_RIGHT: to_say("All right, we have done nothing. Text HELP to see what you can ask."),
    Template.THANKS: to_say("You're welcome."),
    Template.HELP: to_say("This is {landlord}. You can text BALANCE, PAY, STATEMENT or PERSON. Text STOP to end texts. Or call {phone}."),
}
