"""
What the router of a single-page application forgets.

A client-side navigation leaves focus on nothing, so a screen reader says nothing: focus
moves to the new page's ``h1``. And a path the router does not know may be one of our
plain server pages: the not-found page asks the server before it believes itself.
"""

import reflex as rx

_FOCUS = """
const evenkeelPlace = useLocation();
const evenkeelFirst = useRef(true);
useEffect(() => {
  if (evenkeelFirst.current) { evenkeelFirst.current = false; return; }
  const heading = document.querySelector("main h1");
  if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus(); }
}, [evenkeelPlace.pathname]);
"""

# The document's own entry keeps the path it was loaded from: after one reload the two agree.
_ASK_SERVER = """
useEffect(() => {
  const [loaded] = performance.getEntriesByType("navigation");
  if (loaded && new URL(loaded.name).pathname !== window.location.pathname) window.location.reload();
}, []);
"""


class FocusOnNavigate(rx.Fragment):
    """Moves focus to the heading after each client-side navigation."""

    def add_imports(self) -> dict[str, list[str]]:
        """Return what the hook needs."""
        return {"react-router": ["useLocation"], "react": ["useEffect", "useRef"]}

    def add_hooks(self) -> list[str]:
        """Return the hook."""
        return [_FOCUS]


class AskServer(rx.Fragment):
    """Loads a page the router does not know from the server, once."""

    def add_imports(self) -> dict[str, list[str]]:
        """Return what the hook needs."""
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str]:
        """Return the hook."""
        return [_ASK_SERVER]
