"""Reading the small TOML files that hold what people know, such as the legal forms.

A file stands beside the module that uses it. It is read once, into a frozen dataclass, and
checked by the types of the fields, so that a slip of the pen is an error that names its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Form = TypeVar("Form")

_KINDS = {str: "a text", int: "a whole number", float: "a number"}


class KnowledgeError(ValueError):
    """A file of knowledge does not have the form that its reader expects."""


def read_knowledge(package: str, name: str, form: type[Form]) -> Form:
    """A TOML file of a package as a dataclass.

    Args:
        package: the package that holds the file.
        name: the name of the file.
        form: a dataclass; see ``parse_knowledge``.

    Raises:
        KnowledgeError: the file is no TOML, or does not fit the dataclass.
    """
    return parse_knowledge(files(package).joinpath(name).read_text(encoding="utf-8"), name, form)


def parse_knowledge(text: str, name: str, form: type[Form]) -> Form:
    """The text of a TOML file as a dataclass.

    Args:
        text: what the file holds.
        name: how messages name the file.
        form: a dataclass whose fields are ``str``, ``int``, ``float``, another dataclass, or a
            ``tuple[T, ...]``, ``frozenset[T]`` or ``Mapping[str, T]`` of these.

    Raises:
        KnowledgeError: the text is no TOML, a key is not known, missing or of another type, or
            a set holds a value twice; the message names the key.

    Example:
        >>> from dataclasses import dataclass
        >>> @dataclass(frozen=True)
        ... class Points:
        ...     name: int
        >>> parse_knowledge("name = 45", "points.toml", Points)
        Points(name=45)
        >>> parse_knowledge("names = 45", "points.toml", Points)
        Traceback (most recent call last):
        sanctions_data.names.knowledge.KnowledgeError: points.toml: found the key names, which is \
not known; did you mean name?
    """
    try:
        written = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{name}: no valid TOML: {error}") from None
    return _to_dataclass(form, written, f"{name}:", "")


def _to_dataclass(form: type[Form], written: Mapping[str, Any], file: str, within: str) -> Form:
    types = get_type_hints(form)
    wanted = [field.name for field in fields(form)]  # type: ignore[arg-type]
    for key in written:
        if key not in wanted:
            near = get_close_matches(key, wanted, n=1) or [f"one of {', '.join(wanted)}"]
            raise KnowledgeError(
                f"{file} found the key {within}{key}, which is not known; did you mean {near[0]}?"
            )
    if missing := [f"{within}{key}" for key in wanted if key not in written]:
        raise KnowledgeError(f"{file} {', '.join(missing)} is missing; add it")
    return form(**{key: _convert(types[key], written[key], file, within + key) for key in wanted})


def _convert(form: Any, value: Any, file: str, place: str) -> Any:
    """A value of TOML as the type that the field has."""
    if is_dataclass(form):
        if not isinstance(value, dict):
            raise _unexpected(value, "a table", file, place)
        return _to_dataclass(form, value, file, f"{place}.")  # type: ignore[arg-type]
    container, parts = get_origin(form), get_args(form)
    if container is Mapping:
        if not isinstance(value, dict):
            raise _unexpected(value, "a table", file, place)
        found = {
            key: _convert(parts[1], each, file, f"{place}.{key}") for key, each in value.items()
        }
        return MappingProxyType(found)
    if container in (tuple, frozenset):
        return _convert_list(container, parts[0], value, file, place)
    is_number = form is float and type(value) is int
    if type(value) is not form and not is_number:
        raise _unexpected(value, _KINDS[form], file, place)
    return form(value)


def _convert_list(container: Any, form: Any, value: Any, file: str, place: str) -> Any:
    if not isinstance(value, list):
        raise _unexpected(value, "a list", file, place)
    found = container(
        _convert(form, each, file, f"{place}[{number}]") for number, each in enumerate(value)
    )
    if len(found) != len(value):
        twice = next(each for number, each in enumerate(value) if each in value[:number])
        raise KnowledgeError(f"{file} {place} holds {twice!r} twice; remove one of them")
    return found


def _unexpected(value: Any, expected: str, file: str, place: str) -> KnowledgeError:
    return KnowledgeError(f"{file} {place}: found {value!r}, expected {expected}")
