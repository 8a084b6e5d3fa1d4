"""Words about an account, said only to whoever proved who they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from messaging.dialogue.say import Template
from messaging.wording.text import to_say

TEXTS: Final[Mapping[Template, str]] = {
    Template.BALANCE_OWED: to_say("On {day} you owe {amount} on your rent account."),
    Template.BALANCE_WITH_BENEFIT: to_say("On {day} you owe {amount} on your rent account. {benefit} of it is benefit on its way."),
    Template.BALANCE_CREDIT: to_say("On {day} your rent account is {amount} in credit. You owe nothing."),
    Template.BALANCE_NOTHING: to_say("On {day} you owe nothing on your rent account."),
    Template.RENT: to_say("Your next rent of {amount} is due on {day}."),
    Template.RENT_NONE: to_say("There is no rent due on your account. If you have a question call {phone}."),
    Template.STATEMENT: to_say("Sign in at {portal} to see your statement or save it as a file. If you want it on paper, call {phone}."),
    Template.HOW_MUCH: to_say("On {day} you owe {amount}. How much do you want to pay now? Text an amount, like 20, or ALL."),
    Template.PAY_THIS: to_say("Do you want to pay {amount} now? Text YES or NO."),
    Template.LINK: to_say("To pay {amount} to your rent account go to {link} The link works for one hour."),
    Template.NO_LINK: to_say("Sorry, we could not make a link to pay by. Please call {phone}."),
    Template.TOO_MUCH: to_say("That is more than the {amount} you owe. How much do you want to pay?"),
    Template.TOO_LITTLE: to_say("The least you can pay by card is {least} and the most is {amount}. How much do you want to pay?"),
    Template.NOTHING_TO_PAY: to_say("On {day} there is nothing to pay on your rent account."),
}
