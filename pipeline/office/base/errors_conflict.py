"""What can go wrong when somebody is blocked from a case, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoAccount(RangkapError):
    """There is no such account in the office."""

    code = "office.no_account"
    said = Text(
        "“{given}” bukan akun kantor ini. Yang ada: {known}.",
        "“{given}” is no account of this office. There are: {known}.",
    )
    status = Exit.NOT_FOUND


class NoRelation(RangkapError):
    """A conflict of interest without the kind of relation."""

    code = "office.no_relation"
    said = Text(
        "Sebutkan hubungannya dengan --relation: {known}. “{given}” tidak dikenal.",
        "Name the relation with --relation: {known}. “{given}” is not known.",
    )
    status = Exit.USAGE


class BlockedAlready(RangkapError):
    """The account is blocked from the case already."""

    code = "office.blocked_already"
    said = Text(
        "Akun {account} sudah terhalang dari kasus {case}. Lihat: rangkap conflict {case}",
        "Account {account} is blocked from case {case} already. See: rangkap conflict {case}",
    )
    status = Exit.REFUSED


class NotBlocked(RangkapError):
    """There is no block to lift."""

    code = "office.not_blocked"
    said = Text(
        "Akun {account} tidak terhalang dari kasus {case}. Lihat: rangkap conflict {case}",
        "Account {account} is not blocked from case {case}. See: rangkap conflict {case}",
    )
    status = Exit.NOT_FOUND


class OfficerBlocked(RangkapError):
    """A case is assigned to somebody with a conflict of interest."""

    code = "office.officer_blocked"
    said = Text(
        "Akun {officer} terhalang dari kasus {case} (benturan kepentingan), jadi kasus itu tidak ditugaskan kepadanya. "
        "Tunjuk petugas lain, atau cabut halangannya lebih dahulu: rangkap conflict {case} {officer} --lift",
        "Account {officer} is blocked from case {case} (conflict of interest), so it is not assigned to it. Name another "
        "officer, or lift the block first: rangkap conflict {case} {officer} --lift",
    )
    status = Exit.REFUSED
