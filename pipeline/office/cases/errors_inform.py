"""Why the victim is not contacted now, or a letter does not leave: what she allowed is obeyed."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class NoSafeWay(RangkapError):
    """The way is not the safe route of the case."""

    code = "office.no_safe_way"
    said = Text(
        "Jangan menghubungi dengan cara “{way}”: kontak aman kasus {case} mengizinkan {allowed}. Bila sudah terjadi, catat "
        "dengan alasannya; bila kontak amannya berubah: rangkap clarify {case}",
        "Do not make contact by “{way}”: the safe contact of case {case} allows {allowed}. If it has happened, record it with "
        "the reason; if the contact changed: rangkap clarify {case}",
    )
    status = Exit.REFUSED


class OutsideHours(RangkapError):
    """Contact is not allowed at this hour."""

    code = "office.outside_hours"
    said = Text(
        "Jangan menghubungi pukul {time}: untuk kasus {case} jam yang diizinkan ialah “{hours}”. Tunggu sampai jam itu; bila sudah terjadi, catat dengan alasannya.",
        "No contact at {time}: the allowed hours of case {case} are “{hours}”. Wait until then; if it has happened, record it with the reason.",
    )
    status = Exit.REFUSED


class HoursUnclear(RangkapError):
    """The allowed hours cannot be read, and nobody has stated that it is one of them."""

    code = "office.hours_unclear"
    said = Text(
        "Jam yang diizinkan untuk kasus {case} tertulis “{hours}” dan tidak dapat dibaca mesin. Baca sendiri; bila sekarang "
        "diizinkan, nyatakan itu pada isian “Jam itu termasuk yang diizinkan?”, bila tidak dan sudah terjadi isi alasannya, atau tulis "
        "jamnya dengan jelas: rangkap clarify {case}",
        "The allowed hours of case {case} say “{hours}”, which cannot be read. Read them; if this hour is allowed, state it in "
        "the answer about the hours, if not and it has happened give the reason, or write them clearly: rangkap clarify {case}",
    )
    status = Exit.REFUSED


class NoContactWanted(RangkapError):
    """The victim asked not to be contacted any more."""

    code = "office.no_contact_wanted"
    said = Text(
        "Korban kasus {case} meminta tidak dihubungi lagi. Bila ia sendiri datang atau menghubungi kantor, catat itu; kontak yang sudah terjadi dicatat dengan alasannya.",
        "The victim of case {case} asked not to be contacted. Record it if she came or called herself; a contact that has happened is recorded with the reason.",
    )
    status = Exit.REFUSED


class TimeAhead(RangkapError):
    """The contact is said to have been later than now."""

    code = "office.time_ahead"
    said = Text(
        "Jam {time} hari ini belum tiba, jadi belum ada yang dicatat. Periksa jam yang diketik, lalu ulangi.",
        "It is not {time} yet today, so nothing was recorded. Check the time that was typed, then repeat.",
    )
    status = Exit.USAGE


class ConsentNotAsked(RangkapError):
    """A letter would pass on to an institution what the victim was not asked about."""

    code = "office.consent_not_asked"
    said = Text(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban belum ditanya apakah sesuatu boleh diteruskan kepada {names}. "
        "Hapus dari rujukan dan tembusan, isi dasar hukumnya bila darurat, atau tanyakan lewat jalur aman: rangkap inform {case}",
        "The letter of case {case} is not made or does not leave: the victim was not asked whether anything may be passed on to "
        "{names}. Take them out of referral and tembusan, name the law in an emergency, or ask her by the safe way: rangkap inform {case}",
    )
    status = Exit.REFUSED


class NotConsented(RangkapError):
    """A letter would pass on to an institution what the victim did not allow."""

    code = "office.not_consented"
    said = Text(
        "Surat kasus {case} tidak dibuat atau tidak keluar: korban tidak mengizinkan sesuatu diteruskan kepada {names}. Hapus "
        "dari rujukan dan tembusan, atau tanyakan lagi kepadanya: rangkap inform {case}",
        "The letter of case {case} is not made or does not leave: the victim does not allow anything to be passed on to {names}. "
        "Take them out of referral and tembusan, or ask her again: rangkap inform {case}",
    )
    status = Exit.REFUSED


class Withheld(RangkapError):
    """A letter says what the victim wants withheld."""

    code = "office.withheld"
    said = Text(
        "Surat kasus {case} menyebut {what}, yang menurut korban tidak boleh diteruskan. Ubah isinya: rangkap draft {case}",
        "The letter of case {case} mentions {what}, which the victim wants withheld. Change it: rangkap draft {case}",
    )
    status = Exit.REFUSED
