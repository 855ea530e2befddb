"""Words of looking up."""

from pipeline.kernel.text import Text

WORDS: dict[str, Text] = {
    "search.title": Text("Cari", "Search"),
    "search.ask": Text("Nomor, nama orang, atau kata dalam surat", "A number, a name, or a word of a letter"),
    "search.ask_number": Text(
        "Nomor kasus, register, agenda, surat, atau surat masuk",
        "Number of case, register, agenda, letter or incoming letter",
    ),
    "search.hint": Text(
        "Yang diketik tidak dicatat dan tidak disimpan; kasus yang tampil dicatat sebagai dilihat.",
        "What is typed is neither written down nor kept; cases that are shown are written down as looked at.",
    ),
    "search.do": Text("Cari", "Search"),
    "search.narrow": Text("Persempit isi surat", "Narrow the texts"),
    "search.year": Text("Tahun", "Year"),
    "search.state": Text("Keadaan", "State"),
    "search.channel": Text("Kanal", "Channel"),
    "search.any": Text("semua", "all"),
    "search.how": Text("Yang dapat dicari", "What can be looked for"),
    "search.how_number": Text(
        "Nomor apa pun yang tertera di kertas: kasus (2026-0001), register, agenda (A-2026-0007), surat keluar, surat masuk, atau kode di lembar.",
        "Any number that stands on a paper: case (2026-0001), register, agenda (A-2026-0007), outgoing or incoming letter, or the code of a sheet.",
    ),
    "search.how_name": Text(
        "Nama orang, dengan ejaan apa pun: Soekarno juga menemukan Sukarno. Yang tampil hanya inisial.",
        "A person's name in any spelling: Soekarno also finds Sukarno. Only initials are shown.",
    ),
    "search.how_word": Text(
        "Kata dalam surat masuk, salinan ketikan, dan surat kantor, dalam segala bentuknya: lapor juga menemukan dilaporkan. Beberapa kata harus ada semuanya; dalam tanda kutip harus berurutan.",
        "Words of incoming letters, transcripts and the office's letters, in all their forms: lapor also finds dilaporkan. Of several words all must be there; in quotation marks one behind the other.",
    ),
    "search.none": Text("Tidak ada yang ditemukan.", "Nothing was found."),
    "search.none_how": Text(
        "Periksa ejaannya, coba satu kata saja, atau hapus penyaring. Surat yang baru masuk ditemukan setelah terbaca.",
        "Check the spelling, try one word alone, or take the filters away. A letter that just came in is found once it is read.",
    ),
    "search.none_number": Text(
        "Periksa nomornya seperti tertera di kertas; spasi dan huruf besar tidak berpengaruh.",
        "Check the number as it stands on the paper; spaces and capitals make no difference.",
    ),
    "search.numbers": Text("Menurut nomor", "By number"),
    "search.people": Text("Menurut nama", "By name"),
    "search.texts": Text("Menurut isi surat", "By words of letters"),
    "search.case": Text("Kasus", "Case"),
    "search.who": Text("Orang", "Person"),
    "search.received": Text("Diterima", "Received"),
    "search.day": Text("Tanggal", "Day"),
    "search.where": Text("Dokumen", "Document"),
    "search.said": Text("Isi (nama disamarkan)", "Words (names masked)"),
    "search.unregistered": Text("belum didaftarkan", "not registered yet"),
    "search.kind.masuk": Text("surat masuk", "incoming letter"),
    "search.kind.ketikan": Text("salinan ketikan", "transcript"),
    "search.kind.surat": Text("surat kantor {letter}", "letter of the office {letter}"),
    "search.untold": Text(
        "Ada dalam berkas yang aksesnya dibatasi; tanyakan kepada ketua.",
        "Stands in a file to which access is restricted; ask the chair.",
    ),
    "search.more": Text("50 berikutnya", "The next 50"),
    "search.first": Text("Kembali ke yang terbaru", "Back to the newest"),
    "search.older": Text("Hasil yang lebih lama", "Older results"),
}
