"""Words that stop, protect and make way: safety, silence, wrong numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from messaging.dialogue.say import Template
from messaging.wording.text import to_say

TEXTS: Final[Mapping[Template, str]] = {
    # The fixed reply of domain.md H4. No payment words, no landlord's jargon.
    Template.CRISIS: to_say(
        "I'm really sorry you're feeling like this. If you are in danger call 999. You can call Samaritans free any time on 116 123,"
        " text SHOUT to 85258, or call NHS 111 and choose option 2. A person from our team will contact you."
    ),
    Template.CRISIS_NEUTRAL: to_say(
        "Thank you for your message. If you need help now, call 999. If you cannot speak, press 55 when asked."
        " A person from {landlord} will be in touch."
    ),
    Template.WRONG_NUMBER: to_say("Sorry to have troubled you. {landlord} will not text this number again."),
    Template.SORRY_FOR_YOUR_LOSS: to_say(
        "We are very sorry for your loss. {landlord} will not text this number again. A person from our team will be in touch."
    ),
    Template.OPTED_OUT: to_say(
        "{landlord} will send you no more texts. You can still sign in, call or write to us. Text START if you want texts again."
    ),
    Template.OPTED_IN: to_say("You will get texts from {landlord} again. Text HELP to see what you can ask, or STOP to end them."),
    Template.NEUTRAL_HANDED: to_say(
        "Thank you for your message. A person from {landlord} will be in touch in the way you asked us to use."
    ),
    Template.LOCKED: to_say("We cannot go on here, to keep your account safe. Please call {phone}, or wait for us to call you."),
    Template.NO_CARD_NUMBERS: to_say(
        "Please do not text card numbers. We have not kept yours. Text PAY and we will send you a safe link to pay by."
    ),
    Template.TROUBLE: to_say("Sorry, we could not answer your message. A person will read it. If it is urgent call {phone}."),
}
