"""What the reference pages say besides the tables of the code: heads, exit statuses, houses of the errors."""

from pipeline.kernel.text import Exit

_MADE = "<!-- Made by `python -m tools.reference`; change the tables in the code, not this page. -->"

ACTS_TOLD = '''"""The declared acts as they are known below the office, and what the history stores of them in words.

Made by ``python -m tools.reference`` from the declarations (:data:`pipeline.office.acts.ACTS`); change those, not this file.
"""

from pipeline.kernel.text import Text

ACTS: dict[str, tuple[Text, str]] = {{
{acts}}}  # fmt: skip
"""Acts without a row among the verbs: by command the title, and what the example is about."""
EVENTS: dict[str, Text] = {{
{events}}}  # fmt: skip
"""What an act stores, without a row among the words of the history: its title as it stands inside a sentence."""
'''

COMMANDS_HEAD = f"""{_MADE}
# Commands

`./run VERB …` and `rangkap VERB …` are the same. Results go to standard output, words to standard error.
Every verb knows `--help`; before the verb, `--lang en` or `--lang id` chooses the language of the words (also
`RANGKAP_LANG`). `--json` gives the result as JSON. `--as AKUN` acts in the name of another account, where
`boleh_dipakai` in [office.toml](settings.md) allows it; the history records both.

Free text (a reason, a summary) is asked on the terminal or read from standard input, never given as an argument:
arguments are visible to everybody on the machine.
"""

STATUSES: dict[Exit, str] = {
    Exit.OK: "done",
    Exit.FAILED: "the machine is in the way: disk, mount, a missing program, something unforeseen",
    Exit.USAGE: "what was typed, an answer or a setting is wrong",
    Exit.REFUSED: "the procedure does not allow it now; the sentence says why and what to do",
    Exit.NOT_FOUND: "there is no such case, letter, item or home",
    Exit.NO_RIGHT: "the account may not do this",
    Exit.STALE: "somebody else changed it since it was read; open it again",
    Exit.DAMAGED: "something is missing or changed that must not be; `rangkap verify` names it",
    Exit.INCOMPLETE: "not everything is done: cancelled, put off, or one of several files failed",
}

METAVARS = {
    "FILE": "berkas yang dibaca",
    "KASUS": "nomor kasus, contoh 2026-0001",
    "KODE": "kode pada salinan, atau nomor surat kasus (2026-0001-1)",
    "AKUN": "bertindak sebagai akun ini",
}

DOORS = {
    "init": (
        "Makes `inbox/`, `letter_templates/`, `archive/`, `var/` with its keys, and `office.toml`. The account "
        "*petugas* is the caller's; the others are filled in by hand. With `--trial` the caller may try every "
        "account with `--as`. See [admin.md](admin.md)."
    ),
    "watch": "It receives only; what came in is registered with `rangkap register` or on its page.",
    "register": (
        "The names of the answers in `--answers` are those of `pipeline/cases/fields/`; examples are made by "
        "`demo/answers.py`."
    ),
    "draft": (
        "A draft that waits for the chair is replaced by the next revision; a returned one too. What was typed on a terminal for a draft that is refused is kept and offered again."
    ),
    "review": (
        "It shows the letter's words, the letter rules it breaks, what was changed since the revision "
        "that the chair returned last (else the one before), and the edited drafts that wait; on a terminal it then asks what to do. "
        "`--show` puts out a draft as PDF and "
        "page pictures, marked KONSEP, and the copies of an approved letter as pictures alone: a PDF of them is a "
        "print and counted as one."
    ),
    "approve-letter": (
        "Behind the case the letter is named where two wait, and the revision that was read: without it a draft is approved that has one "
        "revision only. A draft is not approved over an edit that could be used and that nobody has decided about."
    ),
    "return-letter": "Asks for the reason, or reads it from standard input.",
    "edited": (
        "The file that goes out says in its properties which letter and revision it is. It comes back through the "
        "inbox under any name, or by this verb. It is opened within walls and checked like any draft; macros, tracked "
        "changes, comments, hidden text and links to files are refused, and so is an edit of an older revision or of "
        "another office. What cannot be used is kept with its reason. Without a file and without `--to` it shows what "
        "waits."
    ),
    "print": (
        "Every print is counted. The safe contact is checked again. A second print needs `--again` with a reason, "
        "asked or read from standard input; the sheets of the earlier one count as spoilt. A folder is made only where the one above it is there."
    ),
    "declare-copy-sent": (
        "For copy 1 alone, once it was printed and is not scanned. The officer or clerk gives the reason, the chair "
        "confirms it with `confirm-statement`; then copy 2 proves the signature. A scan of copy 1 that turns up later is filed "
        "with the case."
    ),
    "void-letter": (
        "Asks for the reason, or reads it from standard input. The number stays in its series as void; the codes of "
        "the copies lose their validity; the case goes back, and the next draft is a new letter with a new number. A "
        "signed letter is not voided: it is replaced by another."
    ),
    "enter-number": (
        'Where `penomoran = "sekretariat"`: number and date are asked, or `given_number` and `given_day` come with '
        "`--answers`. The date must not be before the receipt, and the signatory in office on it."
    ),
    "numbers": (
        "Every letter number with what became of it (`reserved`, `committed`, `void`), its letter and its reason; the "
        "reason is shown to chair and archivist. `gaps` is empty; `verify` proves it."
    ),
    "record-mandate": (
        "Only the chair or the admin records an absence, never the deputy by virtue of a mandate. From the first to the "
        "last day, both counted, the deputy acts with the chair's role, and drafts bear his signature block. "
        "`end-mandate` ends it from today on. See [penandatangan.md](penandatangan.md)."
    ),
    "find": "People are shown as initials. The look-up is written to the access log.",
    "show": "`--reveal` asks for a reason (or reads it from standard input), which is written to the history.",
    "verify": "Status 0 if nothing is damaged, 7 otherwise. A foreign file (`Thumbs.db`) is told and harms nothing.",
    "rebuild": "The old database is kept beside the new one under a name with the time. See [archive.md](archive.md).",
    "backup": (
        "Consistent while work goes on, encrypted by restic, and read back before it counts: its structure and 5 % of the "
        "data, or with `--read-data` all. The passphrase is in `var/keys/backup.key` and on the recovery sheet. The "
        "service account may call it itself (a timer). See [cadangan.md](cadangan.md)."
    ),
    "restore": (
        "The passphrase is asked on the terminal, or read from one line of standard input, or from `--key`. Nothing is said "
        "to be done before archive, register and the head of the chain were checked; whatever fails leaves the folder as "
        "it was. Needs no home."
    ),
    "recovery-sheet": (
        "A PDF to be printed once, deleted, and kept in a sealed envelope. `--confirm` asks for one of its eight groups, "
        "which one is drawn by chance; until then `doctor` reminds."
    ),
    "keys": (
        "`rotate` makes the next key of a kind, which is used from then on; the older ones stay for checking. A key that is "
        "missing is listed as HILANG."
    ),
    "upgrade": (
        "Nobody else may be at work: stop the services first. If anything fails, the old database is in its place again. "
        "Templates that are shipped and that the office lacks are copied; none of its own is touched. See "
        "[admin.md](admin.md)."
    ),
    "migrate-database": (
        "`RANGKAP_DATABASE` names the server in both directions. Nobody else may be at work: stop the services first. The "
        "database it comes from is only read; stopped anywhere, it serves on, and the same call goes on. See "
        "[admin.md](admin.md#moving-the-database)."
    ),
    "migrate-store": "`RANGKAP_ARCHIVE` names the bucket both ways. Stop the services first. See [archive.md](archive.md#moving-the-archive).",
    "start": (
        "Watcher, worker and pages under one supervisor, for trying; what ends is started again. Where the address of the pages "
        "is taken, or `web.porta` is 0, the office goes on without them, and looks again every half minute. While nobody has ever "
        "signed in, it prints on a terminal a link for the first admin, good once, for 72 hours; in a log it prints the verb that "
        "gives the word instead."
    ),
    "web": (
        "Refused where the address is taken, and at any address but this machine's own without a certificate (`rangkap cert`); with "
        "one the pages are https alone. See [admin.md](admin.md#pages)."
    ),
    "metrics": "A count a line: letters by state, drafts, overdue cases, jobs, grades of *Kesehatan*. `doctor` tells what is wrong.",
    "cert": (
        "Makes the certificate where there is none, and shows names, days and SHA-256 fingerprint. `--renew` makes another one for "
        "two years; `--to` puts out a copy for the PCs of the office, each of which trusts it once. The pages take it at their next "
        "start. See [halaman-web.md](../deploy/halaman-web.md)."
    ),
    "doctor": "Status 0 if all is well, 1 otherwise. See [admin.md](admin.md).",
}

SETTINGS_HEAD = f"""{_MADE}
# Settings

Everything an office chooses stands in `office.toml` in its home; `rangkap init` writes the file with every key
commented. It is read once at each start: after a change restart `watch`, `worker` and `web`. An unknown key or a bad value
stops the start with its line, the reason and the nearest known key. The keys and their meaning are in Indonesian,
since the office reads them."""

SECTIONS = {
    "kantor": "Identitas kantor, seperti tercetak pada kop dan dalam surat.",
    "surat": "Bentuk dan isi tetap surat jawaban.",
    "nomor": (
        "Pola nomor. Tempat yang dikenal: `{kode}`, `{urut}`, `{unit}`, `{bulan_romawi}`, `{bulan}`, `{tahun}`; "
        "`{urut}` dan `{tahun}` wajib ada."
    ),
    "masuk": "Bagaimana berkas diambil dari inbox, dan batas yang ditolak.",
    "cadangan": "Cadangan terenkripsi, lihat [cadangan.md](cadangan.md).",
    "telepon": "Pertanyaan lewat telepon, lihat [panduan-telepon.md](panduan-telepon.md).",
    "krisis": "Lembar krisis, lihat [panduan-krisis.md](panduan-krisis.md).",
    "tenggat": "Tenggat dalam hari kerja, lihat [panduan-tenggat.md](panduan-tenggat.md).",
    "wilayah": "Wilayah kerja kantor.",
    "aturan": "Kelonggaran yang diputuskan kantor; pemakaiannya dicatat.",
    "web": (
        "Halaman web kantor. Tanpa sertifikat hanya untuk komputer ini; untuk PC lain lihat "
        "[halaman-web.md](../deploy/halaman-web.md)."
    ),
}

TABLES: dict[str, tuple[str, dict[str, str]]] = {
    "penandatangan": (
        (
            "Satu bagian untuk tiap penandatangan, menurut urutan. Yang menjabat pada tanggal surat menandatangani; wakil "
            "hanya bila yang diwakilinya tercatat berhalangan (`rangkap mandate`) atau jabatannya lowong. Isi pertama: sesudah "
            "perubahan pertama di halaman Pengaturan, daftar di basis data yang dibaca. Contoh dan penjelasan: [penandatangan.md](penandatangan.md)."
        ),
        {
            "akun": "akun penandatangan, lihat `[[akun]]`",
            "jabatan": "jabatan pada blok tanda tangan (wajib)",
            "nama": "nama dengan gelar (wajib)",
            "nip": "NIP; barisnya tidak dicetak bila kosong",
            "pangkat": "pangkat; barisnya tidak dicetak bila kosong",
            "dari": "hari pertama menjabat, contoh `2026-01-01`; boleh tidak ada",
            "sampai": "hari terakhir menjabat; boleh tidak ada",
            "kop": "kop surat sendiri, empat baris: pemerintah, dinas, unit, alamat; boleh tidak ada",
            "sebagai": "`a.n.`, `Plt.` atau `Plh.` bagi wakil; kosong bagi pejabatnya sendiri",
            "mewakili": "jabatan yang diwakili; wajib bagi wakil",
            "mandat": "nomor dan tanggal surat tugas; wajib bagi wakil",
            "paraf": "akun atau jabatan yang memberi paraf pada salinan ke-2, menurut urutan; paling banyak 4",
        },
    ),
    "jra": (
        (
            "Jadwal retensi arsip kantor, satu bagian untuk tiap kode klasifikasi; tanpa baris untuk sebuah kode, kasusnya "
            "disimpan. Isi pertama, seperti `[[penandatangan]]`. Penjelasan: [panduan-penyusutan.md](panduan-penyusutan.md)."
        ),
        {
            "kode": "kode klasifikasi dari `nomor.kode_klasifikasi`; berlaku juga untuk kode di bawahnya (wajib)",
            "seri": "jenis arsip menurut JRA (wajib)",
            "aktif": "tahun aktif, dihitung sejak kasus selesai (wajib)",
            "inaktif": "tahun inaktif sesudahnya (wajib)",
            "nasib": "`musnah`, `permanen`, atau `dinilai kembali` (wajib)",
        },
    ),
    "hasil": (
        (
            "Hasil akhir penanganan (langkah 14) yang ditambahkan, diperketat, atau dimatikan kantor. Tanpa baris berlaku hasil "
            "menurut prosedur. Penjelasan: [panduan-penyampaian.md](panduan-penyampaian.md)."
        ),
        {
            "nama": "sebutan hasil itu; nama hasil prosedur berarti hasil prosedur itu sendiri (wajib)",
            "induk": (
                "hasil prosedur yang menjadi induk hasil kantor: `datang langsung`, `dirujuk`, `dilimpahkan`, `dicabut korban`, "
                "`tidak bersedia`, `tidak dapat dihubungi`, atau `pindah ke SOP krisis`; wajib bagi hasil kantor"
            ),
            "syarat": (
                "syarat tambahan: `layanan`, `lembaga`, `bukti`, `pernyataan`, `percobaan`, `surat disampaikan`, `bahaya`; "
                "syarat prosedur atau induk selalu tetap"
            ),
            "dipakai": "`false` mematikan; tidak berlaku bagi `dicabut korban`, `pindah ke SOP krisis`, dan `digabung`",
        },
    ),
    "akun": (
        "Satu bagian untuk tiap akun kantor.",
        {
            "nama": "nama akun (wajib)",
            "peran": (
                "satu atau lebih dari `petugas_penerima`, `petugas_identifikasi`, `ketua`, `arsiparis`, "
                "`admin_teknis`, `pengawas`; `admin_teknis` harus akun tersendiri"
            ),
            "pengguna": "pengguna sistem operasi yang memakai akun ini",
            "boleh_dipakai": "pengguna sistem operasi yang boleh bertindak sebagai akun ini dengan `--as`",
        },
    ),
}

ENVIRONMENT = {
    "RANGKAP_HOME": "the home of the office; without it the checkout is the home, for trying",
    "RANGKAP_LANG": "`en` for English words; Indonesian otherwise",
    "RANGKAP_CLOCK": "an ISO 8601 moment that stands for now; only where `percobaan = true`",
    "RANGKAP_PYTHON": "the Python that `./run` makes `.venv` with",
    "RANGKAP_DATABASE": "`postgresql://user@host/database` for one on a server, else SQLite in `var/`: [admin.md](admin.md#postgresql)",
    "RANGKAP_ARCHIVE": (
        "`s3://bucket/office?endpoint=https://s3.example.org&region=id-1` for an archive in a bucket; empty for the folder "
        "`archive/` of the home. See [archive.md](archive.md#an-archive-in-a-bucket)"
    ),
    "AWS_ACCESS_KEY_ID": "with `AWS_SECRET_ACCESS_KEY` (and `AWS_SESSION_TOKEN`): the key of that bucket; else `var/keys/bucket.toml`",
}

ERRORS_HEAD = f"""{_MADE}
# Errors

A refusal is a sentence that says what happened and what to do, followed by its code in brackets. Below it stand the
commands that mend it; a page shows them as links. The places in braces are filled in. No sentence holds the name of a
person. What an exit status means: [commands.md](commands.md#exit-statuses)."""

HOUSES = {
    "archive": "Filing a case, or reading it back.",
    "cases": "The case, its fields, and what may be done when.",
    "cli": "The command line and its questions.",
    "intake": "What comes into the inbox. A refused file lies in `inbox/ditolak/` with this sentence beside it.",
    "kernel": "Numbers, disk, locks and the isolation of readers.",
    "letters": "Templates, drafts and stamps.",
    "office": "The steps of the procedure.",
    "records": "The database.",
    "register": "The register and its chain.",
    "rendering": "PDF from DOCX, pictures from PDF.",
    "settings": "office.toml and the environment.",
    "signing": "Matching a signed copy.",
    "stores": "Where bytes lie.",
}
