"""Whom the office trusts to issue signing certificates: imported by the administrator, kept in ``var/trust/``.

None is shipped, and none is fetched. A root counts only when the administrator has typed its fingerprint, as the
issuer publishes it; an issuer's certificate or a revocation list needs no such word, since the key of one that is
trusted already proves it. One file for each, named by its SHA-256, written whole or not at all.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from pipeline.kernel import clock
from pipeline.kernel.files import digest_bytes, sync_folder, write_durably
from pipeline.kernel.people import Role
from pipeline.kernel.sandbox import Crashed, OutOfMemory, TimedOut
from pipeline.office.base.desk import READERS, Desk, need_role
from pipeline.office.letters.errors_electronic import (
    FingerprintDiffers,
    NotATrustFile,
    NothingTrusted,
    NotTrusted,
    TrustUnreadable,
)
from pipeline.records import boot, history
from pipeline.settings import Settings
from pipeline.signing.electronic_check import read_trust
from pipeline.signing.electronic_trust import KINDS, Found, Kind, Trusted, trusted_from
from pipeline.stores.folder import make_folder_durably

KEEPERS = frozenset({Role.ADMIN})
TYPED = 16
"""So many digits of a root's fingerprint must be typed at least."""
LARGEST = 32 << 20
_ORDER = (Kind.ROOT, Kind.ISSUER, Kind.LIST)
_FAULTS = {
    "early": "belum berlaku; periksa jam komputer",
    "late": "masa berlakunya sudah lewat; unduh yang baru",
    "partial": "daftar ini hanya memuat perubahan (delta); unduh daftar yang lengkap",
}
_DAMAGED = (OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True)
class Kept:
    """What lies in the store: what can be used, and the names of files that are not what was written."""

    trusted: tuple[Trusted, ...]
    damaged: tuple[str, ...]

    @property
    def has_root(self) -> bool:
        """Whether the office has said whom it trusts: a root was imported, be its file damaged since."""
        return bool(self.damaged) or any(one.kind is Kind.ROOT for one in self.trusted)


def kept(settings: Settings) -> Kept:
    """Return the store: roots first, then issuers, then lists. A damaged file is named and trusted in nothing."""
    good: list[Trusted] = []
    bad: list[str] = []
    for path in sorted((settings.var / "trust").glob("*.json")):
        try:
            one = trusted_from(path.read_text("utf-8"))
            is_whole = digest_bytes(base64.b64decode(one.der), "sha256") == one.fingerprint == path.stem
        except _DAMAGED:
            bad.append(path.name)
            continue
        if is_whole:
            good.append(one)
        else:
            bad.append(path.name)
    good.sort(key=lambda one: (_ORDER.index(one.kind), one.subject))
    return Kept(tuple(good), tuple(bad))


def listed(desk: Desk) -> Kept:
    """Return the store to whom may see it. Raises NotYours."""
    need_role(desk, "trust", KEEPERS | READERS)
    return kept(desk.settings)


def add(desk: Desk, files: Sequence[bytes], typed: Callable[[Found], str]) -> list[Trusted]:
    """Take what ``files`` hold into the store, all or nothing; ``typed`` gives the fingerprint typed for a root.

    What is there already is passed over; a newer list takes the place of an older one. Raises NotATrustFile,
    NotTrusted, FingerprintDiffers, TrustUnreadable, NotYours, NoIsolation, NotDurable.
    """
    need_role(desk, "trust", KEEPERS)
    there = kept(desk.settings).trusted
    known = {one.fingerprint for one in there}
    new = [one for one in _found(desk, files, there) if one.fingerprint not in known]
    for one in new:
        _need_fit(one, there)
    proven = set(known)
    for one in new:
        if one.kind is Kind.ROOT:
            _need_typed(one, typed(one))
            proven.add(one.fingerprint)
    for one in _in_order(new, proven):
        if one.proven_by not in proven:
            raise NotTrusted(
                what=KINDS[one.kind].id,
                fingerprint=one.fingerprint[:TYPED],
                reason="penerbitnya belum dipercaya; tambahkan lebih dahulu sertifikat akarnya",
            )
        proven.add(one.fingerprint)
    return [_keep(desk, one, there) for one in new]


def remove(desk: Desk, given: str) -> Trusted:
    """Take the one whose fingerprint begins with ``given`` out of the store. Raises NothingTrusted, NotYours."""
    need_role(desk, "trust", KEEPERS)
    bare = _bare(given)
    found = [one for one in kept(desk.settings).trusted if bare and one.fingerprint.startswith(bare)]
    if len(found) != 1:
        raise NothingTrusted(count=len(found), given=given[:64])
    _drop(desk.settings, found[0])
    with boot.transact():
        _note(desk, "trust_remove", found[0])
    return found[0]


def _found(desk: Desk, files: Sequence[bytes], there: Sequence[Trusted]) -> list[Found]:
    """Read the files within walls; the same thing in two files counts once."""
    for number, data in enumerate(files, 1):
        if not data or len(data) > LARGEST:
            raise NotATrustFile(number=number)
    try:
        read = read_trust(files, there, clock.now(), accept_risk=desk.settings["masuk.tanpa_isolasi"])
    except (Crashed, OutOfMemory, TimedOut):
        raise TrustUnreadable from None
    for number, held in enumerate(read, 1):
        if not held:
            raise NotATrustFile(number=number)
    return list({one.fingerprint: one for one in chain.from_iterable(read)}.values())


def _in_order(found: Sequence[Found], proven: set[str]) -> Iterator[Found]:
    """Yield what is no root, each after the one that proves it, where that is among them."""
    rest = [one for one in found if one.kind is not Kind.ROOT]
    while rest:
        following = next((one for one in rest if one.proven_by in proven), rest[0])
        rest.remove(following)
        yield following


def _need_fit(one: Found, there: Sequence[Trusted]) -> None:
    """Refuse what is of no use: a person's certificate, out of its days, older than what is there."""
    reason = _FAULTS.get(one.fault, "")
    if one.kind is Kind.PERSON:
        reason = "ini sertifikat seseorang, bukan penerbit; yang diimpor hanya akar, penerbit, dan daftar pencabutan"
    elif one.key and any(old.key == one.key and old.since > one.since for old in there):
        reason = "daftar yang lebih baru sudah ada"
    if reason:
        raise NotTrusted(what=KINDS[one.kind].id, fingerprint=one.fingerprint[:TYPED], reason=reason)


def _need_typed(one: Found, given: str) -> None:
    bare = _bare(given)
    if len(bare) < TYPED or not one.fingerprint.startswith(bare):
        raise FingerprintDiffers(fingerprint=grouped(one.fingerprint))


def _keep(desk: Desk, one: Found, there: Sequence[Trusted]) -> Trusted:
    at = clock.stamp(clock.now())
    new = Trusted(
        one.kind,
        one.fingerprint,
        one.subject,
        one.since,
        one.until,
        one.der,
        one.key,
        desk.actor.account,
        at,
    )
    folder = desk.settings.var / "trust"
    make_folder_durably(folder)
    with boot.transact():
        _note(desk, "trust_add", new)
    write_durably(folder / f"{one.fingerprint}.json", new.to_json().encode())
    for old in there:
        if one.key and old.key == one.key:
            _drop(desk.settings, old)
    return new


def _drop(settings: Settings, one: Trusted) -> None:
    path = settings.var / "trust" / f"{one.fingerprint}.json"
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def _note(desk: Desk, verb: str, one: Trusted) -> None:
    """Write down what was trusted or no longer is; the subject of an issuer is no person."""
    detail = {"kind": str(one.kind), "fingerprint": one.fingerprint, "until": one.until}
    history.note(clock.now(), desk.actor, verb, None, subject=one.fingerprint[:32], **detail)


def grouped(fingerprint: str) -> str:
    """Return a fingerprint as it is compared by eye: groups of four digits."""
    upper = fingerprint.upper()
    return " ".join(upper[start : start + 4] for start in range(0, len(upper), 4))


def _bare(given: str) -> str:
    return "".join(one for one in given.lower() if one in "0123456789abcdef")
