"""
What every command of an officer has: its own id, made with the form it was given in.

A click made twice, or repeated by the browser after a broken line, bears the same id and is
one command.
"""

from uuid import uuid4

import reflex as rx

from officer_console.forms import is_command, typed_or_nothing
from rent.domain.officer import Officer
from web.components.fields import hidden
from web.native import Prop

FIELD = "command"


def new_command() -> str:
    """Return the id of a command that is yet to be given."""
    return uuid4().hex


def command_of(form: Prop, kind: str, officer: Officer) -> str:
    """
    Return the whole id of a command: nobody's id can be mistaken for another's.

    A form without one of our ids is a command of its own.
    """
    given = typed_or_nothing(form, FIELD, at_most=32)
    return f"{kind}:{officer.id}:{given if is_command(given) else new_command()}"


def command_field(command: rx.Var[str]) -> rx.Component:
    """Return the field that carries the id."""
    return hidden(FIELD, command)
