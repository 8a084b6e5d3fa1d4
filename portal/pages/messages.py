"""The texts between us and a tenant, to be read again."""

import reflex as rx

from portal.landlord import Landlord
from portal.parts.frame import page_for_tenants, while_loading
from portal.presenters.messages import MessageView, messages
from rent import runtime
from rent.usecases.people.see_own_messages import see_own_messages
from web.components.messages import messages as conversation
from web.database import ask
from web.guard import signed_in
from web.localised import locale_of, say
from web.markers import tenant


class MessagesState(rx.State):
    """The conversation in view."""

    said: rx.Field[list[MessageView]] = rx.field(default_factory=list)
    is_ready: bool = False

    @rx.event
    @tenant
    async def load(self) -> None:
        """Fetch the latest messages."""
        who = signed_in(self)
        said = await ask(see_own_messages, person_id=who.person_id, tenancy_id=who.tenancy_id, today=runtime.today())
        self.said, self.is_ready = messages(said, locale_of(self)), True


def title() -> str:
    """Return the page's title, which says nothing to somebody who looks over a shoulder."""
    return say("Messages")


def page() -> rx.Component:
    """Return the page."""
    none = rx.el.p(say("There are no messages yet."), class_name="govuk-body")
    shown = rx.cond(MessagesState.said.length() > 0, conversation(MessagesState.said, label=say("Messages, oldest first")), none)
    return page_for_tenants(
        say("Messages"),
        rx.el.p(
            say("These are the texts between you and us. To answer, send us a text or call us:"),
            " ",
            rx.el.bdi(Landlord.phone, class_name="ek-number"),
            class_name="govuk-body",
        ),
        while_loading(MessagesState.is_ready, shown),
        exits=True,
    )
