"""What can go wrong when archived cases are held back, proposed, approved and destroyed."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class HeldAlready(RangkapError):
    """The case is under a legal hold already."""

    code = "office.hold_already"
    said = Text(
        "Pemusnahan kasus {case} sudah ditangguhkan. Lihat riwayatnya: rangkap show {case}; ketua dapat mencabutnya: "
        "rangkap hold {case} --lift",
        "Case {case} is under a legal hold already. Its history: rangkap show {case}; the chair can lift it: rangkap hold "
        "{case} --lift",
    )


class NotHeld(RangkapError):
    """There is no hold to lift."""

    code = "office.not_held"
    said = Text(
        "Pemusnahan kasus {case} tidak sedang ditangguhkan, jadi tidak ada yang dicabut. Lihat: rangkap show {case}",
        "Case {case} is under no legal hold, so there is none to lift. Look: rangkap show {case}",
    )


class NothingOver(RangkapError):
    """No case can be proposed."""

    code = "office.nothing_over"
    said = Text(
        "Tidak ada kasus yang dapat diusulkan musnah{year}. Alasan tiap kasus: rangkap dispose list. Jadwal retensi (JRA) "
        "diisi ketua atau admin di Pengaturan, Jadwal retensi; tanpa itu semua arsip disimpan.",
        "No case can be proposed for destruction{year}. The reason for each: rangkap dispose list. Chair or admin enter the "
        "retention schedule (JRA) in Settings, Retention schedule; without it everything is kept.",
    )
    status = Exit.NOT_FOUND


class WrongState(RangkapError):
    """The list is not at the step that was asked for."""

    code = "office.disposal_state"
    said = Text(
        "Daftar {list} berkeadaan “{state}”, jadi tidak dapat {verb}. {then}",
        "The list {list} is “{state}”, so it cannot be {verb_en}. {then_en}",
    )


class PaperNeeded(RangkapError):
    """The number or the day of the paper behind a step is missing."""

    code = "office.disposal_paper"
    said = Text(
        "{what}: nomor dan tanggal wajib diisi, dan tanggalnya tidak boleh sesudah hari ini. Ulangi perintah yang sama dan "
        "ketik keduanya, atau kirim melalui stdin sebagai dua baris.",
        "{what}: number and day are required, and the day may not lie after today. Run the same command again and type "
        "both, or send them on stdin as two lines.",
    )
    status = Exit.USAGE


class OwnList(RangkapError):
    """Whoever proposed a list does not approve it."""

    code = "office.own_list"
    said = Text(
        "Daftar {list} Anda usulkan sendiri ({account}), jadi harus disetujui orang lain: ketua mengetik rangkap dispose "
        "approve {list}. Kantor satu orang: aturan.verifikasi_sendiri di office.toml.",
        "You proposed the list {list} yourself ({account}), so another person must approve it: the chair types rangkap "
        "dispose approve {list}. An office of one person: aturan.verifikasi_sendiri in office.toml.",
    )


class NoLonger(RangkapError):
    """A case on the list may not be destroyed any more."""

    code = "office.no_longer_over"
    said = Text(
        "Kasus {case} dalam daftar {list} tidak boleh dimusnahkan: {reason}. Tidak ada yang dimusnahkan. Cabut daftar itu "
        "(rangkap dispose withdraw {list}) dan usulkan lagi (rangkap dispose propose).",
        "Case {case} of the list {list} may not be destroyed: {reason}. Nothing was destroyed. Withdraw the list (rangkap "
        "dispose withdraw {list}) and propose again (rangkap dispose propose).",
    )


class DestructionPending(RangkapError):
    """The destruction is decided and entered, and could not be carried out to its end."""

    code = "office.destruction_pending"
    said = Text(
        "Pemusnahan menurut daftar {list} sudah dimulai dan belum selesai: {reason} Selesaikan dengan perintah yang sama: "
        "rangkap dispose destroy {list}; pengawas inbox (rangkap watch) juga mencobanya setiap kali mulai.",
        "The destruction by the list {list} has begun and is not complete: {reason} Complete it with the same command: "
        "rangkap dispose destroy {list}; the watcher (rangkap watch) tries it as well whenever it starts.",
    )
    status = Exit.FAILED
