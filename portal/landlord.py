"""Whose homes these are, as every page of the portal shows them."""

import asyncio

import reflex as rx

from web.landlord import landlord_name, landlord_phone
from web.markers import public


class Landlord(rx.State):
    """The landlord as every page shows them, signed in or not."""

    name: str = ""
    phone: str = ""

    @rx.event
    @public
    async def load(self) -> None:
        """Fetch the name and the number."""
        self.name = await asyncio.to_thread(landlord_name)
        self.phone = await asyncio.to_thread(landlord_phone)
