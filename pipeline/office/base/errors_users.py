"""What can go wrong with accounts, with conflicts of interest and with deputies, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, NotThere, RangkapError, Text, WrongUse


class AccountLocked(RangkapError):
    """The account was locked by the admin."""

    code = "office.account_locked"
    said = Text(
        "Akun {account} dikunci. Mintalah admin teknis membukanya: rangkap users unlock {account}",
        "Account {account} is locked. Ask the admin to unlock it: rangkap users unlock {account}",
    )
    status = Exit.NO_RIGHT


class AccountRefused(RangkapError):
    """An account cannot be made or changed as it was asked."""

    code = "office.account_refused"
    said = Text(
        "Akun {account} tidak diubah: {reason_id}",
        "Account {account} was not changed: {reason_en}",
    )


class LastAdmin(RangkapError):
    """Nobody would be left to run the machine."""

    code = "office.last_admin"
    said = Text(
        "{account} adalah admin teknis terakhir yang tidak terkunci, jadi tidak dikunci dan perannya tetap. Tambahkan akun "
        "admin teknis lain lebih dahulu.",
        "{account} is the last admin who is not locked, so it is not locked and keeps its role. Add another admin's account "
        "first.",
    )


class OwnAccount(RangkapError):
    """An admin would lock the account they sit at, or change its roles or its second factor."""

    code = "office.own_account"
    said = Text(
        "{account} adalah akun Anda sendiri; akun sendiri tidak dikunci dan perannya tidak diubah. Mintalah admin teknis lain.",
        "{account} is your own account; nobody locks their own or changes its roles. Ask another admin.",
    )


class NotAtConsole(RangkapError):
    """Something that only whoever owns the home may do, at the machine itself."""

    code = "office.not_at_console"
    said = Text(
        "Kata masuk di layar ini diberikan hanya di komputer kantor, kepada akun layanan (pemilik rumah kantor), bukan lewat sudo orang lain.",
        "A word is given on this screen at the office's machine alone, to the service account (the owner of its home), not by sudo of others.",
    )
    status = Exit.NO_RIGHT


class NotFirst(RangkapError):
    """The first admin has had a word already."""

    code = "office.not_first"
    said = Text(
        "Kata masuk pertama sudah pernah diberikan, dan hanya sekali. Gantinya: rangkap users reset {account} --console",
        "The first word to sign in was given already, and only once. Instead: rangkap users reset {account} --console",
    )


class WrongWord(RangkapError):
    """Account or word is wrong; which of them, or whether the account is locked, is not told."""

    code = "office.wrong_word"
    said = Text(
        "Akun atau kata masuknya tidak benar, sudah lewat masanya, atau akunnya dikunci. Tanyakan kepada admin teknis.",
        "Account or word is wrong, the word is over, or the account is locked. Ask the admin.",
    )
    status = Exit.NO_RIGHT


class WeakWord(RangkapError):
    """A new word is too easily guessed."""

    code = "office.weak_word"
    said = Text(
        "Kata masuk itu {reasons_id}. Pakailah beberapa kata yang tidak berhubungan, sedikitnya {least} huruf.",
        "That word is {reasons_en}. Use several words that have nothing to do with each other, at least {least} letters.",
    )


class NoAccount(NotThere):
    """There is no such account in the office."""

    code = "office.no_account"
    said = Text(
        "“{given}” bukan akun kantor ini. Yang ada: {known}.",
        "“{given}” is no account of this office. There are: {known}.",
    )


class NoRelation(WrongUse):
    """A conflict of interest without the kind of relation."""

    code = "office.no_relation"
    said = Text(
        "Sebutkan hubungannya dengan --relation: {known}. “{given}” tidak dikenal.",
        "Name the relation with --relation: {known}. “{given}” is not known.",
    )


class BlockedAlready(RangkapError):
    """The account is blocked from the case already."""

    code = "office.blocked_already"
    said = Text(
        "Akun {account} sudah terhalang dari kasus {case}. Lihat: rangkap conflict {case}",
        "Account {account} is blocked from case {case} already. See: rangkap conflict {case}",
    )


class NotBlocked(NotThere):
    """There is no block to lift."""

    code = "office.not_blocked"
    said = Text(
        "Akun {account} tidak terhalang dari kasus {case}. Lihat: rangkap conflict {case}",
        "Account {account} is not blocked from case {case}. See: rangkap conflict {case}",
    )


class OfficerBlocked(RangkapError):
    """A case is assigned to somebody with a conflict of interest."""

    code = "office.officer_blocked"
    said = Text(
        "Akun {officer} terhalang dari kasus {case} (benturan kepentingan), jadi kasus itu tidak ditugaskan kepadanya. "
        "Tunjuk petugas lain, atau cabut halangannya lebih dahulu: rangkap conflict {case} {officer} --lift",
        "Account {officer} is blocked from case {case} (conflict of interest), so it is not assigned to it. Name another "
        "officer, or lift the block first: rangkap conflict {case} {officer} --lift",
    )


class MandateRefused(RangkapError):
    """An absence cannot be recorded as it was given."""

    code = "office.mandate_refused"
    said = Text(
        "Mandat tidak dicatat: {reason_id} Betulkan, lalu ulangi.",
        "The mandate was not recorded: {reason_en} Correct it and repeat.",
    )


class NoMandate(NotThere):
    """There is no absence of this id that could still be ended."""

    code = "office.no_mandate"
    said = Text(
        "Tidak ada mandat {given} yang masih berlaku. Lihat yang tercatat dengan: rangkap mandate",
        "There is no mandate {given} that still counts. See those recorded with: rangkap mandate",
    )
