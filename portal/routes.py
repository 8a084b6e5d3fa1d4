"""Every path of the portal, without its locale."""

from typing import Final

HOME: Final = "/"
PROBLEM: Final = "/problem"
NOT_FOUND: Final = "/404"
SIGN_IN: Final = "/sign-in"
EXIT: Final = "/exit"
ACCESSIBILITY: Final = "/accessibility"
PRIVACY: Final = "/privacy"
