"""What is blacked out on the victim's copy: everybody of the case but herself, known by what the case says of them.

Her own name, address and numbers stay, and so does what is the office's own. Source: UU 12/2022 (the victim's copy),
UU 31/2014 (the reporter's identity), product.md (*What the law asks of the software*).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.cases.privacy import initials
from pipeline.cases.safety import address_words, same_person, same_place, says_the_same
from pipeline.cases.values import Values, flag, items, known_name, text
from pipeline.letters.black_words import fold
from pipeline.letters.names import words_of
from pipeline.letters.words_of_names import PLACES

_NAMES = (
    ("reporter_name", "nama pelapor"), ("reported_name", "nama terlapor"), ("guardian_name", "nama wali"),
    ("safe_contact_name", "nama kontak aman"), ("sender", "nama pengirim"),
)  # fmt: skip
_OTHERS = (
    ("other_victims", "nama korban lain"),
    ("other_reported", "nama terlapor lain"),
    ("witnesses", "nama saksi"),
)
_ADDRESSES = (
    ("reporter_address", "alamat pelapor"), ("reported_address", "alamat terlapor"),
    ("safe_contact_address", "alamat kontak aman"), ("sender_address", "alamat pengirim"),
)  # fmt: skip
_NUMBERS = (
    ("reporter_phone", "telepon pelapor"), ("reported_phone", "telepon terlapor"), ("guardian_phone", "telepon wali"),
    ("safe_contact_phone", "telepon kontak aman"), ("caller_number", "nomor penelepon"), ("reporter_nik", "NIK pelapor"),
)  # fmt: skip
_GENERIC = PLACES | {
    "rt",
    "rw",
    "no",
    "nomor",
    "di",
    "rumah",
    "alamat",
    "dan",
    "samping",
    "depan",
    "belakang",
}


TYPED = "diketik"


@dataclass(frozen=True)
class Name:
    """A person: folded ``words``, with ``why`` it is sought; ``initials`` as in ``DP``."""

    words: tuple[str, ...]
    initials: str
    why: str


@dataclass(frozen=True)
class Street:
    """An address: the folded ``anchors`` that tell it from others, and all its ``words``."""

    anchors: frozenset[str]
    words: frozenset[str]
    why: str


@dataclass(frozen=True)
class Wanted:
    """What is sought, and what stays: ``own`` words of the victim, ``free`` words of the office, their numbers.

    ``phrases`` are folded words that stand together, with why; ``numbers`` are digits with why.
    """

    names: tuple[Name, ...] = ()
    streets: tuple[Street, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    phrases: tuple[tuple[tuple[str, ...], str], ...] = ()
    own: tuple[str, ...] = ()
    own_initials: str = ""
    own_numbers: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    free_numbers: frozenset[str] = frozenset()


def is_own_report(values: Values) -> bool:
    """Tell whether the victim herself complained: then what the fields of the reporter say is hers."""
    return flag(values, "reporter_is_victim") and not flag(values, "is_institution")


def wanted_of(
    values: Values, *, office: Iterable[str] = (), officials: Iterable[str] = (), typed: Iterable[str] = ()
) -> Wanted:
    """Return what is sought on papers of the case ``values``.

    ``office`` are texts of the office itself (name, address, telephone, sub-districts), ``officials`` the names of
    who signs for it, ``typed`` words that a person asked for.
    """
    mine = _mine(values)
    victim = known_name(values, "victim_name")
    if not victim and is_own_report(values):
        victim = known_name(values, "reporter_name")
    officials = tuple(officials)
    said = " ".join((*office, *officials))
    return Wanted(
        names=tuple(_names(values, victim)),
        streets=tuple(_streets(values, _folds(f"{said} {' '.join(mine)}"))),
        numbers=tuple(_numbers(values)),
        phrases=tuple(_phrases(values, typed)),
        own=tuple(map(fold, words_of(victim))),
        own_initials=_initials(victim),
        own_numbers=frozenset(filter(None, (digits(one) for one in _own_numbers(values)))),
        free=_folds(said),
        free_numbers=frozenset(digits(one) for one in re.findall(r"[\d() .-]{6,}", said)),
    )


def digits(text_: str) -> str:
    """Return the digits of a number, with 0 for the country code of Indonesia."""
    found = re.sub(r"\D", "", text_)
    return "0" + found.removeprefix("62") if found.startswith("628") else found


def _folds(said: str) -> frozenset[str]:
    return frozenset(fold(one) for one in re.findall(r"[^\W_]+", said)) - {""}


def _initials(name: str) -> str:
    """Return the initials of a name without points, if they are more than one letter."""
    found = initials(name).replace(".", "")
    return found if len(found) > 1 and found.isupper() else ""


def _names(values: Values, victim: str) -> Iterator[Name]:
    is_own = is_own_report(values)
    for field, why in _NAMES:
        written = known_name(values, field)
        skipped = (field == "reporter_name" and is_own) or (
            field == "sender" and flag(values, "is_institution")
        )
        if written and not skipped and not _is_hers(field, written, victim, is_own=is_own):
            yield Name(tuple(map(fold, words_of(written))), _initials(written), why)
    for field, why in _OTHERS:
        for row in items(values, field):
            written = row.partition(",")[0].strip()
            yield Name(tuple(map(fold, words_of(written))), _initials(written), why)


def _is_hers(field: str, written: str, victim: str, *, is_own: bool) -> bool:
    """Tell whether a name is the victim's: the same words; one who is known by her family name alone is another."""
    is_same = sorted(map(fold, words_of(written))) == sorted(map(fold, words_of(victim)))
    return is_same or (is_own and field == "sender" and bool(victim) and same_person(written, victim))


def _phrases(values: Values, typed: Iterable[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what a person typed, and the institution that reported with the number of its letter."""
    said = [(one, TYPED) for one in typed]
    if flag(values, "is_institution"):
        said += [
            (text(values, one), "lembaga pelapor") for one in ("sender", "sender_address", "letter_number")
        ]
    for written, why in said:
        words = tuple(filter(None, map(fold, re.findall(r"[^\W_]+", written))))
        if words:
            yield words, why


def _mine(values: Values) -> tuple[str, ...]:
    fields = ("victim_address", "reporter_address") if is_own_report(values) else ("victim_address",)
    return tuple(text(values, one) for one in fields)


def _own_numbers(values: Values) -> Iterator[str]:
    yield from (text(values, "victim_phone"), text(values, "victim_nik"))
    if is_own_report(values):
        yield from (text(values, one) for one in ("reporter_phone", "reporter_nik", "caller_number"))


def _streets(values: Values, known: frozenset[str]) -> Iterator[Street]:
    mine = [one for one in _mine(values) if one]
    is_own = is_own_report(values)
    for field, why in _ADDRESSES:
        written = text(values, field)
        skipped = is_own and field in ("reporter_address", "sender_address")
        if skipped or not written or says_the_same(written) or any(same_place(written, one) for one in mine):
            continue
        if field == "sender_address" and flag(values, "is_institution"):
            continue
        words = frozenset(fold(one) for one in re.findall(r"[^\W_]+", written)) - {""}
        telling = {fold(one) for one in address_words(written)} & words
        anchors = frozenset(one for one in telling - known if len(one) > 3 and not one.isdigit())
        yield Street(anchors - {fold(one) for one in _GENERIC}, words, why)


def _numbers(values: Values) -> Iterator[tuple[str, str]]:
    mine = {digits(one) for one in _own_numbers(values)}
    for field, why in _NUMBERS:
        found = digits(text(values, field))
        if found and found not in mine:
            yield found, why


GENERIC = frozenset(fold(one) for one in _GENERIC)
"""Words around an address that say nothing by themselves, folded."""
