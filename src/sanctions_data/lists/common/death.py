"""Whether the remarks of a list say that the person of an entry is dead.

Only a sentence that begins with it speaks of that person: a name before it, or a bracket behind
one, makes it another person's death.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sanctions_data.lists.common.entry import Attribute

_OPENING = r"(?:^|[.;] ?|\): ?|\) )"
_AS_SAID = (
    r"(?P<reported>(?:reportedly|reported|believed|presumed)(?: as| to (?:be|have been))?"
    r"|believed status/location:) "
)
_SURE = r"confirmed(?: as| to (?:be|have been))? "
_DEATH = r"(?:deceased|dead)\b|(?:to have )?died (?:on|in|at)\b|killed (?:on|in|by|as of|during)\b"
_SENTENCE = re.compile(rf"{_OPENING}(?:{_AS_SAID}|{_SURE})?(?:{_DEATH})", re.IGNORECASE)


def read_death(texts: Iterable[str]) -> Iterator[Attribute]:
    """Yield the attribute ``deceased`` if one of the texts says so; of several the surest.

    Its value is ``true``, or ``reported`` where the list itself only says what is reported.

    Example:
        >>> [each.value for each in read_death(["Belongs to a tribe. Deceased as of May 2015."])]
        ['true']
        >>> [each.value for each in read_death(["Reportedly killed in Syria in Jun. 2015."])]
        ['reported']
        >>> list(read_death(["Son of Ada Example (deceased). Has killed 34 civilians."]))
        []
    """
    found = [match["reported"] for text in texts for match in _SENTENCE.finditer(text)]
    if found:
        yield Attribute("deceased", "reported" if all(found) else "true")
