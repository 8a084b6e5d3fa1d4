"""Stripe's own command line, unchanged, works against the stand-in."""

from __future__ import annotations

import json
import os
import queue
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import stripe
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.integration.payments.house import free_port, served

Run = Callable[..., subprocess.CompletedProcess[str]]
SECONDS = 60


@pytest.fixture
def command(node_modules: Path, standin: str, tmp_path: Path) -> list[str]:
    """Return the beginning of every command line: where the program is, and where it finds the stand-in."""
    return [str(node_modules / "@stripe/cli-linux-x64/bin/stripe"), "--api-base", standin, "--config", str(tmp_path / "config.toml")]


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Return an environment with a test key, a home of its own and nothing reported to anybody."""
    return {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "STRIPE_API_KEY": "sk_test_0123456789abcdef",
        "STRIPE_CLI_TELEMETRY_OPTOUT": "1",
    }


@pytest.mark.parametrize(
    ("trigger", "events"),
    [
        ("checkout.session.completed", {"checkout.session.completed", "payment_intent.succeeded", "charge.succeeded"}),
        ("checkout.session.expired", {"checkout.session.expired"}),
        ("checkout.session.async_payment_succeeded", {"checkout.session.completed", "payment_intent.processing"}),
        ("payment_intent.succeeded", {"payment_intent.created", "payment_intent.succeeded"}),
        ("payment_intent.payment_failed", {"payment_intent.payment_failed", "charge.failed"}),
        ("payment_intent.canceled", {"payment_intent.canceled"}),
        ("charge.refunded", {"charge.refunded", "refund.created"}),
        ("charge.dispute.created", {"charge.dispute.created"}),
        ("setup_intent.succeeded", {"setup_intent.succeeded"}),
        ("payment_method.attached", {"payment_method.attached"}),
    ],
)
def test_it_triggers(command: list[str], surroundings: dict[str, str], standin: str, trigger: str, events: set[str]):
    ended = subprocess.run([*command, "trigger", trigger], env=surroundings, capture_output=True, text=True, timeout=SECONDS, check=False)

    assert ended.returncode == 0, ended.stderr
    assert "Trigger succeeded" in ended.stdout
    assert events <= happened(standin)


def test_it_plays_a_fixture_of_rent_paid_in_pounds(command: list[str], surroundings: dict[str, str], standin: str):
    fixture = Path(__file__).parent / "rent_paid_and_part_refunded.json"

    ended = subprocess.run(
        [*command, "fixtures", str(fixture)], env=surroundings, capture_output=True, text=True, timeout=SECONDS, check=False
    )

    assert ended.returncode == 0, ended.stderr
    refund = asked(standin, "/v1/refunds")["data"][0]
    assert (refund["amount"], refund["currency"]) == (750, "gbp")


def test_it_posts_once_with_a_key_and_is_refused_another_body(command: list[str], surroundings: dict[str, str], standin: str):
    def post(amount: int) -> str:
        order = [*command, "post", "/v1/payment_intents", "-d", f"amount={amount}", "-d", "currency=gbp", "-i", "key-1"]
        return subprocess.run(order, env=surroundings, capture_output=True, text=True, timeout=SECONDS, check=False).stdout

    first, again, other = post(500), post(500), post(600)

    assert json.loads(first)["id"] == json.loads(again)["id"]
    assert json.loads(other)["error"]["type"] == "idempotency_error"
    assert len(asked(standin, "/v1/payment_intents")["data"]) == 1


def test_it_listens_and_forwards_signed_events(command: list[str], surroundings: dict[str, str], standin: str):
    with (
        receiver() as (address, arrived),
        listening([*command, "listen", "--forward-to", address, "--all-snapshot"], surroundings) as secret,
    ):
        httpx.post(f"{standin}/v1/customers", headers={"authorization": "Bearer sk_test_x"}, data={"description": "somebody"})
        body, signature = arrived.get(timeout=SECONDS)

    assert stripe.WebhookSignature.verify_header(body, signature, secret, tolerance=300)
    assert json.loads(body)["type"] == "customer.created"


@contextmanager
def receiver() -> Iterator[tuple[str, queue.Queue[tuple[bytes, str]]]]:
    arrived: queue.Queue[tuple[bytes, str]] = queue.Queue()

    async def hook(request: Request) -> Response:
        arrived.put((await request.body(), request.headers["stripe-signature"]))
        return Response()

    with served(Starlette(routes=[Route("/hook", hook, methods=["POST"])]), free_port()) as origin:
        yield f"{origin}/hook", arrived


@contextmanager
def listening(order: list[str], surroundings: dict[str, str]) -> Iterator[str]:
    """Run ``stripe listen`` until it is ready; give the secret it signs with."""
    with subprocess.Popen(order, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "whsec_" in line)
        yield next(word for word in said.split() if word.startswith("whsec_"))
        process.kill()


def asked(standin: str, path: str) -> dict[str, list[dict[str, object]]]:
    answer: dict[str, list[dict[str, object]]] = httpx.get(f"{standin}{path}", headers={"authorization": "Bearer sk_test_x"}).json()
    return answer


def happened(standin: str) -> set[str]:
    return {str(event["type"]) for event in asked(standin, "/v1/events?limit=100")["data"]}
