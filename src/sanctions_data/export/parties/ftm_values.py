"""Values in the form that FollowTheMoney wants, or none where it would not take them."""

from __future__ import annotations

import re
from collections.abc import Callable

_WEB = re.compile(r"(?:(https?)://)?([\w.-]+\.[A-Za-z]{2,})(/\S*)?", re.ASCII | re.IGNORECASE)
_MAIL = re.compile(r"([^@\s]+)@([^@\s]+\.[^@\s.]+)", re.ASCII)
_PHONE = re.compile(r"\+[\d ()./-]{8,}", re.ASCII)
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


def ftm_value(name: str, value: str) -> str | None:
    """A value in the form of its property, or None if FollowTheMoney would not take it.

    A telephone number without the code of its country is none, as nobody can dial it.

    Args:
        name: the property, such as ``website``.
        value: the value as the list prints it.

    Example:
        >>> ftm_value("website", "www.example.org"), ftm_value("imoNumber", "9051624")
        ('http://www.example.org/', 'IMO9051624')
        >>> ftm_value("phone", "(12) 34") is None
        True
    """
    return _FORMS[name](value) if name in _FORMS else value


def _country(value: str) -> str:
    return value.lower()


def _web(value: str) -> str | None:
    found = _WEB.fullmatch(value)
    if found is None:
        return None
    scheme, host, path = found.groups()
    return f"{(scheme or 'http').lower()}://{host.lower()}{path or '/'}"


def _mail(value: str) -> str | None:
    found = _MAIL.fullmatch(value)
    return f"{found[1]}@{found[2].lower()}" if found else None


def _phone(value: str) -> str | None:
    return "+" + re.sub(r"\D", "", value) if _PHONE.fullmatch(value) else None


def _imo(value: str) -> str:
    return f"IMO{value}"


def _bic(value: str) -> str | None:
    joined = value.replace(" ", "").upper()
    return joined if _BIC.fullmatch(joined) else None


_FORMS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("country", "nationality", "birthCountry", "flag", "pastFlags"), _country),
    "website": _web,
    "email": _mail,
    "phone": _phone,
    "imoNumber": _imo,
    "swiftBic": _bic,
}
