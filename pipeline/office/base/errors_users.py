"""What can go wrong with the accounts of the office, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


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
    status = Exit.REFUSED


class LastAdmin(RangkapError):
    """Nobody would be left to run the machine."""

    code = "office.last_admin"
    said = Text(
        "{account} adalah admin teknis terakhir yang tidak terkunci, jadi tidak dikunci dan perannya tetap. Tambahkan akun "
        "admin teknis lain lebih dahulu.",
        "{account} is the last admin who is not locked, so it is not locked and keeps its role. Add another admin's account "
        "first.",
    )
    status = Exit.REFUSED


class OwnAccount(RangkapError):
    """An admin would lock the account they sit at, or change its roles or its second factor."""

    code = "office.own_account"
    said = Text(
        "{account} adalah akun Anda sendiri; akun sendiri tidak dikunci dan perannya tidak diubah. Mintalah admin teknis lain.",
        "{account} is your own account; nobody locks their own or changes its roles. Ask another admin.",
    )
    status = Exit.REFUSED


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
    status = Exit.REFUSED


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
    status = Exit.REFUSED
