"""Every path of the portal, without its locale."""

from typing import Final

from web.localised import in_locale

HOME: Final = "/"
STATEMENT: Final = "/statement"
PAY: Final = "/pay"
PAY_CHECK: Final = "/pay/check"
PAY_START: Final = "/pay/start"
PAY_RETURN: Final = "/pay/return"
MESSAGES: Final = "/messages"
PREFERENCES: Final = "/preferences"
HELP: Final = "/help"
ACCESSIBILITY: Final = "/accessibility"
PRIVACY: Final = "/privacy"

PROBLEM: Final = "/problem"
NOT_FOUND: Final = "/404"

# Plain server pages and forms.
SIGN_IN: Final = "/sign-in"
SIGN_IN_CODE: Final = "/sign-in/code"
CHOOSE_HOME: Final = "/choose-home"
SIGN_OUT: Final = "/sign-out"
EXIT: Final = "/exit"
BALANCE_WITHOUT_SCRIPT: Final = "/lite/balance"
PAY_WITHOUT_SCRIPT: Final = "/lite/pay"
PAY_LINK: Final = "/p"
PAID_WITHOUT_SCRIPT: Final = "/p/return"
LEFT_WITHOUT_SCRIPT: Final = "/p/left"
STATEMENT_CSV: Final = "/statement.csv"
STATEMENT_PDF: Final = "/statement.pdf"


def download(path: str, locale: str, *, account: int, first: str, last: str) -> str:
    """Return the address of a statement to keep; the days are ISO dates, both included."""
    return f"{in_locale(path, locale)}?account={account}&from={first}&to={last}"


def receipt(payment: str, locale: str, *, was_left: bool = False) -> str:
    """Return the address that shows a payment by its public id; ``was_left`` if its card page was left without paying."""
    return f"{in_locale(PAY_RETURN, locale)}?payment={payment}{'&left=yes' if was_left else ''}"
