"""The only sender that knows Twilio."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit

from requests.exceptions import ConnectionError as Broken
from requests.exceptions import ConnectTimeout, Timeout
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client
from urllib3.exceptions import MaxRetryError, NewConnectionError

from rent.ports import ProviderMessage, ProviderTrouble, SendUnknown, Sent, Undelivered

TIMEOUT_SECONDS: Final = 10.0
VALID_SECONDS: Final = 4 * 60 * 60
LISTED_MAX: Final = 100
_SERVER_ERROR: Final = 500
_TOO_MANY: Final = 429

# Source: payments.md 4.4
WHY_NOT: Final[Mapping[int, Undelivered]] = {
    20003: Undelivered.OURS,
    20429: Undelivered.TOO_FAST,
    21211: Undelivered.NO_SUCH_NUMBER,
    21408: Undelivered.NOT_ALLOWED,
    21603: Undelivered.OURS,
    21606: Undelivered.OURS,
    21610: Undelivered.OPTED_OUT,
    21611: Undelivered.TOO_FAST,
    21614: Undelivered.LANDLINE,
    30001: Undelivered.TOO_FAST,
    30003: Undelivered.UNREACHABLE,
    30004: Undelivered.BLOCKED,
    30005: Undelivered.NO_SUCH_NUMBER,
    30006: Undelivered.LANDLINE,
    30007: Undelivered.FILTERED,
    30008: Undelivered.UNKNOWN,
}


class TwilioTexts:
    """Texts through Twilio, or through a stand-in that speaks like it."""

    def __init__(self, *, account: str, token: str, sender: str, service: str, status_callback: str, base_url: str | None = None) -> None:
        """Send from a number or a messaging service. ``base_url`` is given for a stand-in only."""
        # Never max_retries: creating a message has no idempotency key, so a retry is a second text.
        http = _LocalHttpClient(base_url) if base_url else TwilioHttpClient(timeout=TIMEOUT_SECONDS)
        self._client = Client(account, token, http_client=http)
        self._from: dict[str, str] = {"messaging_service_sid": service} if service else {"from_": sender}
        self._status_callback = status_callback

    def send(self, *, to: str, body: str, reference: str) -> Sent:
        """
        Hand over one message, once.

        :raises SendUnknown: if no answer came, or one that tells nothing
        :raises ProviderTrouble: if it surely was not taken and later may be
        """
        callback = f"{self._status_callback}?ref={reference}"
        try:
            made = self._client.messages.create(to=to, body=body, status_callback=callback, validity_period=VALID_SECONDS, **self._from)
        except TwilioRestException as refusal:
            return _refused(refusal)
        except (Broken, Timeout, TwilioException) as trouble:
            if _never_left(trouble):
                raise ProviderTrouble from trouble
            raise SendUnknown from trouble
        return Sent(made.sid, str(made.status))

    def listed(self, *, to: str, since: datetime) -> Iterator[ProviderMessage]:
        """
        Yield the messages Twilio has for a number since a moment, newest first.

        :raises ProviderTrouble: if Twilio cannot be asked
        """
        try:
            for made in self._client.messages.stream(to=to, limit=LISTED_MAX):
                if made.date_created is not None and made.date_created < since.replace(microsecond=0):
                    return
                yield ProviderMessage(made.sid, made.to, made.body, str(made.status), made.error_code, made.date_sent)
        except (Broken, Timeout, TwilioException) as trouble:
            raise ProviderTrouble from trouble


class _LocalHttpClient(TwilioHttpClient):  # type: ignore[misc]  # Twilio's client has no types
    """Sends what is meant for Twilio to another address instead."""

    def __init__(self, base_url: str) -> None:
        super().__init__(timeout=TIMEOUT_SECONDS)
        self._base = urlsplit(base_url)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401 (Twilio's own shape)
        asked = urlsplit(url)
        return super().request(method, urlunsplit((self._base.scheme, self._base.netloc, asked.path, asked.query, "")), *args, **kwargs)


def _refused(refusal: TwilioRestException) -> Sent:
    if refusal.status >= _SERVER_ERROR:
        raise SendUnknown from refusal
    if refusal.status == _TOO_MANY:
        raise ProviderTrouble from refusal
    code = int(refusal.code)
    return Sent(None, "failed", WHY_NOT.get(code, Undelivered.UNKNOWN), code)


def _never_left(trouble: Exception) -> bool:
    if isinstance(trouble, ConnectTimeout):
        return True
    cause = trouble.args[0] if trouble.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)
