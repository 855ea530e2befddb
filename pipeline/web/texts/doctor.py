"""What a page says of machine and home where something is to be done: what was found, and what to do about it.

What stands between backquotes is typed at the server: there is no page for it.
"""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "doctor.isolation.none": Text(
        "Pengaman pembaca berkas tidak terpasang; selama ini tidak ada berkas yang dibaca.",
        "What isolates the reading of files is not installed; until then no file is read.",
    ),
    "doctor.isolation.none.do": Text(
        "Di komputer peladen: `apt-get install bubblewrap`.", "On the server: `apt-get install bubblewrap`."
    ),
    "doctor.layout.failed": Text(
        "Surat tidak dapat disusun, sehingga tidak ada yang dapat disetujui. {why}",
        "Letters cannot be laid out, so that none can be approved. {why}",
    ),
    "doctor.layout.failed.do": Text(
        "Di komputer peladen: `apt-get install --reinstall libreoffice-writer-nogui`.",
        "On the server: `apt-get install --reinstall libreoffice-writer-nogui`.",
    ),
    "doctor.language.none": Text(
        "Data bahasa Indonesia untuk pembacaan tidak ada. {why}",
        "The Indonesian language data of the reading are missing. {why}",
    ),
    "doctor.language.none.do": Text(
        "Di komputer peladen: `apt-get install tesseract-ocr-ind`.",
        "On the server: `apt-get install tesseract-ocr-ind`.",
    ),
    "doctor.language.other": Text(
        "Data bahasa untuk pembacaan bukan yang diuji bersama program ini.",
        "The language data of the reading are not those that were tried with this program.",
    ),
    "doctor.language.other.do": Text(
        "Pakai data dari paket tesseract-ocr-ind. Di komputer peladen: `apt-get install --reinstall tesseract-ocr-ind`.",
        "Use the data of the package tesseract-ocr-ind. On the server: `apt-get install --reinstall tesseract-ocr-ind`.",
    ),
    "doctor.reading.failed": Text(
        "Halaman uji tidak terbaca; selama ini surat didaftarkan tanpa usulan isian. {why}",
        "The page for trying was not read; until then letters are registered without proposals. {why}",
    ),
    "doctor.reading.failed.do": Text(
        "Pasang ulang program ini. Di komputer peladen: `./run`.",
        "Install this program again. On the server: `./run`.",
    ),
    "doctor.reading.wrong": Text(
        "Halaman uji salah terbaca; periksa setiap usulan isian dengan teliti.",
        "The page for trying was read wrongly; look at every proposal with care.",
    ),
    "doctor.reading.wrong.do": Text(
        "Pasang ulang program ini. Di komputer peladen: `./run`.",
        "Install this program again. On the server: `./run`.",
    ),
    "doctor.font.other": Text(
        "Huruf surat “{name}” tidak terpasang; “{other}” menggantikannya, dan baris surat dapat berubah.",
        "The typeface of letters, “{name}”, is not installed; “{other}” stands in for it, and lines may break elsewhere.",
    ),
    "doctor.font.other.do": Text(
        "Di komputer peladen: `apt-get install fonts-liberation`, atau pilih huruf lain (`surat.huruf` dalam `office.toml`).",
        "On the server: `apt-get install fonts-liberation`, or choose another typeface (`surat.huruf` in `office.toml`).",
    ),
    "doctor.inbox.away": Text("Folder inbox tidak siap. {why}", "The inbox folder is not ready. {why}"),
    "doctor.inbox.away.do": Text(
        "Pasang lagi folder bersama itu; penandanya jangan dibuat dengan tangan.",
        "Mount that share again; do not make its marker by hand.",
    ),
    "doctor.inbox.open": Text(
        "Siapa pun di komputer peladen dapat melihat atau menghapus isi folder inbox.",
        "Anybody on the server can see or delete what lies in the inbox folder.",
    ),
    "doctor.inbox.open.do": Text(
        "Di komputer peladen: `chmod o-rwx {path}`.", "On the server: `chmod o-rwx {path}`."
    ),
    "doctor.inbox.folders": Text(
        "Dalam folder inbox ada {count} folder yang tidak dikenal; isinya tidak diambil.",
        "In the inbox folder lie {count} folders that are not known; nothing is taken from them.",
    ),
    "doctor.inbox.folders.do": Text(
        "Pindahkan isinya ke inbox, atau daftarkan folder itu (`masuk.folder` dalam `office.toml`).",
        "Move what lies there into the inbox, or list the folder (`masuk.folder` in `office.toml`).",
    ),
    "doctor.archive.away": Text("Arsip tidak siap. {why}", "The archive is not ready. {why}"),
    "doctor.archive.away.do": Text(
        "Pasang lagi cakram arsip; penandanya jangan dibuat dengan tangan.",
        "Mount the disk of the archive again; do not make its marker by hand.",
    ),
    "doctor.bucket.away": Text(
        "Arsip di ember S3 tidak dapat dipakai. {why}", "The archive in its S3 bucket cannot be used. {why}"
    ),
    "doctor.bucket.away.do": Text(
        "Di komputer peladen: periksa `RANGKAP_ARCHIVE`, jaringan, dan kunci embernya.",
        "On the server: check `RANGKAP_ARCHIVE`, the network, and the key of the bucket.",
    ),
    "doctor.bucket.versions": Text(
        "Ember S3 menyimpan versi lama: pemusnahan tidak dapat dikerjakan.",
        "The S3 bucket keeps earlier versions: destruction cannot be carried out.",
    ),
    "doctor.bucket.versions.do": Text(
        "Minta pemilik ember menyediakan ember tanpa versi, lalu pindahkan arsip ke sana.",
        "Ask the owner for a bucket without versions, then move the archive there.",
    ),
    "doctor.database.away": Text("Basis data tidak siap. {why}", "The database is not ready. {why}"),
    "doctor.database.away.do": Text(
        "Mulai ulang kantor; bila tidak menolong, pulihkan dari cadangan.",
        "Restart the office; if that does not help, restore from the backup.",
    ),
    "doctor.identity.sample": Text(
        "Data kantor masih contoh rekaan: {what}.",
        "The data of the office are still the invented sample: {what}.",
    ),
    "doctor.identity.sample.do": Text(
        "Isi data kantor Anda dalam `office.toml` di komputer peladen, lalu mulai ulang.",
        "Fill in your office in `office.toml` on the server, then restart.",
    ),
    "doctor.permission.open": Text(
        "Akun lain di komputer peladen dapat mengubah `office.toml`, dan dengannya siapa ketua.",
        "Other accounts of the server can change `office.toml`, and with it who is the chair.",
    ),
    "doctor.permission.open.do": Text(
        "Di komputer peladen: `chmod go-w office.toml`.", "On the server: `chmod go-w office.toml`."
    ),
    "doctor.keys.lost": Text("Kunci hilang: {names}.", "Keys are lost: {names}."),
    "doctor.keys.lost.do": Text(
        "Pulihkan dari cadangan. Bila tidak ada, buat kunci baru di komputer peladen: `rangkap keys rotate`.",
        "Restore them from the backup. Where there is none, make a new key on the server: `rangkap keys rotate`.",
    ),
    "doctor.keys.open": Text(
        "Kunci dapat dibaca akun lain di komputer peladen: {names}.",
        "Keys can be read by other accounts of the server: {names}.",
    ),
    "doctor.keys.open.do": Text(
        "Di komputer peladen: `chmod -R go= var/keys`.", "On the server: `chmod -R go= var/keys`."
    ),
    "doctor.sheet.open": Text(
        "Lembar kunci pemulihan belum dicetak atau belum dipastikan; tanpa kata sandinya cadangan tidak dapat dibuka.",
        "The recovery sheet is not printed or not confirmed; without its passphrase no backup can be opened.",
    ),
    "doctor.sheet.open.do": Text(
        "Di komputer peladen: `rangkap recovery-sheet --to FOLDER`, cetak, lalu `rangkap recovery-sheet --confirm`.",
        "On the server: `rangkap recovery-sheet --to FOLDER`, print it, then `rangkap recovery-sheet --confirm`.",
    ),
    "doctor.pg_dump.none": Text(
        "Program salinan PostgreSQL (pg_dump, pg_restore) tidak terpasang; cadangan tidak dapat dibuat.",
        "PostgreSQL's programs for copies (pg_dump, pg_restore) are not installed; no backup can be made.",
    ),
    "doctor.pg_dump.none.do": Text(
        "Di komputer peladen: `apt-get install postgresql-client`.",
        "On the server: `apt-get install postgresql-client`.",
    ),
    "doctor.restic.none": Text(
        "Program cadangan (restic) tidak terpasang; cadangan tidak dapat dibuat.",
        "The program for backups (restic) is not installed; no backup can be made.",
    ),
    "doctor.restic.none.do": Text(
        "Di komputer peladen: `apt-get install restic`.", "On the server: `apt-get install restic`."
    ),
    "doctor.trust.past": Text(
        "{count} sertifikat penerbit tanda tangan elektronik sudah lewat atau rusak.",
        "{count} certificates of issuers of electronic signatures are past or damaged.",
    ),
    "doctor.trust.past.do": Text(
        "Pasang yang baru di komputer peladen: `rangkap trust`.",
        "Put in new ones on the server: `rangkap trust`.",
    ),
    "doctor.web.nameless": Text(
        "Halaman terbuka untuk jaringan kantor, tetapi PC lain ditolak karena nama komputer peladen belum ditulis.",
        "The pages are open to the network, but other machines are refused as the name of the server is not written down.",
    ),
    "doctor.web.nameless.do": Text(
        "Tulis namanya atau alamatnya seperti diketik di PC kantor (`web.nama` dalam `office.toml`), lalu mulai ulang.",
        "Write its name or address as typed on the office's machines (`web.nama` in `office.toml`), then restart.",
    ),
}
