"""
The pages that need no script: plain HTML from the server, for the worst phone and the worst line.

``page`` is all a door needs; ``routes`` puts one handler at its path in every language.
"""

from web.plain.pages import Problem, page
from web.plain.routes import routes

__all__ = ["Problem", "page", "routes"]
