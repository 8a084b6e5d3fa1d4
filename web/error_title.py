"""Begin the page's title with "Error:" while there is something to put right: it is what a screen reader says first."""

from typing import Final

import reflex as rx
from reflex_base.vars.base import VarData

from web.localised import say

_MARK_TITLE: Final = """
useEffect(() => {
  const mark = %(mark)s + " ";
  const bare = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title;
  document.title = %(wrong)s ? mark + bare : bare;
}, [%(wrong)s]);
"""


class ErrorTitle(rx.Fragment):
    """Marks the title while its flag is set."""

    is_wrong: rx.Var[bool]
    mark: rx.Var[str]

    def add_imports(self) -> dict[str, list[str]]:
        """Return what the hook needs."""
        return {"react": ["useEffect"]}

    def add_hooks(self) -> list[str | rx.Var]:
        """Return the hook."""
        script = _MARK_TITLE % {"mark": str(self.mark), "wrong": str(self.is_wrong)}
        return [rx.Var(script, _var_data=VarData.merge(self.is_wrong._get_all_var_data()))]  # noqa: SLF001 - Reflex offers no public way

    def _exclude_props(self) -> list[str]:
        """Return the names a fragment must not be given as attributes."""
        return ["is_wrong", "mark"]


def error_title(is_wrong: rx.Var[bool]) -> rx.Component:
    """Return what marks the title while the flag is set."""
    return ErrorTitle.create(is_wrong=is_wrong, mark=say("Error:"))
