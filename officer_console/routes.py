"""Every path of the officer console, without its locale."""

from typing import Final

WORKLIST: Final = "/"
PROBLEM: Final = "/problem"
NOT_FOUND: Final = "/404"
SIGN_IN: Final = "/sign-in"
SIGN_OUT: Final = "/sign-out"
ACCESSIBILITY: Final = "/accessibility"
PRIVACY: Final = "/privacy"
