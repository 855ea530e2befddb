"""What can go wrong with a letter whose safe contact changed, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text
from pipeline.office.base.errors import NoRoute


class ContactNotStated(NoRoute):
    """Victim and reporter are two, and nobody has stated whose contact the safe contact is."""

    code = "office.contact_not_stated"
    said = Text(
        "Kontak aman kasus {case} belum dinyatakan milik korban atau milik pelapor, jadi belum ada yang dikirim atau dicetak ke sana. "
        "Tanyakan, lalu isi “Kontak ini milik siapa?” dengan: rangkap clarify {case}",
        "It is not stated whether the safe contact of case {case} is the victim's or the reporter's, so nothing is sent or printed "
        "for it yet. Ask, then answer “Whose contact is this?” with: rangkap clarify {case}",
    )


class ContactOfAnother(NoRoute):
    """The safe contact is that of another person than the one who is to be reached."""

    code = "office.contact_of_another"
    said = Text(
        "Kontak aman kasus {case} bukan milik {whose}, jadi tidak dipakai untuk menghubunginya. Catat kontaknya sendiri "
        "dengan: rangkap clarify {case}",
        "The safe contact of case {case} is not that of the {whose_en}, so it is not used to reach that person. Record "
        "a contact of their own with: rangkap clarify {case}",
    )


class Withdrawn(RangkapError):
    """The signed letter was made for a safe contact that is no longer the one of the case."""

    code = "office.withdrawn"
    said = Text(
        "Surat {letter} ditarik: kontak aman kasus {case} berubah sesudah surat itu ditandatangani. Jangan dicetak dan "
        "jangan disampaikan. Buat surat baru, yang mendapat nomor sendiri: rangkap draft {case}{kind}",
        "Letter {letter} is withdrawn: the safe contact of case {case} changed after it was signed. Do not print it and "
        "do not deliver it. Draft a new letter, which gets a number of its own: rangkap draft {case}{kind}",
    )
