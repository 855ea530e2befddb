"""What a step of the procedure asks for and did not get: verification, assignment, paper decisions."""

from __future__ import annotations

from pipeline.kernel.errors import Exit, RangkapError, Text


class OwnEntry(RangkapError):
    """Whoever registered a case may not verify it."""

    code = "office.own_entry"
    said = Text(
        "Kasus {case} Anda daftarkan sendiri, jadi orang lain yang memverifikasinya (langkah 6). Kantor satu orang "
        "dapat mengizinkannya dengan aturan.verifikasi_sendiri di office.toml; itu tercatat.",
        "You registered case {case} yourself, so somebody else verifies it (step 6). A one-person office can allow it "
        "with aturan.verifikasi_sendiri in office.toml; that is written down.",
    )
    status = Exit.REFUSED


class OwnDraft(RangkapError):
    """Whoever wrote a draft may not type in the chair's decision about it."""

    code = "office.own_draft"
    said = Text(
        "Konsep kasus {case} Anda susun sendiri, jadi orang lain yang mengetik keputusannya (langkah 11): "
        "rangkap decide {sheet}. Kantor satu orang dapat mengizinkannya dengan aturan.verifikasi_sendiri di office.toml.",
        "You wrote the draft of case {case} yourself, so somebody else types in its decision (step 11): "
        "rangkap decide {sheet}. A one-person office can allow it with aturan.verifikasi_sendiri in office.toml.",
    )
    status = Exit.REFUSED


class ReasonNeeded(RangkapError):
    """A step that sends something back says why."""

    code = "office.reason_needed"
    said = Text(
        "Alasan wajib diisi. Tulis alasannya, lalu ulangi.",
        "A reason is required. Write it and repeat.",
    )
    status = Exit.USAGE


class NothingToHeed(RangkapError):
    """Somebody sees to danger words of a case that has none open."""

    code = "office.nothing_to_heed"
    said = Text(
        "Kasus {case} tidak mempunyai kata bahaya yang menunggu. Yang menunggu tampak dalam: rangkap todo",
        "Case {case} has no danger words that wait. What waits is shown by: rangkap todo",
    )
    status = Exit.REFUSED


class NoOfficer(RangkapError):
    """A case is assigned to an account that handles none."""

    code = "office.no_officer"
    said = Text(
        "“{given}” bukan akun petugas identifikasi. Yang ada: {known}.",
        "“{given}” is no account of an identification officer. There are: {known}.",
    )
    status = Exit.USAGE


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
    status = Exit.REFUSED


class SheetNotBack(RangkapError):
    """A paper decision is typed in before its signed sheet was scanned."""

    code = "office.sheet_not_back"
    said = Text(
        "Lembar {sheet} belum dipindai kembali. Pindai lembar yang ditandatangani ke inbox, lalu ulangi.",
        "Sheet {sheet} was not scanned back yet. Scan the signed sheet into the inbox, then repeat.",
    )
    status = Exit.REFUSED


class SheetUnsigned(RangkapError):
    """A sheet came back without a signature."""

    code = "office.sheet_unsigned"
    said = Text(
        "Lembar {sheet} tanpa tanda tangan bukan keputusan; tidak ada yang dicatat. Minta ketua menandatanganinya, pindai "
        "lagi ke inbox (pindaian baru menggantikan yang lama), lalu ulangi: rangkap decide {sheet}",
        "Sheet {sheet} without a signature is no decision; nothing was recorded. Have the chair sign it, scan it again "
        "(the new scan takes the place of the old one), then repeat: rangkap decide {sheet}",
    )
    status = Exit.REFUSED


class SheetDecided(RangkapError):
    """The decision of a sheet is recorded already."""

    code = "office.sheet_decided"
    said = Text(
        "Keputusan pada lembar {sheet} sudah dicatat. Lihat: rangkap show {case}",
        "The decision on sheet {sheet} is recorded already. See: rangkap show {case}",
    )
    status = Exit.REFUSED
