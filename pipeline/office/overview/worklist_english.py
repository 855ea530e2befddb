"""English for the rows of what waits, kept in Indonesian."""

import re

_FORMS = (
    (r"menunggu verifikasi dan penugasan", "waits to be verified and assigned"),
    (r"menunggu penugasan", "waits to be assigned"),
    (r"menunggu konsep yang diperbaiki", "waits for the draft to be mended"),
    (r"menunggu konsep dari (.+)", r"waits for the draft of \1"),
    (r"menunggu konsep", "waits for a draft"),
    (r"menunggu jawaban", "waits for an answer"),
    (r"menunggu persetujuan ketua", "waits for the chair's approval"),
    (r"menunggu nomor sekretariat", "waits for the secretariat's number"),
    (r"menunggu ketua menegaskan pernyataan salinan ke-1", "waits for the chair to confirm the statement about copy 1"),
    (r"pernyataan salinan ke-1 menunggu ketua", "the statement about copy 1 waits for the chair"),
    (r"menunggu ketua", "waits for the chair"),
    (r"konsep masih dapat diganti", "the draft can still be replaced"),
    (r"belum dicetak", "not printed yet"),
    (r"menunggu salinan ke-1 dan ke-2 yang bertanda tangan", "waits for signed copies 1 and 2"),
    (r"menunggu salinan ke-(\d) yang bertanda tangan", r"waits for signed copy \1"),
    (r"menunggu disampaikan", "waits to be delivered"),
    (r"keluar (\S+) \((.+)\), belum ada kabar", r"left \1 (\2), no news yet"),
    (r"(\d+) kali belum berhasil", r"failed \1 times"),
    (r"tanda terima (\S+) belum dipindai", r"receipt \1 is not scanned yet"),
    (r"selesai, belum dientri ke SIMFONI-PPA", "closed, not entered in SIMFONI-PPA yet"),
    (r"menunggu ditutup", "waits to be closed"),
    (r"menunggu jawaban surat lanjutan (.+)", r"waits for the answer to the further letter \1"),
    (r"lembar (.+) dicetak, pindai setelah ditandatangani", r"sheet \1 is printed, scan it once it is signed"),
    (r"ketua: pindahkan ke SOP krisis", "chair: move it to the crisis procedure"),
    (r"SOP krisis: risiko tinggi", "crisis procedure: high risk"),
    (r"SOP krisis: instruksi ketua", "crisis procedure: instruction of the chair"),
    (r"SOP krisis: dinyatakan petugas", "crisis procedure: stated by an officer"),
    (r"KRISIS \(risiko tinggi\): belum diambil siapa pun", "CRISIS (high risk): nobody has taken it over yet"),
    (
        r"KRISIS \(instruksi ketua\): belum diambil siapa pun",
        "CRISIS (instruction of the chair): nobody has taken it over yet",
    ),
    (
        r"KRISIS \(dinyatakan petugas\): belum diambil siapa pun",
        "CRISIS (stated by an officer): nobody has taken it over yet",
    ),
    (r"SOP krisis: surat diterima terlapor", "crisis procedure: the reported person took the letter"),
    (r"SOP krisis: surat diterima orang lain", "crisis procedure: somebody else took the letter"),
    (
        r"KRISIS \(surat diterima terlapor\): belum diambil siapa pun",
        "CRISIS (the reported person took the letter): nobody has taken it over yet",
    ),
    (
        r"KRISIS \(surat diterima orang lain\): belum diambil siapa pun",
        "CRISIS (somebody else took the letter): nobody has taken it over yet",
    ),
    (r"surat sudah disampaikan", "the letter has been delivered"),
    (r"pindai tanda terimanya ke inbox", "scan its receipt into the inbox"),
    (r"tidak lagi memuat surat masuk", "holds no incoming letter any more"),
    (r"pindahkan yang benar ke sini", "move the right one here"),
    (
        r"tanyakan persetujuan korban: apa boleh diteruskan kepada siapa",
        "ask for the victim's consent: what may be passed on to whom",
    ),
    (
        r"korban belum diberi tahu lewat jalur aman, persetujuannya belum ditanyakan",
        "the victim was not told by a safe route yet, nor asked for consent",
    ),
    (
        r"KATA BAHAYA dalam surat (\S+), terbaca setelah didaftarkan: (.+)",
        r"DANGER WORDS in letter \1, read after it was registered: \2",
    ),
    (
        r"kata bahaya di dalam berkas, terbaca setelah surat didaftarkan: (.+)",
        r"danger words in the file, read after the letter was registered: \1",
    ),
    (r"tidak dapat disampaikan", "cannot be delivered"),
    (r"dikembalikan ketua", "returned by the chair"),
    (r"surat lanjutan (\S+) belum dijawab", r"further letter \1 is not answered"),
    (r"pengirim mungkin terlapor", "the sender may be the reported person"),
    (r"menunggu keputusan ketua tentang pengirim", "waits for the chair's decision about the sender"),
    (r"jangan menghubungi dahulu", "make no contact before it"),
    (r"dari pengirim lain, perlu kasus sendiri", "of another sender, needs a case of its own"),
    (r"jawaban sebelumnya disampaikan dahulu", "first the answer before is delivered"),
    (r"sesudah jawaban yang sedang dikerjakan", "after the answer that is being made"),
    (
        r"petugasnya terhalang konflik kepentingan",
        "its officer is barred by a conflict of interest",
    ),
    (r"tunjuk petugas lain", "name another officer"),
    (r"(\S+) mewakili (\S+) (\S+)", r"\1 deputises for \2 \3"),
    (r"(\d+) konsep dibuat lagi agar bertanda tangan wakil", r"\1 drafts to be made anew for the deputy to sign"),
    (r"cetak, lalu tanda tangan ketua pada kedua salinan", "print, then the chair signs both copies"),
    (r"salinan bertanda tangan ke-1 dan ke-2", "signed copies 1 and 2"),
    (r"salinan bertanda tangan ke-(\d)", r"signed copy \1"),
    (r"usulan belum diteruskan", "the proposal is not passed on yet"),
    (r"tidak diambil", "not fetched"),
    (r"musnahkan (\d+) cetakan dan tanda terimanya", r"shred \1 prints and the receipt"),
    (r"disetujui, belum diserahkan sejak (\S+)", r"approved, not handed over since \1"),
    (r"disetujui, belum diserahkan", "approved, not handed over yet"),
    (r"(\d+) kasus, menunggu persetujuan tertulis dan ketua", r"\1 cases, waiting for the written approval and the chair"),
    (r"(\d+) kasus, menunggu berita acara dan pemusnahan", r"\1 cases, waiting for minutes and destruction"),
    (r"(\d+) kasus, pemusnahan belum selesai", r"\1 cases, the destruction has not ended"),
    (
        r"KONTAK AMAN BERUBAH (\S+), surat sudah keluar (\S+) \((.+)\): tarik kembali, beri tahu ketua",
        r"SAFE CONTACT CHANGED \1, the letter left \2 (\3): take it back, tell the chair",
    ),
    (r"jawab sebelum (\S+ \S+), sisa (\d+) hari (\d+) jam", r"answer before \1, \2 days \3 hours left"),
    (r"jawab sebelum (\S+ \S+), sisa (\d+) jam", r"answer before \1, \2 hours left"),
    (r"jawab sebelum (\S+ \S+), lewat (\d+) hari (\d+) jam", r"answer before \1, over by \2 days \3 hours"),
    (r"jawab sebelum (\S+ \S+), lewat (\d+) jam", r"answer before \1, over by \2 hours"),
    *(
        (f"{what}: {told}", f"{said}: {then}")
        for what, said in (
            (r"surat jawaban", "answer letter"),
            (r"hari yang diminta dalam surat", "the day that the letter asks for"),
            (r"pelapor berjanji datang", "the reporter promised to come"),
        )
        for told, then in (
            (r"TERLAMBAT (\d+) hari kerja \(tenggat (\S+)\)", r"LATE by \1 working days (due \2)"),
            (r"(\d+) hari kerja lagi \(tenggat (\S+)\)", r"\1 working days left (due \2)"),
            (r"hari ini \(tenggat (\S+)\)", r"today (due \1)"),
        )
    ),
    *(
        (f"{what}: {told}", f"{said}: {then}")
        for what, said in (
            (r"laporan ke kepolisian \(UU 12/2022\)", "report to the police (UU 12/2022)"),
            (r"permintaan akses data \(UU 27/2022\)", "request for access to data (UU 27/2022)"),
            (r"pemberitahuan kebocoran data \(UU 27/2022\)", "notice of a data breach (UU 27/2022)"),
        )
        for told, then in (
            (r"sisa (\d+) jam \(s\.d\. (.+)\)", r"\1 hours left (until \2)"),
            (r"LEWAT (\d+) jam \(sejak (.+)\)", r"OVER by \1 hours (since \2)"),
            (r"dijawab (\S+) oleh (\S+)", r"answered \1 by \2"),
        )
    ),
    # what was written down beside a scan, by the machine that read it
    (r"Berkas memuat skrip di dalamnya", "The file holds a script"),
    (r"skrip itu tidak dijalankan\.?", "the script is not run"),
    (r"Berkas memuat perintah mengirim atau mengambil data", "The file holds an order to send or fetch data"),
    (r"perintah itu tidak dijalankan\.?", "the order is not carried out"),
    (r"Berkas memuat lampiran di dalamnya", "The file holds attachments"),
    (r"lampiran itu tidak dibuka\.?", "they are not opened"),
    (r"Berkas memuat tautan ke luar", "The file holds links to elsewhere"),
    (r"tautan itu tidak dibuka\.?", "they are not followed"),
    (r"Berkas memuat catatan yang tidak tampak sebagai bagian halaman", "The file holds notes that are no part of its pages"),
    (r"Berkas memuat tanda tangan elektronik tanpa tanda yang tampak di halamannya\.?", "The file holds a signature that shows nothing"),
    (r"Isian formulir lebih panjang daripada kotaknya dan terbaca sebagian", "A field of the form is too long and read in part"),
    (r"Isian formulir, catatan, atau tanda tangan dalam berkas tidak terbaca", "Fields, notes or signatures in the file are not read"),
    (r"Formulir ini \(XFA\) hanya tampil dalam program Adobe", "This form (XFA) is shown by Adobe's program only"),
    (r"isinya tidak terbaca di sini\. Minta cetakan atau PDF biasa\.?", "it is not read here. Ask for a print or a plain PDF"),
    (r"lihat berkas aslinya\.?", "look at the original"),
    (r"konsep surat kantor lain", "a draft of another office"),
    (r"memuat salinan surat kantor sendiri", "holds a copy of a letter of our own"),
    (r"pindai salinan itu tersendiri", "scan that copy by itself"),
    (r"memuat halaman surat kantor sendiri", "holds a page of a letter of our own"),
    (r"berkas bertanda tangan elektronik tidak dipisah", "a file with an electronic signature is not split"),
    (r"lembar ini belum sempat diarsipkan", "this page was not archived in time"),
    (r"cetak dan tandatangani lagi", "print and sign it again"),
    (r"catatan telepon yang belum selesai didaftarkan", "a note of a call whose registration was not finished"),
)  # fmt: skip
_LETTERS = re.compile(r"[a-z]{3}")
_READ = tuple((re.compile(form), said) for form, said in _FORMS)


def english(said: str) -> str:
    """A row in English."""
    return "; ".join(_part(one.strip()) for one in said.split(";")) if said else ""


def parts(said: str) -> list[tuple[str, bool]]:
    """Parts of a row; True where still Indonesian."""
    return [
        (words, words == one and bool(_LETTERS.search(one)))
        for one in (each.strip() for each in said.split(";") if each.strip())
        for words in [_part(one)]
    ]


def _part(said: str) -> str:
    for form, english_said in _READ:
        if found := form.fullmatch(said):
            return found.expand(english_said)
    return said
