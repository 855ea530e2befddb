"""What can go wrong in a step of the procedure, with the web door, or where the archive lies in a bucket, as sentences."""

from __future__ import annotations

from pipeline.kernel.errors import Damage, Exit, NotThere, RangkapError, Text, WrongUse


class NotYours(RangkapError):
    """The actor's roles do not allow this."""

    code = "office.not_yours"
    said = Text(
        "Akun “{account}” tidak boleh melakukan “{verb}”. Yang boleh: {roles}. Mintalah rekan dengan peran itu.",
        "Account “{account}” may not do “{verb}”. Those who may: {roles}. Ask a colleague with that role.",
    )
    status = Exit.NO_RIGHT


class UnknownAccount(RangkapError):
    """The caller is nobody in office.toml."""

    code = "office.unknown_account"
    said = Text(
        "Pengguna “{user}” belum punya akun di kantor ini. Mintalah admin menambahkannya di office.toml, pada [[akun]], kunci “pengguna”.",
        "User “{user}” has no account in this office. Ask the admin to add it to office.toml, to an [[akun]], key “pengguna”.",
    )
    status = Exit.NO_RIGHT


class MayNotActAs(RangkapError):
    """``--as`` names an account that this user may not use."""

    code = "office.may_not_act_as"
    said = Text(
        "“{user}” tidak boleh bertindak sebagai “{account}”. Jalankan tanpa --as untuk memakai akun sendiri; izin lain diatur admin "
        "dengan “boleh_dipakai” di office.toml.",
        "“{user}” may not act as “{account}”. Run it without --as to use your own account; other permissions are given by the admin "
        "with “boleh_dipakai” in office.toml.",
    )
    status = Exit.NO_RIGHT


class HomeExists(RangkapError):
    """There is an office here already."""

    code = "office.home_exists"
    said = Text(
        "{home} sudah berisi office.toml; tidak ada yang diubah. Sebutkan folder lain, atau pakai kantor itu: RANGKAP_HOME={home} "
        "rangkap start",
        "{home} already holds an office.toml; nothing was changed. Name another folder, or use that office: RANGKAP_HOME={home} "
        "rangkap start",
    )


class HomeInTheWay(RangkapError):
    """The folder is not empty."""

    code = "office.home_in_the_way"
    said = Text(
        "{home} sudah berisi berkas lain. Pilih folder kosong atau yang belum ada.",
        "{home} holds other files. Choose an empty folder or one that does not exist yet.",
    )


class NotWaiting(RangkapError):
    """The arrival does not wait for registration."""

    code = "office.not_waiting"
    said = Text(
        "Surat masuk {item} tidak menunggu pendaftaran (keadaannya: {state}); mungkin rekan sudah mengerjakannya. Lihat: rangkap find "
        "{item}. Yang masih menunggu: rangkap todo",
        "Arrival {item} does not wait for registration (it is: {state}); a colleague may have done it. See: rangkap find {item}. "
        "What still waits: rangkap todo",
    )


class NothingWaits(NotThere):
    """No arrival waits for registration."""

    code = "office.nothing_waits"
    said = Text(
        "Tidak ada surat masuk yang menunggu pendaftaran. Taruh pindaian di inbox; sesudah diterima, suratnya tampak dalam: rangkap "
        "todo. Pengaduan lewat telepon: rangkap register --channel phone",
        "No arrival waits for registration. Put the scan into the inbox; when it is taken in it shows in: rangkap todo. A complaint by "
        "telephone: rangkap register --channel phone",
    )


class SeveralWait(WrongUse):
    """More than one arrival waits; one must be named."""

    code = "office.several_wait"
    said = Text(
        "Ada {count} surat masuk yang menunggu. Sebutkan salah satu sesudah perintahnya: {items}.",
        "{count} arrivals wait. Name one after the command: {items}.",
    )


class ClockBehind(RangkapError):
    """The clock stands before the last entry: no numbers are given."""

    code = "office.clock_behind"
    said = Text(
        "Jam komputer ({now}) lebih awal daripada catatan terakhir ({last}). Betulkan jam, lalu ulangi; "
        "surat yang masuk tetap disimpan. Bila jam sekarang memang benar, admin menjalankan: rangkap confirm-clock",
        "The clock ({now}) is before the last entry ({last}). Set it right, then retry; what comes in is kept. "
        "If it is right now, the admin runs: rangkap confirm-clock",
    )
    status = Exit.FAILED


class NoSignatory(RangkapError):
    """Nobody may sign on this day."""

    code = "office.no_signatory"
    said = Text(
        "Tidak ada yang berhak menandatangani pada {day}. Bila ketua berhalangan, ketua atau admin mencatat wakilnya: rangkap mandate. "
        "Bila tidak, mintalah ketua atau admin melengkapi daftarnya di Pengaturan, Penandatangan.",
        "Nobody may sign on {day}. If the chair is absent, chair or admin record the deputy: rangkap mandate. If not, ask chair or "
        "admin to complete the list in Settings, Signatories.",
    )


class RulesBroken(RangkapError):
    """The letter breaks letter rules; it did not reach the chair."""

    code = "office.rules_broken"
    said = Text(
        "Surat belum memenuhi aturan dan tidak diajukan:\n{reasons}\nBetulkan isiannya, lalu ulangi perintah yang sama.",
        "The letter does not follow the rules and was not submitted:\n{reasons}\nMend the answers, then repeat the same command.",
    )


class NoRoute(RangkapError):
    """There is no safe way for a letter."""

    code = "office.no_route"
    said = Text(
        "Belum ada jalur aman untuk surat jawaban kasus {case}. Catat kontak aman (untuk lembaga: alamat resminya) dengan: "
        "rangkap clarify {case}",
        "There is no safe way for an answer letter in case {case}. Record a safe contact (of an institution its official "
        "address) with: rangkap clarify {case}",
    )


class ContactChanged(RangkapError):
    """The safe contact changed after the draft was made."""

    code = "office.contact_changed"
    said = Text(
        "Kontak aman kasus {case} berubah sejak suratnya dibuat, jadi surat itu tidak dipakai. Petugas identifikasi membuatnya lagi "
        "dengan kontak yang berlaku: rangkap draft {case}",
        "The safe contact of case {case} changed since its letter was made, so the letter is not used. The officer makes it anew with "
        "the contact that holds: rangkap draft {case}",
    )


class NoLetter(NotThere):
    """The case has no letter in the state that this step needs."""

    code = "office.no_letter"
    said = Text(
        "Kasus {case} tidak mempunyai surat berkeadaan “{state}”. Lihat keadaannya dengan: rangkap show {case}",
        "Case {case} has no letter in the state “{state}”. See where it stands with: rangkap show {case}",
    )


class DraftChanged(Damage):
    """The draft file is not the one that was checked."""

    code = "office.draft_changed"
    said = Text(
        "Berkas konsep {letter} berubah sejak diperiksa. Buat konsep lagi dengan: rangkap draft {case}{kind}",
        "The draft file of {letter} changed since it was checked. Draft it again with: rangkap draft {case}{kind}",
    )


class BytesMissing(Damage):
    """The bytes of an arrival are not where they must be."""

    code = "office.bytes_missing"
    said = Text(
        "Berkas surat masuk {item} tidak ada atau berubah di var/arrivals. Simpan surat kertasnya; taruh berkas yang sama sekali "
        "lagi di inbox, atau minta admin memulihkannya dari cadangan, sesudah memeriksa dengan rangkap verify",
        "The file of arrival {item} is missing or changed in var/arrivals. Keep the paper; put the same file into the inbox once more, "
        "or have the admin restore it from the backup, after a check with rangkap verify",
    )


class FilingPending(RangkapError):
    """The step is done, but the archive could not take the new version yet."""

    code = "office.filing_pending"
    said = Text(
        "Langkah ini sudah tercatat pada kasus {case}, tetapi arsip belum dapat ditulis: {reason} "
        "Jangan diulang; pengarsipan dilanjutkan sendiri setelah penyebabnya dibetulkan.",
        "This step is recorded in case {case}, but the archive cannot be written yet: {reason} "
        "Do not repeat it; filing goes on by itself once the cause is mended.",
    )
    status = Exit.INCOMPLETE


class DatabaseBehind(Damage):
    """The archive knows more than the database: an older copy of the database was put in place."""

    code = "office.database_behind"
    said = Text(
        "Basis data ({database}) tidak sesuai dengan arsip ({archive}); mungkin cadangan lama dipulihkan. "
        "Jangan bekerja dengannya; mintalah admin menjalankan: rangkap rebuild",
        "The database ({database}) does not agree with the archive ({archive}); an old backup may have been "
        "restored. Do not work with it; ask the admin to run: rangkap rebuild",
    )


class HomeInUse(RangkapError):
    """Other processes of this office are running."""

    code = "office.home_in_use"
    said = Text(
        "Rangkap masih berjalan di rumah kantor ini. Hentikan dahulu (rangkap start, watch, worker), lalu ulangi.",
        "Rangkap is still running in this home. Stop it first (rangkap start, watch, worker), then retry.",
    )


class CopyDamaged(Damage):
    """A stamped copy in the archive is not the one that was approved."""

    code = "office.copy_damaged"
    said = Text(
        "Salinan surat {letter} di arsip tidak ada atau berubah. Jangan dicetak; mintalah arsiparis, ketua, atau admin menjalankan: "
        "rangkap verify",
        "A copy of letter {letter} in the archive is missing or changed. Do not print it; ask archivist, chair or admin to run: rangkap "
        "verify",
    )


class NotACopy(RangkapError):
    """The arrival cannot be matched by hand to a copy."""

    code = "office.not_a_copy"
    said = Text(
        "Surat masuk {item} tidak dapat dicocokkan: {reason}. Lihat yang menunggu dicocokkan dengan: rangkap match",
        "Arrival {item} cannot be matched: {reason}. See what waits to be matched with: rangkap match",
    )


class FolderInInbox(RangkapError):
    """Somebody dropped a folder, or made one inside a known folder; only known folders are looked into."""

    code = "office.folder_in_inbox"
    said = Text(
        "Ada {count} folder di inbox yang tidak dikenal; isinya tidak diambil. Pindahkan berkasnya langsung ke inbox "
        "atau ke folder {known}.",
        "There are {count} unknown folders in the inbox; what is in them is not taken. Move the files into the inbox "
        "itself or into a folder {known}.",
    )


class RebuildIncomplete(Damage):
    """An entry of the register has no payload in the archive."""

    code = "office.rebuild_incomplete"
    said = Text(
        "Catatan {n} dalam register tidak mempunyai isi di arsip (kasus {case}). Pulihkan arsip dari cadangan; "
        "jalankan: rangkap verify",
        "Entry {n} of the register has no payload in the archive (case {case}). Restore the archive from the "
        "backup; run: rangkap verify",
    )


class MaybeKnown(RangkapError):
    """The complaint may be registered already (step 1); nothing was saved."""

    code = "office.maybe_known"
    said = Text(
        "Mungkin sudah terdaftar sebagai kasus {cases}: nomor surat, pengirim dan tanggal surat, atau korbannya sama. "
        "Periksa dengan: rangkap show {first}. Bila memang pengaduan lain, ulangi dengan jawaban "
        "“not_a_duplicate”: true. Surat susulan ditambahkan dengan: rangkap register NOMOR-AGENDA --case {first}",
        "It may be registered already as case {cases}: the letter number, sender and date of the letter, or the "
        "victim is the same. Look with: rangkap show {first}. If it is another complaint, repeat with the answer "
        "“not_a_duplicate”: true. A further letter is added with: rangkap register AGENDA-NUMBER --case {first}",
    )


class AddressTaken(WrongUse):
    """Another program listens where the pages should be, or the address is not this machine's."""

    code = "office.web_address_taken"
    said = Text(
        "Halaman web tidak dapat dibuka di {address}:{port}: alamat itu dipakai program lain atau bukan milik komputer ini. "
        "Hentikan program itu, atau pilih web.alamat atau web.porta yang lain di office.toml, lalu jalankan lagi.",
        "The pages cannot be opened at {address}:{port}: another program uses that address, or it is not this "
        "machine's. Stop that program, or choose another web.alamat or web.porta in office.toml, then start again.",
    )


class NeedsCertificate(WrongUse):
    """The pages would travel through the office's network unencrypted."""

    code = "office.web_needs_certificate"
    said = Text(
        "Halaman web tidak dibuka di {address}: isinya akan lewat jaringan tanpa sandi. Buat sertifikat dahulu: rangkap cert. "
        "Tanpa sertifikat halaman hanya di komputer ini: web.alamat = 127.0.0.1.",
        "The pages are not opened at {address}: they would cross the network unencrypted. Make a certificate first: "
        "rangkap cert. Without one they are for this machine alone: web.alamat = 127.0.0.1.",
    )


class NoPages(WrongUse):
    """The office has chosen to have no pages."""

    code = "office.web_off"
    said = Text(
        "Kantor ini tanpa halaman web: web.porta = 0 di office.toml. Beri porta lain, misalnya 8000, lalu jalankan lagi.",
        "This office has no pages: web.porta = 0 in office.toml. Give another port, such as 8000, then start again.",
    )


class NoCertificate(NotThere):
    """A certificate is asked for where there is none, or what lies there cannot be used."""

    code = "office.no_certificate"
    said = Text(
        "Tidak ada sertifikat web yang dapat dipakai di var/keys ({reason}). Buat yang baru: rangkap cert --new-key",
        "There is no usable web certificate in var/keys ({reason}). Make a new one: rangkap cert --new-key",
    )


class BucketInUse(RangkapError):
    """The bucket holds the archive of an office already; a new home does not take it over."""

    code = "office.bucket_in_use"
    said = Text(
        "{place} sudah memuat arsip sebuah kantor, jadi rumah kantor baru tidak dibuat di atasnya. Pakai ember atau folder lain "
        "dalam RANGKAP_ARCHIVE; untuk kantor yang sama kembalikan rumahnya dari cadangan (docs/archive.md).",
        "{place} holds the archive of an office already, so no new home was made on it. Name another bucket or folder in "
        "RANGKAP_ARCHIVE; for the same office bring its home back from the backup (docs/archive.md).",
    )


class ArchiveInBucket(RangkapError):
    """A backup of a home whose archive lies in a bucket cannot be proved against it by itself; nothing was restored."""

    code = "office.archive_in_bucket"
    said = Text(
        "Pemulihan otomatis tidak dikerjakan untuk kantor dengan arsip di ember S3 (RANGKAP_ARCHIVE): cadangannya tidak memuat "
        "arsip, dan ember biasanya lebih baru daripada cadangan. Tidak ada yang dipulihkan. Kembalikan var, letter_templates dan "
        "office.toml dengan restic, lalu jalankan rangkap rebuild (docs/archive.md, bagian “Backup and restore of a bucket”).",
        "An office whose archive lies in an S3 bucket (RANGKAP_ARCHIVE) is not restored by itself: its backup does not hold "
        "the archive, and the bucket is mostly newer than the backup. Nothing was restored. Bring var, letter_templates and "
        "office.toml back with restic, then run rangkap rebuild (docs/archive.md, “Backup and restore of a bucket”).",
    )
