"""What can be made to go wrong, for tests and for demonstrations."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """Each happens as many times as it was asked for."""

    REFUSE = "REFUSE"
    LOSE_ANSWER = "LOSE_ANSWER"
    TOO_MANY = "TOO_MANY"
    DOUBLE_CALLBACKS = "DOUBLE_CALLBACKS"
    BACKWARDS_CALLBACKS = "BACKWARDS_CALLBACKS"
    DOUBLE_WEBHOOK = "DOUBLE_WEBHOOK"


IN_WORDS = {
    Fault.REFUSE: "Answer 500 and take nothing",
    Fault.LOSE_ANSWER: "Take the message, then answer 500",
    Fault.TOO_MANY: "Answer 429, too many requests",
    Fault.DOUBLE_CALLBACKS: "Report each state twice",
    Fault.BACKWARDS_CALLBACKS: "Report the states in the wrong order",
    Fault.DOUBLE_WEBHOOK: "Deliver the tenant's text twice",
}
