"""Make small errors in the code, one at a time, and see whether the tests notice.

An error that no test notices is a *survivor*: either a test is missing, or the change makes no
difference. ``mutation.toml`` beside this file says which modules are tried by which tests, and
which changes make no difference, with the reason.

    python scripts/mutate.py --sample 200             # of all modules; the seed is 19
    python scripts/mutate.py --only tables/store.py   # every mutant of one module
    python scripts/mutate.py --like survivors.txt     # those of lines that it printed before

It works in a copy of the checkout, and needs ``os.fork``. A module whose every mutant was killed
is tried without a change as well, as tests that always fail notice nothing. Exit code 1 if fewer
than 92 % of the mutants were killed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shutil
import signal
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
SOURCE = "src/sanctions_data"
SEED, LEAST_KILLED, LONGEST = 19, 0.92, 180.0
# Imported once, before the forks, as they take longer than most tests.
HEAVY = ("pandas", "pyarrow.csv", "pandera.pandas", "hypothesis", "lxml.html", "requests")
_COPIED = ("src", "tests", "scripts", "docs", "datapackage.json", "pyproject.toml", "README.md")
_RULE = re.compile(r'@rule\(\s*"([a-z-]+)"')
_ROWS_OF_RULES = "test_rules.py or test_rule_texts.py"
_PRINTED = re.compile(r"\w[\w ]*? +(\S+\.py):\d+: (.* => .*)")
_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot,
    ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one small error: where, and what its text becomes."""

    module: str
    line: int
    before: str
    after: str
    source: bytes
    code: str

    @property
    def change(self) -> str:
        """What becomes what."""
        return f"{self.before} => {self.after}"

    def __str__(self) -> str:
        """One line: module, line, what becomes what."""
        return f"{self.module}:{self.line}: {self.change}"


def mutants_of(module: str) -> list[Mutant]:
    """Every mutant of a module, in order of place."""
    source = (ROOT / SOURCE / module).read_bytes()
    starts, lines = [0], source.split(b"\n")
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    made = []
    for node, changed in _changes(ast.parse(source)):
        begin = starts[node.lineno - 1] + node.col_offset  # type: ignore[attr-defined]
        end = starts[node.end_lineno - 1] + node.end_col_offset  # type: ignore[attr-defined]
        before, after = ast.unparse(node), ast.unparse(changed)
        text = f"({after})" if isinstance(changed, ast.expr) else after
        whole = source[:begin] + text.encode() + source[end:]
        number: int = node.lineno  # type: ignore[attr-defined]
        made.append(Mutant(module, number, before, after, whole, lines[number - 1].decode()))
    return made


def _changes(tree: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Nodes, each with what takes its place."""
    for node in _code(tree):
        match node:
            case ast.Compare(left, ops, rest):
                for number, op in enumerate(ops):
                    if swapped := _SWAPPED.get(type(op)):
                        others = [*ops[:number], swapped(), *ops[number + 1 :]]
                        yield node, ast.Compare(left, others, rest)  # type: ignore[arg-type]
            case ast.BoolOp(op, values):
                yield node, ast.BoolOp(_SWAPPED[type(op)](), values)  # type: ignore[arg-type]
            case ast.BinOp(left, op, right) if type(op) in _SWAPPED:
                yield node, ast.BinOp(left, _SWAPPED[type(op)](), right)  # type: ignore[arg-type]
            case ast.UnaryOp(ast.Not(), operand):
                yield node, operand
            case ast.Constant(bool() as value):
                yield node, ast.Constant(not value)
            case ast.Constant(int() as value):
                yield node, ast.Constant(value + 1)
            case ast.Raise() | ast.Expr(ast.Call()):
                yield node, ast.Pass()
            case ast.Continue():
                yield node, ast.Break()
            case ast.If(ast.Name() | ast.Call() | ast.Attribute() as test):
                yield test, ast.UnaryOp(ast.Not(), test)


def _code(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes below one, but for messages, annotations and what decorates a function."""
    yield node
    if isinstance(node, ast.JoinedStr):
        return
    for name, value in ast.iter_fields(node):
        if name in ("decorator_list", "annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _code(child)


def run_tests(mutant: Mutant, place: Path, tests: list[str], longest: float) -> str:
    """What became of a mutant in a copy of the checkout; ``killed`` as well if it never ends."""
    target = place / SOURCE / mutant.module
    sound = target.read_bytes()
    target.write_bytes(mutant.source)
    try:
        child = os.fork()
        if child == 0:
            os.setsid()
            _run_pytest(place, mutant, tests)
        deadline = time.monotonic() + longest
        while True:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                code = os.waitstatus_to_exitcode(status)
                return {0: "survived", 5: "no tests", 4: "no such tests"}.get(code, "killed")
            if time.monotonic() > deadline:
                os.killpg(child, signal.SIGKILL)
                os.waitpid(child, 0)
                return "killed"
            time.sleep(0.05)
    finally:
        target.write_bytes(sound)


def _run_pytest(place: Path, mutant: Mutant, tests: list[str]) -> None:
    import pytest

    os.chdir(place)
    os.environ["PYTHONPATH"] = str(place / "src")
    sys.path.insert(0, str(place / "src"))
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    rules = _RULE.findall(mutant.source.decode())
    # All rules at once take minutes for each mutant; of their rows those of its module suffice.
    wanted = " or ".join([*rules, "sound_tables", f"not ({_ROWS_OF_RULES})"])
    chosen = ["-k", wanted] if rules else []
    arguments = ["-n0", "-x", "-q", "-m", "", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    arguments += chosen
    os._exit(int(pytest.main([*arguments, f"{SOURCE}/{mutant.module}", *tests])))


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description="Try the tests on code with small errors.")
    parser.add_argument("--sample", type=int, default=0, help="how many; all if left out")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--part", default="0/1", help="such as 0/2 and 1/2, for two processes")
    parser.add_argument("--only", action="append", default=[], help="a module, such as cli/app.py")
    parser.add_argument("--like", type=Path, help="a file with lines that this script printed")
    options = parser.parse_args()
    known = tomllib.loads((ROOT / "scripts/mutation.toml").read_text(encoding="utf-8"))
    modules: dict[str, list[str]] = known["modules"]
    every = [m for module in options.only or modules for m in mutants_of(module)]
    same = known.get("equivalent", [])
    mutants = [m for m in every if not any(_is_equivalent(m, each) for each in same)]
    if options.like:
        lines = map(_PRINTED.fullmatch, options.like.read_text(encoding="utf-8").splitlines())
        printed = {found.groups() for found in lines if found}
        mutants = [m for m in mutants if (m.module, m.change) in printed]
    if options.sample:
        chosen = random.Random(options.seed).sample(range(len(mutants)), options.sample)
        mutants = [mutants[number] for number in sorted(chosen)]
    part, parts = map(int, options.part.split("/"))
    mutants = mutants[part::parts]
    for name in (*HEAVY, "pytest"):
        import_module(name)
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    with TemporaryDirectory() as scratch:
        place = _copy(Path(scratch))
        outcomes = [_try(each, place, modules) for each in mutants]
        _prove_sound(mutants, outcomes, place, modules)
    killed = outcomes.count("killed")
    share = killed / len(mutants)
    print(f"{killed} of {len(mutants)} mutants killed ({share:.1%}), of {len(every)} in all")
    return int(share < LEAST_KILLED)


def _is_equivalent(mutant: Mutant, listed: dict[str, str]) -> bool:
    """Whether it is one that is listed; ``in`` tells it from others that change the same word."""
    found = (mutant.module, mutant.change) == (listed["module"], listed["mutant"])
    return found and listed.get("in", "") in mutant.code


def _try(mutant: Mutant, place: Path, modules: dict[str, list[str]]) -> str:
    outcome = run_tests(mutant, place, modules.get(mutant.module, []), LONGEST)
    print(f"{outcome:9} {mutant}", flush=True)
    return outcome


def _prove_sound(
    mutants: list[Mutant], outcomes: list[str], place: Path, modules: dict[str, list[str]]
) -> None:
    """Stop if the tests of a module fail without a change; one that survived proves the same."""
    proved = {m.module for m, outcome in zip(mutants, outcomes, strict=True) if outcome != "killed"}
    for module in dict.fromkeys(m.module for m in mutants if m.module not in proved):
        sound = Mutant(module, 0, "nothing", "nothing", (ROOT / SOURCE / module).read_bytes(), "")
        if run_tests(sound, place, modules.get(module, []), 10 * LONGEST) != "survived":
            sys.exit(f"the tests of {module} fail without a change, and so prove nothing")


def _copy(place: Path) -> Path:
    """The copy of the checkout; the tables are linked, as no test writes them."""
    if not (place / "data").exists():
        for name in _COPIED:
            if (ROOT / name).is_dir():
                shutil.copytree(
                    ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__")
                )
            else:
                shutil.copy(ROOT / name, place / name)
        (place / "data").symlink_to(ROOT / "data")
    return place


if __name__ == "__main__":
    sys.exit(main())
