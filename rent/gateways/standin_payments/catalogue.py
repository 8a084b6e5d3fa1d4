"""Customers, products, prices, payment methods, set-ups: what the rest leans on."""

from __future__ import annotations

import time
from typing import Final

from rent.gateways.standin_payments import cards
from rent.gateways.standin_payments.api import Call, Endpoint
from rent.gateways.standin_payments.book import Thing
from rent.gateways.standin_payments.form import is_true, whole
from rent.gateways.standin_payments.happenings import tell
from rent.gateways.standin_payments.refusals import Refused, missing

CUSTOMER_FIELDS: Final = ("name", "email", "phone", "description")


def _customer(call: Call) -> Thing:
    made = call.book.new("customer", "cus", metadata=call.metadata(), **{name: call.params.get(name) for name in CUSTOMER_FIELDS})
    tell(call.book, "customer.created", made)
    return made


def _update_customer(call: Call) -> Thing:
    customer = call.thing("customer")
    customer.update({name: call.params[name] for name in CUSTOMER_FIELDS if name in call.params})
    customer["metadata"] = {**customer["metadata"], **call.metadata()}
    tell(call.book, "customer.updated", call.book.save(customer))
    return customer


def _product(call: Call) -> Thing:
    if not call.params.get("name"):
        raise missing("name")
    made = call.book.new(
        "product",
        "prod",
        name=call.params["name"],
        description=call.params.get("description"),
        metadata=call.metadata(),
        updated=int(time.time()),
    )
    tell(call.book, "product.created", made)
    return made


def _price(call: Call) -> Thing:
    amount = whole(call.params, "unit_amount")
    made = call.book.new(
        "price",
        "price",
        currency=call.params["currency"],
        product=call.thing("product", str(call.params.get("product")))["id"],
        unit_amount=amount,
        unit_amount_decimal=str(amount),
        metadata=call.metadata(),
    )
    tell(call.book, "price.created", made)
    return made


def _method(call: Call) -> Thing:
    kind = call.params.get("type")
    details = call.params.get(str(kind)) or {}
    if kind == "card":
        return cards.named(call.book, details["token"]) if "token" in details else cards.card(call.book, details.get("number", ""))
    if kind == "bacs_debit":
        return cards.debit(call.book, details.get("account_number", ""))
    if kind == "sepa_debit":
        return cards.sepa(call.book, details.get("iban", ""))
    raise Refused(f"The stand-in has no {kind}.", param="type")


def _attach(call: Call) -> Thing:
    method = cards.named(call.book, call.ids["id"])
    method["customer"] = call.thing("customer", str(call.params.get("customer")))["id"]
    tell(call.book, "payment_method.attached", call.book.save(method))
    return method


def _setup(call: Call) -> Thing:
    made = call.book.new(
        "setup_intent",
        "seti",
        customer=call.params.get("customer"),
        description=call.params.get("description"),
        metadata=call.metadata(),
    )
    made["client_secret"] = f"{made['id']}_secret_standin"
    tell(call.book, "setup_intent.created", call.book.save(made))
    name = call.params.get("payment_method")
    return _set_up(call, made, name) if is_true(call.params, "confirm") else made


def _set_up(call: Call, intent: Thing, name: str | None) -> Thing:
    method = cards.named(call.book, name or intent["payment_method"] or "")
    if cards.Outcome(method["_outcome"]) in cards.DECLINES:
        intent["last_setup_error"] = {"type": "card_error", "code": "card_declined", "message": "Your card was declined."}
        tell(call.book, "setup_intent.setup_failed", call.book.save(intent))
        raise Refused("Your card was declined.", status=402, kind="card_error", code="card_declined")
    intent.update(status="succeeded", payment_method=method["id"])
    tell(call.book, "setup_intent.succeeded", call.book.save(intent))
    return intent


ENDPOINTS = (
    Endpoint("POST", "/v1/customers", _customer, "CustomerCreateParams"),
    Endpoint("GET", "/v1/customers", lambda call: call.listed("customer", "email"), "CustomerListParams"),
    Endpoint("GET", "/v1/customers/{id}", lambda call: call.thing("customer"), "CustomerRetrieveParams"),
    Endpoint("POST", "/v1/customers/{id}", _update_customer, "CustomerUpdateParams"),
    Endpoint("POST", "/v1/products", _product, "ProductCreateParams"),
    Endpoint("GET", "/v1/products/{id}", lambda call: call.thing("product"), "ProductRetrieveParams"),
    Endpoint("POST", "/v1/prices", _price, "PriceCreateParams"),
    Endpoint("GET", "/v1/prices/{id}", lambda call: call.thing("price"), "PriceRetrieveParams"),
    Endpoint("POST", "/v1/payment_methods", _method, "PaymentMethodCreateParams"),
    Endpoint("GET", "/v1/payment_methods/{id}", lambda call: cards.named(call.book, call.ids["id"]), "PaymentMethodRetrieveParams"),
    Endpoint("POST", "/v1/payment_methods/{id}/attach", _attach, "PaymentMethodAttachParams"),
    Endpoint("POST", "/v1/setup_intents", _setup, "SetupIntentCreateParams"),
    Endpoint("GET", "/v1/setup_intents/{id}", lambda call: call.thing("setup_intent"), "SetupIntentRetrieveParams"),
    Endpoint(
        "POST",
        "/v1/setup_intents/{id}/confirm",
        lambda call: _set_up(call, call.thing("setup_intent"), call.params.get("payment_method")),
        "SetupIntentConfirmParams",
    ),
)
