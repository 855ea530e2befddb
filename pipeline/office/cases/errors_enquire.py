"""What can go wrong when a password for enquiries is agreed on; an enquiry itself never fails, it is answered."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class WeakPassword(RangkapError):
    """The password could be guessed by whoever knows the family; the words themselves are told nowhere."""

    code = "office.weak_password"
    said = Text(
        "Kata sandi ini terlalu mudah: pakai sedikitnya {least} huruf, bukan angka saja, bukan nama orang dalam kasus ini. "
        "Contoh bentuknya: dua kata benda yang tidak berhubungan.",
        "This password is too easy: at least {least} letters, not digits alone, not a name in this case. Two unrelated "
        "nouns will do.",
    )
    status = Exit.USAGE


class NoPassword(RangkapError):
    """A case in this state takes no password."""

    code = "office.no_password"
    said = Text(
        "Kasus {case} ({state}) tidak memakai kata sandi: tentangnya tidak ada yang dapat disampaikan lewat telepon.",
        "Case {case} ({state}) takes no password: nothing can be told about it by telephone.",
    )
    status = Exit.REFUSED
