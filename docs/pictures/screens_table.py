"""Which page is shown in which picture: one row for each page of the browser, by the name of its address."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Screen:
    """A page: name of its address, title in the documentation, who opens it, where; ``acts`` are (where, what is typed or "")."""

    name: str
    title: str
    account: str
    path: str
    acts: tuple[tuple[str, str], ...] = ()
    is_whole: bool = True
    """Whether what lies below the window is shown too; a form that keeps its buttons in sight is not."""


CLERK, OFFICER, CHAIR, ARCHIVIST, ADMIN, OVERSEER = (
    "petugas", "identifikasi", "ketua", "arsip", "teknis", "pengawas",
)  # fmt: skip
REGISTERED, DRAFTED, APPROVED, CLOSED = "2026-0007", "2026-0008", "2026-0009", "2026-0001"
"""Cases of the demonstration at their stages."""
_ROW = "tr:has-text('surat-jawaban-perorangan') a"
_CASE = f"/kasus/{CLOSED}/"
SCREENS: tuple[Screen, ...] = (
    Screen("sign-in", "Masuk", "", "/masuk/"),
    Screen("home", "Daftar tugas", CLERK, "/"),
    Screen("upload", "Surat baru", CLERK, "/surat-baru/"),
    Screen("arrival", "Surat masuk", CLERK, "/surat-masuk/A-2026-0007/"),
    Screen("register", "Pendaftaran", CLERK, "/surat/A-2026-0007/", is_whole=False),
    Screen("join", "Gabungkan surat", CLERK, "/gabung/"),
    Screen("split", "Pisahkan surat", CLERK, "/surat-masuk/A-2026-0008/pisah/"),
    Screen(
        "arrival-move",
        "Menandai surat bukan pengaduan",
        CLERK,
        "/surat-masuk/A-2026-0008/tindakan/strike-arrival/",
    ),
    Screen("phone", "Telepon masuk", CLERK, "/telepon/", is_whole=False),
    Screen("call-record", "Catatan Telepon", CLERK, "/kasus/2026-0006/catatan-telepon/"),
    Screen("print", "Cetak kedua salinan", CLERK, f"/kasus/{APPROVED}/cetak/"),
    Screen("print-all", "Cetak surat yang disetujui", CLERK, "/cetak/"),
    Screen("letter-signed", "Surat yang ditandatangani", CLERK, f"/kasus/{CLOSED}/surat/{CLOSED}-1/"),
    Screen("settings-holidays", "Hari libur", CLERK, "/pengaturan/hari-libur/"),
    Screen("case", "Kasus", OFFICER, _CASE),
    Screen("moves", "Tindakan lain", OFFICER, f"/kasus/{APPROVED}/tindakan/"),
    Screen("office-moves", "Lainnya: tindakan tanpa kasus", OFFICER, "/tindakan/"),
    Screen("office-move", "Naskah telepon", OFFICER, "/tindakan/explain/"),
    Screen("document", "Dokumen", OFFICER, f"{_CASE}dokumen/surat-masuk-1.pdf/"),
    Screen("vet", "Verifikasi", OFFICER, f"/kasus/{REGISTERED}/periksa/", is_whole=False),
    Screen(
        "move", "Menghubungi korban", OFFICER, f"/kasus/{REGISTERED}/tindakan/inform-victim/", is_whole=False
    ),
    Screen("search", "Cari", OFFICER, "/cari/", (("#wanted", "upah ditahan"), ("form#search button", ""))),
    Screen("draft", "Konsep surat jawaban", OFFICER, f"/kasus/{DRAFTED}/langkah/draft/", is_whole=False),
    Screen("chair-desk", "Persetujuan ketua", CHAIR, "/persetujuan/"),
    Screen("letter", "Surat untuk persetujuan ketua", CHAIR, f"/kasus/{DRAFTED}/surat/"),
    Screen("assign", "Penugasan", CHAIR, f"/kasus/{REGISTERED}/tugas/"),
    Screen("audit", "Catatan akses", CHAIR, "/catatan-akses/"),
    Screen("books", "Buku", ARCHIVIST, "/buku/"),
    Screen("book", "Agenda surat keluar", ARCHIVIST, "/buku/agenda-keluar/"),
    Screen("register-pages", "Lembar pengesahan", ARCHIVIST, "/buku/lembar/"),
    Screen("recap", "Rekapitulasi", OVERSEER, "/rekap/"),
    Screen("health", "Status sistem", ADMIN, "/status/"),
    Screen("users", "Akun", ADMIN, "/akun/"),
    Screen("settings", "Pengaturan", ADMIN, "/pengaturan/"),
    Screen("settings-signatories", "Penandatangan", ADMIN, "/pengaturan/penandatangan/"),
    Screen(
        "settings-row", "Satu penandatangan", ADMIN, "/pengaturan/baris/penandatangan/P-1/", is_whole=False
    ),
    Screen("settings-lists", "Daftar kode", ADMIN, "/pengaturan/daftar/"),
    Screen("settings-jra", "Jadwal retensi", ADMIN, "/pengaturan/jra/"),
    Screen("settings-templates", "Templat surat", ADMIN, "/pengaturan/templat/"),
    Screen("settings-template", "Satu templat", ADMIN, "/pengaturan/templat/", ((_ROW, ""),)),
    Screen("change-word", "Ganti kata sandi", ADMIN, "/kata-sandi/"),
    Screen("factor-new", "Pasang verifikasi dua langkah", OVERSEER, "/kode/pasang/"),
)
NOT_SHOWN = {
    "first": "hanya sekali, sebelum ada yang dapat masuk",
    "factor": "satu isian",
    "match": "seperti di daftarnya; hanya ada bila sebuah pindaian menunggu",
    "register-page": "lembar satu bulan",
    "printed": "halaman cetak, sebentar saja ada",
    "user": "dibuka dari daftar akun",
}
"""Pages without a picture of their own, and why."""
PIECES = frozenset({"waiting", "health-live", "settings-sample"})
"""What is asked for by a page, and no page itself."""
