"""Whom the office trusts to issue signing certificates: roots, intermediate issuers, revocation lists; plain values.

None is shipped. The administrator imports the files; they are read within walls
(:mod:`pipeline.signing.inside_trust`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from pipeline.kernel.errors import Text


class Kind(StrEnum):
    """What was imported; the value is stored."""

    ROOT = "root"
    ISSUER = "issuer"
    LIST = "list"
    PERSON = "person"


KINDS = {
    Kind.ROOT: Text("sertifikat akar", "root certificate"),
    Kind.ISSUER: Text("sertifikat penerbit", "issuer's certificate"),
    Kind.LIST: Text("daftar pencabutan", "revocation list"),
    Kind.PERSON: Text("sertifikat orang", "a person's certificate"),
}


@dataclass(frozen=True)
class Found:
    """One certificate or revocation list in a file.

    ``fingerprint`` is the SHA-256 of its DER (``der``, base64), ``since`` and ``until`` its days (ISO, UTC; of a
    list: this and the next update), ``proven_by`` the fingerprint of the certificate, known or in the same import,
    whose key signed it ("" if none; its own for a root). ``key`` tells lists of one issuer apart from others.
    """

    kind: Kind
    fingerprint: str
    subject: str
    since: str
    until: str
    der: str
    proven_by: str = ""
    key: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Trusted:
    """One thing that the administrator imported, by which account and when (ISO, UTC)."""

    kind: Kind
    fingerprint: str
    subject: str
    since: str
    until: str
    der: str
    key: str
    by: str
    at: str

    def to_json(self) -> str:
        """Return it as the JSON that is stored."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1)


def trusted_from(text: str) -> Trusted:
    """Read back what :meth:`Trusted.to_json` gave. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    plain: dict[str, Any] = json.loads(text)
    return Trusted(**{**plain, "kind": Kind(plain["kind"])})


def found_from(plain: Mapping[str, Any]) -> Found:
    """Return a thing found from its plain values. Raises ``ValueError``, ``KeyError``, ``TypeError``."""
    return Found(**{**plain, "kind": Kind(plain["kind"])})


def request_of(trusted: Iterable[Trusted]) -> dict[str, list[str]]:
    """Return what the check is told to trust: ``anchors``, ``others``, ``crls``, as base64 of DER."""
    places = {Kind.ROOT: "anchors", Kind.ISSUER: "others", Kind.LIST: "crls"}
    told: dict[str, list[str]] = {name: [] for name in places.values()}
    for one in trusted:
        told[places[one.kind]].append(one.der)
    return told
