"""The carrier itself: takes messages both ways, moves them on, and calls the app back, signed."""

from __future__ import annotations

import http.client
import secrets
import threading
import time
import xml.etree.ElementTree as ET
from typing import Final
from urllib.parse import urlencode, urlsplit

from twilio.request_validator import RequestValidator

from messaging.delivery.standin.faults import Fault
from messaging.delivery.standin.rules import FATES, OPT_IN, OPT_OUT, OPTED_IN_REPLY, OPTED_OUT_REPLY, Fate, keyword
from messaging.delivery.standin.state import Call, Message, State
from rent.domain import segments

BETWEEN_STATUSES: Final = 0.3
TRIES: Final = 6
TRY_AGAIN_SECONDS: Final = 2.0
TIMEOUT_SECONDS: Final = 15
_SUCCESS: Final = range(200, 300)


class Carrier:
    """One carrier, its numbers and its clock."""

    def __init__(self, state: State, *, account: str, token: str, number: str, webhook_origin: str) -> None:
        """Serve one account, whose app listens at an origin."""
        self.state = state
        self.account = account
        self.token = token
        self.number = number
        self.webhook_origin = webhook_origin.rstrip("/")
        self._sign = RequestValidator(token).compute_signature
        self._wake = threading.Event()
        self._closed = threading.Event()
        self._clock = threading.Thread(target=self._run, name="standin-carrier", daemon=True)

    def start(self) -> None:
        """Move messages on for as long as the process lives, beginning with what a crash left."""
        self._clock.start()

    def stop(self) -> None:
        """Let time stand still again; everything that waits is kept."""
        self._closed.set()
        self._wake.set()
        self._clock.join(TIMEOUT_SECONDS)

    def take(self, *, to: str, sender: str, body: str, callback: str) -> Message | None:
        """Keep a message of the app's, and return it as it stands."""
        fate, sid, at = FATES.get(to, Fate()), f"SM{secrets.token_hex(16)}", time.time()
        with self.state.together() as now:
            self.state.add(
                now,
                sid=sid,
                direction="outbound",
                recipient=to,
                sender=sender,
                body=body,
                status="queued",
                error_code=fate.error_code,
                segments=segments.count(body).segments,
                created_at=at,
                callback=callback if callback.startswith(self.webhook_origin) else "",
                to_come=list(fate.statuses),
                next_at=at + BETWEEN_STATUSES,
            )
        self._wake.set()
        return self.state.get(sid)

    def text_from_phone(self, phone: str, body: str) -> str:
        """Send a text from a phone to the app; return its SID. The carrier acts on its own words first."""
        sid, at = f"SM{secrets.token_hex(16)}", time.time()
        doubled = self.state.take_fault(Fault.DOUBLE_WEBHOOK)
        with self.state.together() as now:
            parts = segments.count(body).segments
            self.state.add(
                now, sid=sid, direction="inbound", recipient=self.number, sender=phone, body=body, status="received", error_code=None,
                segments=parts, created_at=at, callback="", to_come=[], next_at=None,
            )  # fmt: skip
            form = self._form(sid, sender=phone, recipient=self.number) | {"Body": body, "NumMedia": "0", "NumSegments": str(parts)}
            url = f"{self.webhook_origin}/webhooks/twilio/sms"
            for _ in range(2 if doubled else 1):
                self.state.call(now, sid=sid, url=url, form=form | {"SmsStatus": "received"}, due_at=at, tries=TRIES)
        self._act_on_keyword(phone, keyword(body))
        self._wake.set()
        return sid

    def work(self) -> None:
        """Do everything that is due: give messages their next status, and make the calls."""
        at = time.time()
        with self.state.together() as now:
            for made in self.state.due(now, at):
                status, *to_come = made.to_come
                next_at = at + BETWEEN_STATUSES if to_come else None
                self.state.advance(now, made.sid, status=status, to_come=tuple(to_come), next_at=next_at, at=at)
                if made.callback:
                    code = {"ErrorCode": str(made.error_code)} if not to_come and made.error_code else {}
                    form = self._form(made.sid, sender=made.sender, recipient=made.recipient) | {"MessageStatus": status} | code
                    self.state.call(now, sid=made.sid, url=made.callback, form=form | {"SmsStatus": status}, due_at=at, tries=TRIES)
        calls = self.state.calls_due(at)
        if self.state.take_fault(Fault.BACKWARDS_CALLBACKS):
            calls = calls[::-1]
        for call in calls:
            self._make(call)

    def _run(self) -> None:
        while not self._closed.is_set():
            soonest = self.state.next_due()
            # Told at once of anything new; the long wait is for a clock that was set back.
            self._wake.wait(30 if soonest is None else max(0.0, min(30.0, soonest - time.time())))
            self._wake.clear()
            if not self._closed.is_set():
                self.work()

    def _make(self, call: Call) -> None:
        doubled = self.state.take_fault(Fault.DOUBLE_CALLBACKS)
        answers = [self._post(call) for _ in range(2 if doubled else 1)]
        answered = answers[0]
        failed = answered is None and call.tries_left > 1
        self.state.called(call, again_at=time.time() + TRY_AGAIN_SECONDS if failed else None)
        for body in _replies(answered or ""):
            self.take(to=call.form["From"], sender=self.number, body=body, callback="")

    def _post(self, call: Call) -> str | None:
        where = urlsplit(call.url)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": self._sign(call.url, dict(call.form)),
            "I-Twilio-Idempotency-Token": call.sid,
            "User-Agent": "TwilioProxy/1.1",
        }
        connection = http.client.HTTPConnection(where.hostname or "", where.port or 80, timeout=TIMEOUT_SECONDS)
        try:
            path = f"{where.path}?{where.query}" if where.query else where.path
            connection.request("POST", path, urlencode(call.form), headers)
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        return text if response.status in _SUCCESS else None

    def _act_on_keyword(self, phone: str, word: str) -> None:
        out, opted_out = word in OPT_OUT, self.state.is_opted_out(phone)
        if not out and not (word in OPT_IN and opted_out):
            return
        with self.state.together() as now:
            self.state.set_opted_out(now, phone, opted_out=out)
        self.take(to=phone, sender=self.number, body=OPTED_OUT_REPLY if out else OPTED_IN_REPLY, callback="")

    def _form(self, sid: str, *, sender: str, recipient: str) -> dict[str, str]:
        return {
            "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "AccountSid": self.account, "From": sender, "To": recipient,
            "ApiVersion": "2010-04-01", "MessagingServiceSid": "",
        }  # fmt: skip


def _replies(twiml: str) -> list[str]:
    # Our own app's answer, and it is read for its texts only.
    try:
        return [message.text for message in ET.fromstring(twiml).iter("Message") if message.text] if twiml else []  # noqa: S314
    except ET.ParseError:
        return []
