"""Measuring our way and another way to do the same work in turn, by the processor's time.

A machine that others use at the same time makes the clock say little. So both sides of a pair
run one right after the other, what counts is the user time of the processor, of all threads and
of processes that were started, and the result is the median of the ratios of the pairs.
"""

from __future__ import annotations

import re
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

Work = Callable[[], Any]
PAIRS = 7
# The kernel tells user time apart from its own by samples: what is shorter is repeated.
_SHORTEST = 0.2
_MOST = 1000


@dataclass(frozen=True)
class Row:
    """One operation, beside another way to do the same work.

    Attributes:
        operation: what is done.
        ours, other: our way and the other way.
        beside: what the other way is.
        aim: the ratio at most, or milliseconds at most where ``in_ms``.
        in_ms: the aim is one of milliseconds of ours.
        pairs: how often both are run, where it is not as often as everything else.
        prepare: done before each of ours, and not measured.
    """

    operation: str
    ours: Work
    other: Work
    beside: str
    aim: float | None = None
    in_ms: bool = False
    pairs: int | None = None
    prepare: Work = field(default=lambda: None)

    def measure(self, pairs: int) -> dict[str, Any]:
        """The medians, after each side has run to warm up; what runs but once does so cold."""
        times = [1, 1] if self.pairs == 1 else [*map(self._repeats, (self._ours, self.other))]
        pairs = self.pairs or pairs
        found = [
            (user_ms(self.ours, times[0], self.prepare), user_ms(self.other, times[1]))
            for _ in range(pairs)
        ]
        ratio = statistics.median(one / max(two, 0.001) for one, two in found)
        ours, other = (statistics.median(column) for column in zip(*found, strict=True))
        return {
            "operation": self.operation,
            "beside": self.beside,
            "ours_ms": round(ours, 2),
            "other_ms": round(other, 2),
            "ratio": round(ratio, 3),
            "pairs": pairs,
            "aim": self.aim,
            "aim_in_ms": self.in_ms,
            "is_met": None if self.aim is None else (ours if self.in_ms else ratio) <= self.aim,
        }

    def _ours(self) -> None:
        self.prepare()
        self.ours()

    @staticmethod
    def _repeats(work: Work) -> int:
        work()
        seconds = max(user_ms(work, 1) / 1000, _SHORTEST / _MOST)
        return max(1, round(_SHORTEST / seconds))


def user_ms(work: Work, times: int, prepare: Work | None = None) -> float:
    """Milliseconds of the processor for one time, also those of processes that it started."""
    spent = 0.0
    for _ in repeat(None, 1 if prepare is None else times):
        if prepare is not None:
            prepare()
        before = _user_seconds()
        for _ in repeat(None, times if prepare is None else 1):
            work()
        spent += _user_seconds() - before
    return 1000 * spent / times


def _user_seconds() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(who).ru_utime for who in whose)


def peak_mb(call: str) -> int:
    """The peak memory of a process that does one thing, in megabytes."""
    # What getrusage tells of a child begins with the size of the process that started it.
    code = (
        f"import re, pathlib, sanctions_data as sd\n{call}\n"
        "status = pathlib.Path('/proc/self/status').read_text()\n"
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', status)[1]) // 1024)"
    )
    told = subprocess.check_output([sys.executable, "-c", code], text=True)
    return int(re.findall(r"\d+", told)[-1])


def run_command(*arguments: str) -> None:
    """Run Python in a process of its own, and look at nothing that it prints."""
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
