"""
Rows in and out, a module per noun. Nothing here decides anything.

A ``Session`` is one open transaction. Whoever opened it commits; nothing in this package does.
"""

from sqlalchemy import Connection as Session

__all__ = ["Session"]
