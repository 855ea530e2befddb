"""What can go wrong with a letter whose safe contact changed, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import RangkapError, Text
from pipeline.office.base.errors import NoLetter, NoRoute


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


class SetBack(NoLetter):
    """The letter was made for a safe contact that is no longer the one of the case, and was returned before it was signed."""

    code = "office.set_back"
    said = Text(
        "Surat {letter} tidak dicetak: kontak aman kasus {case} berubah sesudah surat itu dibuat, jadi konsepnya dikembalikan. "
        "Petugas identifikasi membuatnya lagi, lalu ketua menyetujuinya lagi: rangkap draft {case}{kind}",
        "Letter {letter} is not printed: the safe contact of case {case} changed after it was made, so its draft was returned. "
        "The officer makes it anew, then the chair approves it again: rangkap draft {case}{kind}",
    )


class SenderHeld(NoRoute):
    """The sender may be the reported person of the same victim, and the chair has not decided."""

    code = "office.sender_held"
    said = Text(
        "Surat dan cetakan kasus {case} ditahan: pengirimnya perlu keputusan ketua. Ketua memutuskannya dengan: rangkap sender "
        "{case}",
        "Letters and prints of case {case} are held: its sender needs the chair's decision. The chair decides with: rangkap sender "
        "{case}",
    )


class SenderIsReported(NoRoute):
    """The chair decided that the sender is the reported person."""

    code = "office.sender_is_reported"
    said = Text(
        "Surat kasus {case} tidak dibuat atau tidak keluar: menurut keputusan ketua penerimanya tidak boleh dikirimi surat. Tujukan "
        "kepada korban lewat kontaknya sendiri, atau tutup kasus tanpa surat jawaban: rangkap close {case}",
        "The letter of case {case} is not made or does not leave: by the chair's decision nothing is sent to its addressee. Address "
        "the victim by a contact of her own, or close the case without an answer: rangkap close {case}",
    )


class NoSenderHeld(RangkapError):
    """A decision about the sender of a case that has none to decide about."""

    code = "office.no_sender_held"
    said = Text(
        "Pengirim kasus {case} tidak menunggu keputusan ketua.",
        "The sender of case {case} does not wait for the chair's decision.",
    )
