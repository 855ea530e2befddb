"""The shipped sheets: disposition, verification, approval of a draft, and the monthly register page.

The first three bear a code at their foot once they are printed for a decision; the register page is
stamped like a letter, in two copies. None of them bears a name of a victim, reporter or reported person.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.letters import build_templates_page as page
from pipeline.letters import build_templates_parts as made
from pipeline.letters.build_templates_emblem import emblem
from pipeline.letters.build_templates_letter import SIGNATURE_AT, letterhead, signature
from pipeline.letters.build_templates_parts import Entry
from pipeline.letters.parts import TEXT_WIDTH, cell, footer_table, line, paragraph, picture, row, table

_HEAD = line("{{ kop.pemerintah }}", "KopAlamat") + line("{{ kop.unit }}", "KopUnit")
_CHAIR: made.Signer = (("{{ jabatan }},",), "{{ ketua }}", "")
_HOW = "Beri tanda pada kotak, isi tanggal, tanda tangani, lalu pindai lembar ini ke inbox."


def _sheet(name: str, content: str) -> bytes:
    body = page.section_of(_HEAD + made.title(name.upper(), "Rahasia") + content, bottom=page.CODE_BOTTOM)
    return page.docx(body, page.code_foot(f"{name} · Kasus {{{{ nomor_kasus }}}}"))


def _decision(choices: Sequence[str], reasons: str, lines: int) -> str:
    """Return what is written by hand: choices, reason, date and signature."""
    return (
        made.heading("Keputusan")
        + made.tick_rows(choices)
        + made.writing(reasons, lines)
        + made.by_hand("Tanggal keputusan", "Paraf")
        + line(_HOW, "Keterangan", "<w:keepNext/>")
        + made.signatures(None, _CHAIR)
    )


def disposition() -> bytes:
    """Return the Lembar Disposisi (step 7): the letter or call, to whom it is passed, what is to be done."""
    letter: tuple[Entry, ...] = (
        ("Nomor agenda", "{{ nomor_agenda }}", "Kode", "{{ kode }}"),
        (
            "Diterima",
            "{{ diterima }}",
            '{{ "Tanggal surat" if kanal != "telepon" else "" }}',
            "{{ tanggal_surat }}",
        ),
        ("Dari", "{{ dari }}"),
        ('{%tr if kanal != "telepon" %}',),
        ("Nomor surat", "{{ nomor_surat }}"),
        ("Hal", "{{ hal }}"),
        ("{%tr endif %}",),
        ("Nomor register", "{{ nomor_register }}", "Nomor kasus", "{{ nomor_kasus }}"),
        ("Kanal", "{{ kanal }}", "Tingkat risiko", "{{ risiko }}"),
        ("Tenggat", "{{ tenggat }}"),
    )
    content = (
        made.section("Pengaduan yang diteruskan", letter)
        + made.heading("Diteruskan kepada")
        + made.tick_list("petugas", "{{ baris.nama }}", "{{ baris.beban }}")
        + made.heading("Instruksi")
        + made.tick_rows(INSTRUCTIONS, 2)
        + made.writing("Isi disposisi", 3)
        + made.by_hand("Selesai paling lambat", "Tanggal dan paraf")
        + line(_HOW, "Keterangan", "<w:keepNext/>")
        + made.signatures(None, _CHAIR)
    )
    return _sheet("Lembar Disposisi", content)


INSTRUCTIONS = (
    "Pelajari dan klarifikasi", "Siapkan konsep surat jawaban", "Hubungi melalui kontak aman",
    "Koordinasikan dengan instansi terkait", "Pindahkan ke SOP krisis", "Bicarakan dengan saya",
)  # fmt: skip


def verification() -> bytes:
    """Return the Lembar Verifikasi (step 6): what is there and what is missing, and the decision."""
    known: tuple[Entry, ...] = (
        ("Nomor register", "{{ nomor_register }}", "Nomor kasus", "{{ nomor_kasus }}"),
        ("Nomor agenda", "{{ nomor_agenda }}", "Diterima", "{{ diterima }}"),
        ("Kanal", "{{ kanal }}", "Didaftarkan oleh", "{{ pendaftar }}"),
        ("Kecamatan", "{{ kecamatan }}", "Tingkat risiko", "{{ risiko }}"),
        ("Kewenangan", "{{ kewenangan }}"),
        ("Kasus", "{{ baru_lama }}"),
    )
    content = (
        made.section("Laporan", known)
        + made.listing(
            (5000, TEXT_WIDTH - 5000),
            ("Kelengkapan", "Keadaan"),
            "kelengkapan",
            ("{{ baris.hal }}", "{{ baris.keadaan }}"),
        )
        + _decision(
            ("Terverifikasi", "Dikembalikan kepada petugas penerima"), "Alasan (wajib bila dikembalikan)", 3
        )
    )
    return _sheet("Lembar Verifikasi", content)


def approval() -> bytes:
    """Return the Lembar Persetujuan Konsep (step 11): the cover page of a draft, which itself bears no code."""
    letter: tuple[Entry, ...] = (
        ("Nomor kasus", "{{ nomor_kasus }}", "Nomor register", "{{ nomor_register }}"),
        ("Surat", "{{ surat.id }}", "Revisi", "{{ surat.revisi }}"),
        ("Jenis surat", "{{ surat.jenis }}", "Jumlah halaman", "{{ surat.halaman }}"),
        ("Hal", "{{ surat.hal }}", "Sifat", "{{ surat.sifat }}"),
        ("Kepada", "{{ surat.kepada }}", "Tanggal konsep", "{{ surat.tanggal }}"),
        ("Disusun oleh", "{{ surat.penyusun }}", "Sidik konsep", "{{ surat.sidik }}"),
        ("Tindak lanjut", "{{ tindak_lanjut }}"),
    )
    content = (
        made.section("Konsep yang dilampirkan", letter)
        + line(
            "Keputusan ini berlaku hanya untuk konsep dengan revisi dan sidik di atas. Nomor dan tanggal surat "
            "diberikan saat keputusan dicatat.",
            "Uraian",
        )
        + _decision(
            ("Disetujui", "Dikembalikan untuk diperbaiki"),
            "Alasan atau perbaikan (wajib bila dikembalikan)",
            5,
        )
    )
    return _sheet("Lembar Persetujuan Konsep", content)


def register_page() -> bytes:
    """Return the Lembar Pengesahan Register: the month's entries and the head of the chain, signed in duplicate."""
    counts: tuple[Entry, ...] = (
        ("Keadaan per", "{{ keadaan_per }}"),
        ("Jumlah catatan", "{{ catatan.jumlah }}", "Catatan ke-", "{{ catatan.rentang }}"),
        ("Kasus didaftarkan", "{{ register.jumlah }}"),
        ("Nomor register", "{{ register.rentang }}"),
    )
    content = (
        letterhead()
        + made.title("LEMBAR PENGESAHAN REGISTER PENGADUAN", "{{ bulan }} · {{ nomor_lembar }}")
        + made.section("Register", counts)
        + made.listing(
            (TEXT_WIDTH - 2000, 2000),
            ("Jenis catatan", "Jumlah"),
            "rincian",
            ("{{ baris.jenis }}", "{{ baris.jumlah }}"),
        )
        + made.heading("Ujung rantai (catatan ke-{{ ujung.nomor }}, {{ ujung.waktu }})")
        + _head_of_chain()
        + line(_STATEMENT, "Uraian", "<w:keepNext/>")
        + line("{{ tempat }}, {{ tanggal_surat }}", "Tanggal", _ABOVE_SIGNATURE)
        + signature()
        + paragraph(style="Ekor")
    )
    foot = footer_table("KONSEP – belum disahkan", "{{ nomor_lembar }}", "")
    pictures = {"lambang.png": emblem(), "ujung.png": emblem()}
    body = page.section_of(content, bottom=page.CODE_BOTTOM)
    return page.docx(body, foot, draft=True, pictures=pictures)


_STATEMENT = (
    "Dengan ini register pengaduan bulan {{ bulan }} disahkan. Deretan di atas adalah sidik catatan terakhir; "
    "setiap perubahan, penyisipan, atau penghapusan catatan sampai dengan catatan itu akan mengubahnya."
)
_ABOVE_SIGNATURE = f'<w:keepNext/><w:ind w:left="{SIGNATURE_AT}"/><w:jc w:val="left"/>'
HEAD_MM = 28


def _head_of_chain() -> str:
    """Return the head of the chain: four lines of groups at the left, the picture of its code at the right."""
    side = HEAD_MM * 36_000
    code = paragraph(picture("rId7", 2, "Ujung rantai", side, side), "RangkapKode")
    groups = (
        line("{%p for baris in ujung.kelompok %}")
        + line("{{ baris }}", "Sidik")
        + line("{%p endfor %}")
        + paragraph(style="Ekor")
    )
    widths = (TEXT_WIDTH - 1900, 1900)
    return table(widths, [row([cell(widths[0], groups, made.MIDDLE), cell(widths[1], code)])]) + made.gap()


SHEETS = {
    "lembar-disposisi": disposition,
    "lembar-verifikasi": verification,
    "lembar-persetujuan-konsep": approval,
    "lembar-pengesahan-register": register_page,
}
