"""What a step asks for and did not get: verification, assignment, paper decisions; further letters and documents that move."""

from __future__ import annotations

from pipeline.kernel.errors import NotThere, RangkapError, Text, WrongUse


class OwnEntry(RangkapError):
    """Whoever registered a case may not verify it."""

    code = "office.own_entry"
    said = Text(
        "Kasus {case} Anda daftarkan sendiri, jadi orang lain yang memverifikasinya (langkah 6). Kantor satu orang "
        "dapat mengizinkannya dengan aturan.verifikasi_sendiri di office.toml; itu tercatat.",
        "You registered case {case} yourself, so somebody else verifies it (step 6). A one-person office can allow it "
        "with aturan.verifikasi_sendiri in office.toml; that is written down.",
    )


class OwnDraft(RangkapError):
    """Whoever wrote a draft may not type in the chair's decision about it."""

    code = "office.own_draft"
    said = Text(
        "Konsep kasus {case} Anda susun sendiri, jadi orang lain yang mengetik keputusannya (langkah 11): "
        "rangkap decide {sheet}. Kantor satu orang dapat mengizinkannya dengan aturan.verifikasi_sendiri di office.toml.",
        "You wrote the draft of case {case} yourself, so somebody else types in its decision (step 11): "
        "rangkap decide {sheet}. A one-person office can allow it with aturan.verifikasi_sendiri in office.toml.",
    )


class ReasonNeeded(WrongUse):
    """A step that sends something back says why."""

    code = "office.reason_needed"
    said = Text(
        "Alasan wajib diisi. Tulis alasannya, lalu ulangi.",
        "A reason is required. Write it and repeat.",
    )


class NothingToHeed(RangkapError):
    """Somebody sees to danger words of a case that has none open."""

    code = "office.nothing_to_heed"
    said = Text(
        "Kasus {case} tidak mempunyai kata bahaya yang menunggu. Yang menunggu tampak dalam: rangkap todo",
        "Case {case} has no danger words that wait. What waits is shown by: rangkap todo",
    )


class NoOfficer(WrongUse):
    """A case is assigned to an account that handles none."""

    code = "office.no_officer"
    said = Text(
        "“{given}” bukan akun petugas identifikasi. Yang ada: {known}.",
        "“{given}” is no account of an identification officer. There are: {known}.",
    )


class SameOfficer(RangkapError):
    """A case is given to the officer who handles it already."""

    code = "office.same_officer"
    said = Text(
        "Kasus {case} sudah ditangani oleh {officer}; tidak ada yang diubah. Lihat: rangkap show {case}",
        "Case {case} is handled by {officer} already; nothing was changed. See: rangkap show {case}",
    )


class SheetOutdated(RangkapError):
    """A sheet came back for a draft that has changed since, or was decided otherwise."""

    code = "office.sheet_outdated"
    said = Text(
        "Lembar {sheet} tidak berlaku lagi: konsepnya sudah berubah atau sudah diputuskan. Cetak lembar baru: rangkap sheet {kind} {case} --to DIR",
        "Sheet {sheet} no longer counts: its draft has changed or was decided. Print a new one: rangkap sheet {kind} {case} --to DIR",
    )


class SheetNotBack(RangkapError):
    """A paper decision is typed in before its signed sheet was scanned."""

    code = "office.sheet_not_back"
    said = Text(
        "Lembar {sheet} belum dipindai kembali. Pindai lembar yang ditandatangani ke inbox, lalu ulangi.",
        "Sheet {sheet} was not scanned back yet. Scan the signed sheet into the inbox, then repeat.",
    )


class SheetUnsigned(RangkapError):
    """A sheet came back without a signature."""

    code = "office.sheet_unsigned"
    said = Text(
        "Lembar {sheet} tanpa tanda tangan bukan keputusan; tidak ada yang dicatat. Minta ketua menandatanganinya, pindai "
        "lagi ke inbox (pindaian baru menggantikan yang lama), lalu ulangi: rangkap decide {sheet}",
        "Sheet {sheet} without a signature is no decision; nothing was recorded. Have the chair sign it, scan it again "
        "(the new scan takes the place of the old one), then repeat: rangkap decide {sheet}",
    )


class SheetDecided(RangkapError):
    """The decision of a sheet is recorded already."""

    code = "office.sheet_decided"
    said = Text(
        "Keputusan pada lembar {sheet} sudah dicatat. Lihat: rangkap show {case}",
        "The decision on sheet {sheet} is recorded already. See: rangkap show {case}",
    )


class CaseIsClosed(RangkapError):
    """The case was closed: it is opened again first, or the letter is a new complaint."""

    code = "office.case_is_closed"
    said = Text(
        "Kasus {case} sudah selesai, jadi surat {agenda} tidak ditambahkan. Bila suratnya menyangkut kasus itu, minta ketua "
        "membukanya kembali: rangkap reopen {case}; lalu ulangi. Bila pengaduan baru: rangkap register {agenda}",
        "Case {case} is closed, so letter {agenda} was not added. If it belongs to that case, ask the chair to open it "
        "again: rangkap reopen {case}; then repeat. If it is a new complaint: rangkap register {agenda}",
    )


class DeliverFirst(RangkapError):
    """An earlier answer is signed and not delivered: it comes before the answer to a further letter."""

    code = "office.deliver_first"
    said = Text(
        "Surat jawaban {letter} kasus {case} belum disampaikan. Sampaikan dahulu, atau catat bahwa tidak dapat "
        "disampaikan: rangkap deliver {case}. Sesudah itu surat lanjutannya dijawab: rangkap draft {case}",
        "Answer {letter} of case {case} is not delivered. Deliver it first, or record that it cannot be delivered: "
        "rangkap deliver {case}. Then the further letter is answered: rangkap draft {case}",
    )


class NotTheirLetter(RangkapError):
    """The letter that would be answered is from another sender than the case: the answer would tell of it."""

    code = "office.not_their_letter"
    said = Text(
        "Surat {agenda} bukan dari pengirim surat pertama kasus {case}; jawaban kasus ini dikirim kepada pengirim pertama "
        "dan tidak boleh menyebut surat orang lain. Agar surat {agenda} dijawab kepada pengirimnya sendiri: {remedy}. "
        "Untuk menjawab surat pertama: isi “Menjawab surat agenda” (replies_to) dengan {first}.",
        "Letter {agenda} is not from who sent the first letter of case {case}; the answer of this case goes to the first "
        "sender and must not tell of another's letter. To answer letter {agenda} to its own sender: {remedy}. "
        "To answer the first letter, give its agenda number, {first}, as replies_to.",
    )


class CallNotTaken(RangkapError):
    """A case that is over takes no further call."""

    code = "office.call_not_taken"
    said = Text(
        "Kasus {case}{into} ({state}) tidak menerima catatan telepon lagi. Buka kembali kasusnya (rangkap reopen {case}, ketua), "
        "atau daftarkan telepon itu sebagai kasus baru: rangkap register --channel phone",
        "Case {case}{into} ({state}) takes no further call. Open it again (rangkap reopen {case}, chair), or register the call "
        "as a new case: rangkap register --channel phone",
    )


class CaseTakesNone(RangkapError):
    """A voided registration, a merged case or one of the paper register takes no further letter."""

    code = "office.case_takes_none"
    said = Text(
        "Kasus {case} ({state}) tidak menerima surat lagi. {instead}",
        "Case {case} ({state}) takes no further letter. {instead_en}",
    )


class NotInCase(NotThere):
    """The case holds no document of that name."""

    code = "office.not_in_case"
    said = Text(
        "Kasus {case} tidak memuat dokumen “{given}”. Yang dapat dipindahkan: {known}. Nama dokumen tertulis pada: "
        "rangkap show {case}",
        "Case {case} holds no document “{given}”. What can be moved: {known}. The names stand on: rangkap show {case}",
    )


class OwnPaper(RangkapError):
    """A paper that the case itself has made is not moved."""

    code = "office.own_paper"
    said = Text(
        "{document} dibuat dalam kasus {case} dan memuat nomor kasus itu (surat, salinan, lembar keputusan), jadi tidak "
        "dipindahkan. Hanya surat masuk, catatan telepon dan pindaian lama yang dipindahkan. Surat jawaban yang isinya "
        "salah dibatalkan ketua dengan: rangkap void NOMOR-SURAT",
        "{document} was made in case {case} and bears its number (a letter, a copy, a decision sheet), so it is not moved. "
        "Only incoming letters, records of calls and old scans are. An answer with wrong content is voided by the chair: "
        "rangkap void LETTER",
    )


class GoesAlong(RangkapError):
    """The report on a signature goes with the document that bears it."""

    code = "office.goes_along"
    said = Text(
        "{document} adalah laporan tanda tangan elektronik atau berkas asal, dan ikut dengan dokumennya. Pindahkan dokumennya: "
        "rangkap move {case} {main} --into {into}",
        "{document} is the report on an electronic signature, or a file as it came in, and goes with its document. Move that: "
        "rangkap move {case} {main} --into {into}",
    )


class SameCase(WrongUse):
    """A document is moved into the case that holds it."""

    code = "office.same_case"
    said = Text(
        "{document} memang sudah ada dalam kasus {case}. Sebutkan kasus yang benar sesudah --into.",
        "{document} is in case {case} already. Name the right case after --into.",
    )


class IntoVoid(RangkapError):
    """A voided registration takes in nothing."""

    code = "office.into_void"
    said = Text(
        "Pendaftaran kasus {case} sudah dibatalkan, jadi tidak menerima dokumen. Sebutkan kasus yang masih berlaku; cari "
        "dengan: rangkap find NOMOR",
        "The registration of case {case} was voided, so it takes in no document. Name a case that counts; look with: "
        "rangkap find NUMBER",
    )


class HeldAlready(RangkapError):
    """The right case holds the same bytes already."""

    code = "office.held_already"
    said = Text(
        "Kasus {into} sudah memuat isi yang sama sebagai {held}; tidak ada yang dipindahkan. Bandingkan dengan: "
        "rangkap show {into}",
        "Case {into} holds the same content already, as {held}; nothing was moved. Compare with: rangkap show {into}",
    )


class NotToVoid(RangkapError):
    """``--void`` is for a registration of which nothing is left and which nobody has worked on."""

    code = "office.not_to_void"
    said = Text(
        "Pendaftaran kasus {case} tidak dapat dibatalkan bersama pemindahan ini: masih ada {left} dokumen masuk, atau "
        "kasusnya sudah dikerjakan (keadaannya: {state}). Pindahkan tanpa --void: rangkap move {case} {document} "
        "--into {into}",
        "The registration of case {case} cannot be voided with this move: {left} incoming documents are left, or it was "
        "worked on already (it is: {state}). Move without --void: rangkap move {case} {document} --into {into}",
    )


class NotFiledYet(RangkapError):
    """A document leaves the wrong case only when it is in the right one."""

    code = "office.not_filed_yet"
    said = Text(
        "Dokumen baru dikeluarkan dari kasus {case} setelah tersimpan dalam kasus yang benar; itu belum selesai. "
        "Jangan diulang: pengarsipan dilanjutkan sendiri setelah penyebabnya dibetulkan.",
        "The document leaves case {case} only once it is filed in the right case; that is not done yet. "
        "Do not repeat it: filing goes on by itself once its cause is mended.",
    )
