"""Words of the chair's desk, of two revisions compared, of the list to sign and of the test of the printer."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "desk.mandate": Text("Mandat (mewakili ketua)", "Mandates (who deputises)"),
    "desk.mandate_counts": Text("Mandat yang berlaku:", "Mandate that counts:"),
    "desk.drafts": Text("Konsep yang menunggu, yang terlama dahulu", "Drafts that wait, the oldest first"),
    "desk.open_first": Text("Buka yang terlama", "Open the oldest"),
    "desk.letter": Text("Surat", "Letter"),
    "desk.case": Text("Kasus", "Case"),
    "desk.since": Text("Menunggu", "Waiting"),
    "desk.by": Text("Konsep oleh", "Drafted by"),
    "desk.note": Text("Catatan", "Notes"),
    "desk.waits": Text("Menunggu apa", "Waits for"),
    "desk.edit_waits": Text("suntingan dari Word menunggu", "an edit from Word waits"),
    "desk.of_other": Text("dibuat untuk penandatangan lain", "made for another signatory"),
    "desk.no_drafts": Text(
        "Tidak ada konsep yang menunggu. Konsep tampak di sini begitu petugas menyerahkannya.",
        "No draft waits. A draft shows here as soon as an officer hands it in.",
    ),
    "desk.to_print": Text("Disetujui, belum dicetak", "Approved, not printed yet"),
    "desk.to_print_count": Text("{count} surat menunggu pencetak.", "{count} letters wait for the printer."),
    "desk.none_to_print": Text("Tidak ada.", "None."),
    "desk.to_sign": Text("Menunggu salinan bertanda tangan", "Waiting for signed copies"),
    "desk.none_to_sign": Text("Tidak ada.", "None."),
    "desk.others": Text("Keputusan lain", "Other decisions"),
    "desk.other.crises": Text("SOP krisis", "Crisis procedure"),
    "desk.other.statements": Text("Pernyataan salinan ke-1", "Statements about copy 1"),
    "desk.other.erasures": Text("Penghapusan identitas", "Erasure of identities"),
    "desk.other.senders": Text("Keputusan tentang pengirim", "Decisions about senders"),
    "desk.other.conflicts": Text("Benturan kepentingan", "Conflicts of interest"),
    "desk.other.victims_copies": Text("Salinan untuk korban", "Copies for the victim"),
    "desk.other.disposals": Text("Pemusnahan dan penyerahan arsip", "Disposal and transfer of archives"),
    "desk.other.pages": Text("Lembar register bulanan", "Monthly pages of the register"),
    "compare.title": Text("Bandingkan revisi surat {letter}", "Compare revisions of letter {letter}"),
    "compare.before": Text("Dari", "From"),
    "compare.after": Text("Ke", "To"),
    "compare.do": Text("Bandingkan", "Compare"),
    "compare.one": Text(
        "Surat ini baru mempunyai satu revisi, jadi belum ada yang dibandingkan.",
        "This letter has one revision only, so there is nothing to compare yet.",
    ),
    "compare.choose": Text("Pilih dua revisi yang berbeda.", "Choose two different revisions."),
    "compare.words": Text("Kata yang berubah", "Words that changed"),
    "compare.help": Text(
        "Yang dicoret dihapus, yang bergaris bawah ditambahkan.",
        "What is struck was removed, what is underlined was added.",
    ),
    "compare.same": Text("Tidak ada kata yang berbeda.", "No word differs."),
    "compare.page": Text("Revisi {revision}, halaman {page}", "Revision {revision}, page {page}"),
    "print_all.title": Text("Cetak surat yang disetujui", "Print approved letters"),
    "print_all.open": Text("Cetak semuanya …", "Print them all …"),
    "print_all.first": Text("Belum dicetak", "Not printed yet"),
    "print_all.tick": Text("Semua", "All"),
    "print_all.print_one": Text("Cetak surat {letter}", "Print letter {letter}"),
    "print_all.sheets": Text("Lembar", "Sheets"),
    "print_all.do": Text("Cetak yang dipilih", "Print those ticked"),
    "print_all.none": Text(
        "Tidak ada surat yang menunggu pencetak. Surat tampak di sini sesudah disetujui ketua.",
        "No letter waits for the printer. A letter shows here once the chair has approved it.",
    ),
    "print_all.nothing": Text(
        "Belum ada surat yang dipilih, atau sudah dicetak lebih dahulu. Pilih suratnya, lalu cetak.",
        "No letter is ticked, or it was printed meanwhile. Tick the letters, then print.",
    ),
    "print_all.printed": Text("Sudah dicetak, belum kembali", "Printed, not back yet"),
    "print_all.printed_help": Text(
        "Cetakan kedua diminta surat demi surat, dengan alasan.",
        "A second print is asked for letter by letter, with a reason.",
    ),
    "print_all.back": Text("Kembali ke surat yang dicetak", "Back to the letters to print"),
    "sign_list.title": Text("Daftar tanda tangan", "List to sign"),
    "sign_list.how": Text(
        "Lembar ini menyertai surat ke meja ketua: nomor saja, tanpa nama. Kertas {paper}, skala 100 %.",
        "This sheet goes with the letters to the chair's desk: numbers alone, no names. Paper {paper}, scale 100 %.",
    ),
    "sign_list.none": Text(
        "Tidak ada surat yang menunggu tanda tangan. Surat tampak di sini sesudah disetujui ketua.",
        "No letter waits for a signature. A letter shows here once the chair has approved it.",
    ),
    "sign_list.head": Text("DAFTAR SURAT YANG DITANDATANGANI", "DAFTAR SURAT YANG DITANDATANGANI"),
    "sign_list.no": Text("No.", "No."),
    "sign_list.letter": Text("Surat", "Surat"),
    "sign_list.sheets": Text("Lembar", "Lembar"),
    "sign_list.copy": Text("Paraf salinan ke-{copy}", "Paraf salinan ke-{copy}"),
    "sign_list.foot": Text("Lembar {page} dari {pages}", "Lembar {page} dari {pages}"),
    "test.title": Text("Uji cetak", "Test the printer"),
    "test.why": Text(
        "Surat harus tercetak dengan ukuran sebenarnya. Cetak lembar ini sekali pada setiap pencetak, lalu ukur dengan penggaris.",
        "Letters must print at true size. Print this sheet once on each printer, then measure it with a ruler.",
    ),
    "test.paper": Text("Pilih kertasnya:", "Choose the paper:"),
    "test.window": Text(
        "Tekan tombol di bawah. Di jendela cetak pilih kertas {paper} ({width} × {height} mm); buka “Setelan lainnya”: skala 100 % "
        "(bukan “Sesuaikan ke halaman”), margin “Tidak ada”, kop dan kaki halaman mati.",
        "Press the button below. In the printer's window choose paper {paper} ({width} × {height} mm); open “More settings”: scale "
        "100 % (not “Fit to page”), margins “None”, headers and footers off.",
    ),
    "test.measure": Text(
        "Ukur keempat penggaris pada kertas: 100 mm dan 200 mm, mendatar dan tegak. Selisih sampai 1 mm boleh.",
        "Measure the four rulers on the paper: 100 mm and 200 mm, across and down. Up to 1 mm may be off.",
    ),
    "test.wrong": Text("Bila tidak 100 mm", "If it is not 100 mm"),
    "test.wrong_fit": Text(
        "Semua penggaris sama-sama terlalu pendek (biasanya 94–97 mm): skala masih “Sesuaikan ke halaman”. Pilih 100 %.",
        "All rulers are too short alike (usually 94–97 mm): the scale is still “Fit to page”. Choose 100 %.",
    ),
    "test.wrong_paper": Text(
        "Bagian bawah terpotong atau ada tepi kosong yang lebar: kertas di jendela cetak bukan kertas di baki. Bila F4 tidak ada "
        "dalam daftar, buat ukuran khusus 215 × 330 mm di setelan pencetak.",
        "The bottom is cut off or there is a wide empty edge: the paper in the window is not that in the tray. If F4 is not in the "
        "list, make a custom size of 215 × 330 mm in the printer's settings.",
    ),
    "test.wrong_shift": Text(
        "Ukurannya benar tetapi bergeser: rapatkan pembatas kertas di baki, lalu cetak lagi. Sudut kertas bertanda 5 mm dari tepi.",
        "The size is right but shifted: push the guides of the tray against the paper, then print again. Corner marks stand 5 mm "
        "from the edges.",
    ),
    "test.wrong_else": Text(
        "Masih salah: cetak dari komputer lain, lalu beri tahu admin teknis pencetak mana yang salah.",
        "Still wrong: print from another machine, then tell the admin which printer is at fault.",
    ),
    "test.sheet": Text("Lembar uji {paper} dengan penggaris", "Test sheet {paper} with rulers"),
    "test.on_sheet": Text(
        "Uji cetak {paper}: {width} × {height} mm", "Test sheet {paper}: {width} × {height} mm"
    ),
    "test.on_sheet_rulers": Text(
        "Penggaris: 100 mm dan 200 mm, mendatar dan tegak", "Rulers: 100 mm and 200 mm, across and down"
    ),
    "test.on_sheet_margins": Text("Garis putus-putus: batas isi surat", "Dashed line: margins of a letter"),
    "test.on_sheet_corners": Text(
        "Tanda sudut: 5 mm dari tepi kertas", "Corner marks: 5 mm from the paper's edge"
    ),
}
