"""A console for which data is data: it takes no cell for markup, and obeys none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from sanctions_data.names.visible import make_visible


class PlainConsole(Console):
    r"""A console without markup and emoji codes, whose text cannot move the cursor.

    Example:
        >>> PlainConsole(width=40).print("Iran Air [/b] :smile: \x1b[2J")
        Iran Air [/b] :smile: \x1b[2J
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(markup=False, emoji=False, highlight=False, **options)

    def on_broken_pipe(self) -> None:
        """Let the command say how it ends when its reader, such as ``head``, has seen enough."""
        raise BrokenPipeError

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterable[Segment]:
        """The segments of what is printed, with signs that a terminal obeys made visible."""
        for segment in super().render(renderable, options):
            if segment.control or segment.text.isprintable() or segment.text == "\n":
                yield segment
            else:
                yield Segment(make_visible(segment.text), segment.style)
