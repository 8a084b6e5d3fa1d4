"""The pages each door has: not found, and sorry."""

import reflex as rx

from web import localised
from web.focus import AskServer
from web.localised import say
from web.native import Prop
from web.not_found import ADVICE, HEADING
from web.service import Service
from web.shell import shell


def add_common_pages(app: rx.App, service: Service, problem_path: str, **options: Prop) -> None:
    """Add the not-found and the problem page to a door, in each of its languages."""

    def not_found() -> rx.Component:
        return shell(service, say(HEADING), rx.el.p(say(ADVICE), class_name="govuk-body"), AskServer.create())

    def problem() -> rx.Component:
        advice = say("Try again in a few minutes. If you were paying, check your payments before you pay again.")
        return shell(service, say("Sorry, there is a problem"), rx.el.p(advice, class_name="govuk-body"))

    # The router has one page for all it does not know, hence one language for it.
    with localised.at("/"):
        app.add_page(not_found(), route="404", title=say(HEADING), **options)
    localised.add_page(app, problem, problem_path, lambda: say("Sorry, there is a problem"), languages=service.languages, **options)
