"""Refusals of the terminal."""

from pipeline.kernel.text import Exit, Next, Row

CLI: dict[str, Row] = {
    "cli.abandoned": Row(
        "Isian dibatalkan; tidak ada yang disimpan atau berubah. Jalankan perintah yang sama untuk memulai "
        "lagi.",
        "The questions were cancelled; nothing was saved or changed. Run the same command to begin again.",
        Exit.INCOMPLETE),
    "cli.bad_answers": Row(
        "Berkas jawaban tidak dapat dibaca sebagai objek JSON: {reason}",
        "The answers file cannot be read as a JSON object: {reason}", Exit.USAGE),
    "cli.dispose_options": Row(
        "Pencetakan memerlukan nomor daftar dan --to DIR.",
        "Printing needs the number of the list and --to DIR.", Exit.USAGE),
    "cli.json_alone": Row(
        "--json menulis daftar ke keluaran standar dan tidak dapat dipakai bersama {option}. Untuk "
        "menyimpannya: … --json > BERKAS.json; untuk berkas CSV, XLSX, atau PDF jangan sebut --json.",
        "--json writes a list to standard output and cannot be used with {option}. To keep it: … --json > "
        "FILE.json; for a CSV, XLSX or PDF file leave --json out.", Exit.USAGE),
    "cli.kept_by_office": Row(
        "Berkas ini tersimpan di {folder}/ kantor dan tidak dibaca dengan cara ini karena setiap pembukaan "
        "dicatat. Cari kasusnya, atau daftarkan suratnya.",
        "This file is kept in the office's {folder}/ and is not read this way, since every opening is "
        "written down. Search for its case, or register the letter.", next=(Next("find"), Next("todo"))),
    "cli.key_unreadable": Row(
        "Berkas kunci tidak dapat dibaca. Periksa namanya, atau jalankan tanpa --key dan ketik kata "
        "sandinya.",
        "The key file cannot be read. Check its name, or run without --key and type the passphrase.",
        Exit.USAGE),
    "cli.merge_alone": Row(
        "--offices hanya dipakai bersama --merge DIR.",
        "--offices goes with --merge DIR only.", Exit.USAGE),
    "cli.name_whom": Row(
        "Sebutkan akunnya, contoh: rangkap users {action} petugas",
        "Name the account, for example: rangkap users {action} petugas", Exit.USAGE),
    "cli.needs_terminal": Row(
        "Tidak ada terminal untuk bertanya. Jalankan di terminal, atau berikan --answers BERKAS.json.",
        "There is no terminal to ask on. Run it on a terminal, or give --answers FILE.json.", Exit.USAGE),
    "cli.no_days": Row(
        "--days (hari kalender) harus 0 atau lebih, contoh: --days 14",
        "--days (calendar days) must be 0 or more, for example: --days 14", Exit.USAGE),
    "cli.no_reason": Row(
        "Jawaban wajib diisi. Ketik jawabannya, atau kirim melalui masukan standar (stdin).",
        "An answer is required. Type it, or send it on standard input.", Exit.USAGE),
    "cli.not_for_screens": Row(
        "{form} tidak dapat ditampilkan di terminal. Tambahkan folder tujuan, contoh: --to /media/usb",
        "{form} cannot be shown on a terminal. Add the folder it goes to, for example: --to /media/usb",
        Exit.USAGE),
    "cli.one_form": Row(
        "Pilih satu bentuk saja: --json, --xlsx, atau --pdf.",
        "Choose one form only: --json, --xlsx or --pdf.", Exit.USAGE),
}  # fmt: skip
