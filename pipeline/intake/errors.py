"""Why something from the inbox is refused, left for later, or cannot be looked at.

The sentence of a refusal is what the office reads in ``….alasan.txt``: what is wrong, and what to do.
What is wrong *inside* a document stands in :mod:`pipeline.intake.errors_reading`. None names the file,
since a file name may hold a person's name and errors may end in a log.
"""

from pipeline.kernel.errors import Exit, NotDone, RangkapError, Text


class InboxNotMounted(NotDone):
    """The marker file is missing: the share is not there, or this is not an inbox."""

    code = "intake.inbox_not_mounted"
    said = Text(
        "Folder inbox tidak siap: berkas penanda {marker} tidak ditemukan. Pastikan folder bersama sudah "
        "terpasang (mount); penerimaan berkas berhenti dan dilanjutkan sendiri setelah penanda itu ada.",
        "The inbox is not ready: its marker file {marker} is missing. See that the share is mounted; "
        "nothing is taken in until the marker is there, then it goes on by itself.",
    )


class InboxSpoiled(NotDone):
    """A name that the inbox needs for itself is taken by something that is not a folder."""

    code = "intake.inbox_spoiled"
    said = Text(
        "Di dalam inbox, “{name}” harus berupa folder biasa. Pindahkan atau hapus benda dengan nama itu; "
        "penerimaan berkas berhenti sampai diperbaiki.",
        "Inside the inbox “{name}” must be a plain folder. Move away what bears that name; nothing is "
        "taken in until then.",
    )


class LowSpace(NotDone):
    """Less is free than ``masuk.ruang_bebas_mb``: intake pauses before a disk is full."""

    code = "intake.low_space"
    said = Text(
        "Penerimaan berkas dijeda: ruang bebas di {where} tinggal {now} MB, batasnya {floor} MB. Berkas tetap aman di "
        "inbox. Kosongkan ruang atau hubungi admin teknis; penerimaan dilanjutkan sendiri.",
        "Intake pauses: only {now} MB are free in {where}, the floor is {floor} MB. Files stay safe in the inbox. Make "
        "room or call the administrator; intake goes on by itself.",
    )


class RefusedFull(NotDone):
    """More lies in ``ditolak/`` than ``masuk.batas_ditolak_mb``: nobody looked at what was refused."""

    code = "intake.refused_full"
    said = Text(
        "Penerimaan berkas dijeda: folder ditolak berisi {now} MB, batasnya {limit} MB. Lihat isinya dengan rangkap todo, "
        "lalu hapus atau pindahkan yang sudah diganti; penerimaan dilanjutkan sendiri.",
        "Intake pauses: the folder ditolak holds {now} MB, the limit is {limit} MB. See what lies there with rangkap todo "
        "and remove what was replaced; intake goes on by itself.",
    )


class Flooded(NotDone):
    """More was taken from one place within an hour than ``masuk.batas_folder_mb_per_jam``."""

    code = "intake.flooded"
    said = Text(
        "Penerimaan dari {where} dijeda: dalam satu jam terakhir sudah diambil {limit} MB dari situ. {now} berkas menunggu "
        "dengan aman di tempatnya; periksa apakah berkas sebanyak itu memang surat. Penerimaan dilanjutkan sendiri.",
        "Intake from {where} pauses: {limit} MB were taken from there within the last hour. {now} files wait safely where "
        "they lie; see whether so many files are letters at all. Intake goes on by itself.",
    )


class Later(RangkapError):
    """Base of what is no refusal: the file stays in the inbox and is looked at again."""

    code = "intake.later"
    said = Text(
        "Berkas belum dapat diambil; akan dicoba lagi.",
        "The file cannot be taken yet; it will be tried again.",
    )
    status = Exit.INCOMPLETE


class Gone(Later):
    """The file is no longer there: another watcher took it, or its owner moved it."""

    code = "intake.gone"
    said = Text(
        "Berkas sudah tidak ada di inbox: sudah diambil atau dipindahkan pemiliknya. Tidak perlu berbuat "
        "apa-apa.",
        "The file is no longer in the inbox: it was taken, or its owner moved it. Nothing to do.",
    )


class StillChanging(Later):
    """Somebody is still writing to the file."""

    code = "intake.still_changing"
    said = Text(
        "Berkas masih ditulis; akan diambil setelah selesai. Tidak perlu berbuat apa-apa.",
        "The file is still being written; it is taken when that has ended. Nothing to do.",
    )


class Refusal(RangkapError):
    """Base of the reasons for which a file goes to ``inbox/ditolak/``."""

    code = "intake.refused"
    said = Text(
        "Berkas tidak dapat diterima. Simpan ulang sebagai PDF, lalu taruh kembali di inbox.",
        "The file cannot be accepted. Save it again as PDF and put it back into the inbox.",
    )


class NotAFile(Refusal):
    """A symbolic link, a pipe, a socket or a device; it was never opened."""

    code = "intake.not_a_file"
    said = Text(
        "Ini bukan berkas biasa ({kind}), sehingga tidak dibuka. Salin dokumen aslinya (bukan pintasan "
        "atau tautannya) ke dalam inbox.",
        "This is not a plain file ({kind}), so it was not opened. Copy the document itself (not a "
        "shortcut or link to it) into the inbox.",
    )


class StrangeFolder(Refusal):
    """A folder that is none of those the office takes files from; nothing in it is looked at."""

    code = "intake.strange_folder"
    said = Text(
        "Ini folder yang tidak dikenal: isinya belum diambil dan tetap di folder bersama. Keluarkan berkasnya dari folder itu.",
        "This is an unknown folder: what is in it was not taken and stays in the shared folder. Take the files out of it.",
    )


class Linked(Refusal):
    """The file has a second name somewhere (a hard link); it was never opened."""

    code = "intake.linked"
    said = Text(
        "Berkas ini mempunyai nama lain di tempat lain (tautan keras), sehingga tidak dibuka. Salin "
        "dokumen itu sebagai berkas baru ke dalam inbox.",
        "This file has another name elsewhere (a hard link), so it was not opened. Copy the document "
        "into the inbox as a new file.",
    )


class Empty(Refusal):
    """Zero bytes."""

    code = "intake.empty"
    said = Text(
        "Berkas ini kosong (0 byte); biasanya pemindaian atau penyalinan terputus. Pindai ulang atau "
        "salin ulang dokumennya, lalu taruh di inbox.",
        "This file is empty (0 bytes); mostly a scan or copy was cut off. Scan or copy the document "
        "again and put it into the inbox.",
    )


class FileTooLarge(Refusal):
    """More megabytes than ``masuk.batas_mb``."""

    code = "intake.too_large"
    said = Text(
        "Berkas ini lebih besar dari batas {limit} MB. Pindai ulang dengan 200-300 dpi atau bagi menjadi "
        "beberapa berkas; batasnya diatur admin (masuk.batas_mb).",
        "This file is larger than the limit of {limit} MB. Scan again at 200-300 dpi or split it; the "
        "admin sets the limit (masuk.batas_mb).",
    )


class NoAccess(Refusal):
    """The service account may not read the file, or its disk cannot."""

    code = "intake.no_access"
    said = Text(
        "Berkas ini tidak dapat dibaca oleh sistem ({reason}). Salin ulang dokumennya ke inbox sebagai "
        "berkas baru; bila terulang, hubungi admin teknis.",
        "The system cannot read this file ({reason}). Copy the document into the inbox again as a new "
        "file; if that happens again, call the administrator.",
    )


class NoRoom(NotDone):
    """The disk has no room for a file that is handed in at a page; nothing of it is kept."""

    code = "intake.no_room"
    said = Text(
        "Ruang cakram di komputer peladen tidak cukup, jadi berkas ini belum diterima dan tidak ada yang tersimpan sebagian. Simpan "
        "berkasnya, beri tahu admin teknis, lalu kirim lagi.",
        "The server's disk has no room, so this file was not taken and no part of it was kept. Keep the file, tell the "
        "administrator, then send it again.",
    )
