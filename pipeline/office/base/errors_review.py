"""What can go wrong when a letter is reviewed, edited in Word, printed or attested, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import NotThere, RangkapError, Text, WrongUse


class NotAnEdit(RangkapError):
    """The file that was given is no edited draft of this case."""

    code = "office.not_an_edit"
    said = Text(
        "Berkas itu tidak diterima sebagai suntingan kasus {case}: {reason}. Ambil konsepnya dengan "
        "rangkap edited {case} --to DIR, sunting berkas itu di Word, lalu serahkan lagi.",
        "The file is not taken as an edit of case {case}: {reason}. Take the draft out with "
        "rangkap edited {case} --to DIR, edit that file in Word and give it back.",
    )


class EditKnown(RangkapError):
    """The same bytes came in before."""

    code = "office.edit_known"
    said = Text(
        "Berkas yang sama sudah diterima. Lihat suntingan yang menunggu dengan: rangkap review {case}",
        "The same file came in before. See the edits that wait with: rangkap review {case}",
    )


class NoEdit(NotThere):
    """No edited draft waits, or none of that name."""

    code = "office.no_edit"
    said = Text(
        "Tidak ada suntingan {item} yang menunggu pada kasus {case}. Lihat yang menunggu dengan: "
        "rangkap review {case}",
        "No edit {item} waits in case {case}. See what waits with: rangkap review {case}",
    )


class SeveralEdits(WrongUse):
    """More than one edited draft waits; one must be named."""

    code = "office.several_edits"
    said = Text(
        "Ada {count} suntingan yang menunggu pada kasus {case}: {items}. Sebutkan satu, contoh: "
        "rangkap review {case} --take-edited {first}",
        "{count} edits wait in case {case}: {items}. Name one, for example: "
        "rangkap review {case} --take-edited {first}",
    )


class EditRefused(RangkapError):
    """An edited draft cannot become the next revision."""

    code = "office.edit_refused"
    said = Text(
        "Suntingan ke-{item} pada kasus {case} tidak dapat dipakai dan tetap disimpan:\n{reasons}\n"
        "Betulkan di Word lalu taruh lagi di inbox, atau tinggalkan: rangkap review {case} --leave-edited {item}",
        "Edit {item} of case {case} cannot be used and is kept:\n{reasons}\n"
        "Correct it in Word and put it into the inbox again, or leave it: rangkap review {case} --leave-edited {item}",
    )


class EditWaits(RangkapError):
    """An edited draft waits for the chair's decision, so the older text is not approved over it."""

    code = "office.edit_waits"
    said = Text(
        "Suntingan ke-{item} pada kasus {case} belum diputuskan. Lihat: rangkap review {case}; pakai: "
        "rangkap review {case} --take-edited {item}; atau tinggalkan: rangkap review {case} --leave-edited {item}",
        "Edit {item} of case {case} is not decided yet. Look: rangkap review {case}; use it: "
        "rangkap review {case} --take-edited {item}; or leave it: rangkap review {case} --leave-edited {item}",
    )


class EditOvertaken(RangkapError):
    """An edited draft that nobody decided about was overtaken by another revision, so its changes may be lost."""

    code = "office.edit_overtaken"
    said = Text(
        "Suntingan ke-{item} pada kasus {case} belum diputuskan dan dibuat dari revisi {made_from}, sedangkan sekarang "
        "revisi {revision}. Baca perubahannya: rangkap review {case}; bila tidak diperlukan lagi, tinggalkan: "
        "rangkap review {case} --leave-edited {item}; bila masih diperlukan, ulangi pada konsep terbaru: "
        "rangkap edited {case} --to DIR",
        "Edit {item} of case {case} is not decided yet and was made from revision {made_from}, and now there is "
        "revision {revision}. Read its changes: rangkap review {case}; if they are not needed any more, leave it: "
        "rangkap review {case} --leave-edited {item}; if they are, make them again in the newest draft: "
        "rangkap edited {case} --to DIR",
    )


class PrintedAlready(RangkapError):
    """The copies were printed before; another print is a reprint, with a reason."""

    code = "office.printed_already"
    said = Text(
        "Salinan surat {letter} sudah dicetak. Cetakan ulang memerlukan alasan, dan lembar yang rusak dicatat: "
        "rangkap print {case} --again --to DIR",
        "The copies of letter {letter} were printed before. A reprint needs a reason, and the spoilt sheets are "
        "recorded: rangkap print {case} --again --to DIR",
    )


class NotPrintedYet(RangkapError):
    """There is nothing to print again, or to attest."""

    code = "office.not_printed_yet"
    said = Text(
        "Salinan ke-{copy} surat {letter} belum pernah dicetak. Cetak dahulu: rangkap print {case} --to DIR",
        "Copy {copy} of letter {letter} was never printed. Print it first: rangkap print {case} --to DIR",
    )


class SignedAlready(RangkapError):
    """The letter is signed: its signed copies stand in the archive, and no other is printed."""

    code = "office.signed_already"
    said = Text(
        "Surat {letter} sudah ditandatangani; salinannya tidak dicetak lagi. Salinan bertanda tangan ada di arsip, "
        "lihat tempatnya dengan: rangkap show {case}",
        "Letter {letter} is signed; its copies are not printed any more. The signed copies are in the archive, see "
        "where with: rangkap show {case}",
    )


class NoFolder(RangkapError):
    """The folder to write to is not there, and neither is the one that would hold it."""

    code = "office.no_folder"
    said = Text(
        "Folder {folder} tidak ada dan tidak dapat dibuat. Periksa apakah flashdisk terpasang, lalu ulangi dengan "
        "folder yang ada.",
        "The folder {folder} is not there and cannot be made. See whether the stick is plugged in, then repeat with "
        "a folder that is there.",
    )


class RevisionUnnamed(WrongUse):
    """A draft with several revisions is approved without saying which one was read."""

    code = "office.revision_unnamed"
    said = Text(
        "Konsep {letter} tidak disetujui: sekarang revisi {revision}, dan belum jelas revisi mana yang dibaca. Baca dahulu "
        "dengan: rangkap review {case}{named}, lalu setujui: rangkap review {case}{named} --approve --revision {revision}",
        "Draft {letter} was not approved: it is at revision {revision}, and which one was read is not said. Read it "
        "first: rangkap review {case}{named}, then approve: rangkap review {case}{named} --approve --revision {revision}",
    )


class NotToAttest(RangkapError):
    """Copy 1 cannot be attested now."""

    code = "office.not_to_attest"
    said = Text(
        "Pernyataan salinan ke-1 kasus {case} tidak dapat dicatat: {reason}.",
        "The statement for copy 1 of case {case} cannot be recorded: {reason}.",
    )


class OwnStatement(RangkapError):
    """Whoever stated it may not confirm it."""

    code = "office.own_statement"
    said = Text(
        "Pernyataan salinan ke-1 kasus {case} dicatat oleh Anda sendiri, jadi ketua lain atau orang lain yang "
        "menegaskannya. Kantor satu orang dapat mengizinkannya dengan aturan.verifikasi_sendiri di office.toml; itu "
        "tercatat.",
        "You recorded the statement for copy 1 of case {case} yourself, so somebody else confirms it. A one-person "
        "office can allow it with aturan.verifikasi_sendiri in office.toml; that is written down.",
    )


class NotLookedAt(RangkapError):
    """A draft is to be approved that this person has not looked at."""

    code = "office.not_looked_at"
    said = Text(
        "Surat {letter} belum Anda lihat dalam revisi ini. Buka suratnya, lihat kedua salinannya, lalu setujui.",
        "You have not looked at this revision of letter {letter}. Open it, look at both copies, then approve.",
    )
