"""
Asks now and then whether anything is new, for a page that keeps itself up to date.

It rests while the page is hidden and asks at once when it is seen again. Nothing travels
but a question: who asks, and what they may see, the server finds out anew each time.
"""

from typing import Any

import reflex as rx

_COMPONENT = """
function EvenkeelTicker({ every, onTick }) {
  const asked = useRef(onTick);
  asked.current = onTick;
  useEffect(() => {
    const ask = () => { if (document.visibilityState === "visible") { asked.current(); } };
    const clock = setInterval(ask, every);
    document.addEventListener("visibilitychange", ask);
    return () => { clearInterval(clock); document.removeEventListener("visibilitychange", ask); };
  }, [every]);
  return null;
}
"""


class Ticker(rx.Component):
    """Calls ``on_tick`` every so many milliseconds while the page can be seen."""

    tag = "EvenkeelTicker"

    every: rx.Var[int]
    on_tick: rx.EventHandler[rx.event.no_args_event_spec]

    def add_imports(self) -> dict[str, Any]:
        """Return what the component needs."""
        return {"react": [rx.ImportVar(tag="useEffect"), rx.ImportVar(tag="useRef")]}

    def add_custom_code(self) -> list[str]:
        """Return the component itself."""
        return [_COMPONENT]
