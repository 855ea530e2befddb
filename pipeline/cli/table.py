"""Every verb of ``rangkap``: its room, its sentence, its example; ``docs/commands.md`` is checked against it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.kernel.errors import Text


@dataclass(frozen=True)
class Verb:
    """A verb: the module in ``cli/verbs`` that does it, one sentence of help, an example."""

    name: str
    room: str
    help: Text
    example: str


VERBS: tuple[Verb, ...] = (
    Verb("init", "home", Text("Buat rumah sebuah kantor.", "Make the home of an office."),
         "rangkap init /srv/rangkap"),
    Verb("start", "serve", Text("Jalankan penerima dan pembaca sampai dihentikan.",
                                "Run watcher and worker until stopped."), "rangkap start"),
    Verb("watch", "watch", Text("Terima berkas dari inbox; di terminal, tanyakan isian tiap surat.",
                                "Receive files from the inbox; on a terminal, ask for each letter's metadata."),
         "rangkap watch"),
    Verb("worker", "serve", Text("Kerjakan antrean (baca surat yang masuk) sampai dihentikan.",
                                 "Work off the queue (read what came in) until stopped."), "rangkap worker"),
    Verb("todo", "look", Text("Tampilkan apa yang menunggu.", "Show what waits."), "rangkap todo"),
    Verb("register", "register", Text("Daftarkan surat masuk atau pengaduan telepon (langkah 1–4).",
                                      "Register an arrival or a phone call (steps 1–4)."),
         "rangkap register A-2026-0007"),
    Verb("read", "read", Text("Baca berkas tanpa mengarsipkan apa pun.", "Read files without filing anything."),
         "rangkap read surat.pdf --json"),
    Verb("clarify", "answer", Text("Catat klarifikasi (langkah 9).", "Record a clarification (step 9)."),
         "rangkap clarify 2026-0002"),
    Verb("draft", "answer", Text("Buat konsep surat jawaban (langkah 10).", "Draft the answer letter (step 10)."),
         "rangkap draft 2026-0001"),
    Verb("review", "review", Text("Baca, setujui, atau kembalikan konsep (langkah 11, ketua).",
                                  "Read, approve or return the draft (step 11, chair)."),
         "rangkap review 2026-0001 --approve"),
    Verb("edited", "edited", Text("Ambil konsep untuk disunting di Word, atau serahkan hasilnya (langkah 10–11).",
                                  "Take a draft out to be edited in Word, or give it back (steps 10–11)."),
         "rangkap edited 2026-0001 --to /media/usb"),
    Verb("print", "print_out", Text("Siapkan PDF kedua salinan untuk dicetak.", "Put out both copies as PDF to print."),
         "rangkap print 2026-0001 --to /media/usb"),
    Verb("attest", "attest", Text("Nyatakan bahwa salinan ke-1 sudah keluar tanpa dipindai (langkah 11).",
                                  "State that copy 1 has left unscanned (step 11)."),
         "rangkap attest 2026-0001"),
    Verb("void", "void", Text("Batalkan surat yang sudah disetujui; alasan ditanya (ketua).",
                              "Void an approved letter; the reason is asked (chair)."),
         "rangkap void 2026-0001-1"),
    Verb("number", "number", Text("Catat nomor dan tanggal dari sekretariat pada surat yang sudah kembali (langkah 12).",
                                  "Enter the secretariat's number and date of a letter that came back (step 12)."),
         "rangkap number 2026-0001-1"),
    Verb("numbers", "number", Text("Tampilkan daftar nomor surat.", "Show the list of letter numbers."),
         "rangkap numbers 2026"),
    Verb("form", "form", Text("Cetak formulir, laporan, tanda terima, amplop, label, atau lembar register sebulan.",
                              "Print a form, report, receipt, envelope, label, or the register page of a month."),
         "rangkap form amplop 2026-0001 --to /media/usb"),
    Verb("page", "page", Text("Cetak lembar pengesahan register sebulan, dua salinan, untuk ditandatangani ketua.",
                              "Print the register page of a month, in two copies, for the chair to sign."),
         "rangkap page 2026-11 --to /media/usb"),
    Verb("match", "match", Text("Cocokkan pindaian yang kodenya tidak terbaca dengan salinannya (langkah 11).",
                                "Match a scan whose code cannot be read with its copy (step 11)."),
         'rangkap match A-2026-0009 "2026-0001-1 K7QX-4M2T-VA"'),
    Verb("vet", "sheet", Text("Verifikasi laporan, atau kembalikan dengan alasan (langkah 6).",
                              "Verify a report, or return it with a reason (step 6)."), "rangkap vet 2026-0001"),
    Verb("assign", "sheet", Text("Tentukan petugas sebuah kasus (langkah 7, ketua).",
                                 "Name the officer of a case (step 7, chair)."),
         "rangkap assign 2026-0001 identifikasi"),
    Verb("sheet", "sheet", Text("Cetak lembar keputusan untuk ketua: verifikasi, disposisi, atau persetujuan konsep.",
                                "Print a decision sheet for the chair: verification, disposition or approval."),
         "rangkap sheet persetujuan 2026-0001 --to /media/usb"),
    Verb("decide", "sheet", Text("Ketik keputusan dari lembar bertanda tangan yang sudah dipindai.",
                                 "Type in the decision of a signed sheet that was scanned."),
         "rangkap decide D-2026-0001-1"),
    Verb("signature", "signature", Text("Tampilkan laporan tanda tangan elektronik; ketua dapat memastikannya (langkah 11).",
                                        "Show the report on an electronic signature; the chair may confirm it (step 11)."),
         "rangkap signature 2026-0001-1"),
    Verb("trust", "trust", Text("Atur penerbit sertifikat tanda tangan yang dipercaya (admin).",
                                "Keep the issuers of signing certificates that are trusted (admin)."),
         "rangkap trust add akar.crt penerbit.crt daftar.crl"),
    Verb("find", "look", Text("Cari kasus dengan nomor apa pun.", "Find a case by any of its numbers."),
         "rangkap find 2026-0001"),
    Verb("show", "look", Text("Tampilkan satu kasus selengkapnya.", "Show one case with everything about it."),
         "rangkap show 2026-0001"),
    Verb("verify", "prove", Text("Periksa setiap byte arsip dan setiap catatan register.",
                                 "Check every byte of the archive and every entry of the register."),
         "rangkap verify"),
    Verb("archive", "archive", Text("Tutup tahun arsip yang sudah berakhir.", "Close a year of the archive that is over."),
         "rangkap archive close 2026"),
    Verb("rebuild", "prove", Text("Bangun kembali basis data dari arsip.", "Build the database again from the archive."),
         "rangkap rebuild"),
    Verb("export", "export", Text("Ekspor buku (register, agenda, ekspedisi, disposisi) sebagai CSV, XLSX, atau PDF.",
                                  "Export a book (register, mail logs, dispatch, disposition) as CSV, XLSX or PDF."),
         "rangkap export register --format pdf --month 2026-11 --purpose laporan --to /media/usb"),
    Verb("code", "look", Text("Kenali kode salinan yang diketik.", "Resolve a typed copy code."),
         "rangkap code P2:2026-0001-1:1:K7QX4M2TVA"),
    Verb("confirm-clock", "clock", Text("Pastikan jam benar setelah sempat terlalu maju (admin atau ketua).",
                                        "Confirm the clock after it ran ahead (admin or chair)."),
         "rangkap confirm-clock"),
    Verb("mandate", "mandate", Text("Catat bahwa ketua berhalangan dan siapa wakilnya, atau akhiri (ketua atau admin).",
                                    "Record that the chair is absent and who deputises, or end it (chair or admin)."),
         "rangkap mandate --absent ketua --deputy sekretaris --from 2026-11-25 --until 2026-11-28 --letter 800/12/2026 "
         "--dated 2026-11-24"),
    Verb("templates", "templates", Text("Periksa templat surat, buat contoh terisi, atau daftar isiannya.",
                                        "Check the letter templates, fill samples, or list their fields."),
         "rangkap templates check"),
    Verb("doctor", "doctor", Text("Periksa keadaan komputer dan rumah kantor.",
                                  "Check the machine and the home of the office."), "rangkap doctor"),
)  # fmt: skip
BY_NAME = {one.name: one for one in VERBS}
