"""Refusals of the acts of arrivals."""

from pipeline.kernel.text import Exit, Next, Row

OFFICE_ARRIVALS: dict[str, Row] = {
    "office.bad_part": Row(
        "“{given}” tidak dikenal. Tulis nomor agenda, bila perlu dengan halamannya (A-2026-0007:1-2), atau "
        "rentang halaman (1-2 3-4).",
        "“{given}” is not known. Write an agenda number, with its pages if need be (A-2026-0007:1-2), or "
        "ranges of pages (1-2 3-4).",
        Exit.USAGE,
    ),
    "office.not_joinable": Row(
        "{item} adalah dokumen {kind} dan tidak digabung atau dipisah. Daftarkan sebagai surat tersendiri, "
        "lalu tambahkan surat yang lain ke kasusnya.",
        "{item} is a {kind} document and is not joined or split. Register it as a letter of its own, then "
        "add the other letter to its case.",
        next=(Next("register", "{item}"),),
    ),
    "office.not_struck": Row(
        "{item} tidak dicoret petugas (keadaannya: {state}), jadi tidak ada yang dikembalikan. Lihat surat "
        "yang menunggu pada halaman Menunggu.",
        "{item} was not struck by a person (it is: {state}), so nothing comes back. See the letters that "
        "wait on the page Waiting.",
        next=(Next("todo"),),
    ),
    "office.one_part": Row(
        "Sebutkan sedikitnya dua: untuk menggabung dua nomor agenda, untuk memisah dua rentang halaman.",
        "Name at least two: to join, two agenda numbers; to split, two ranges of pages.",
        Exit.USAGE,
    ),
    "office.opened_elsewhere": Row(
        "Surat masuk {item} {opened}. Tanyakan dulu kepada rekan itu, supaya surat yang sama tidak diisi "
        "dua kali. Tanda ini hilang sendiri bila ia selesai atau batal, paling lama {minutes} menit "
        "sesudah ia berhenti.",
        "Arrival {item} is being worked on ({opened}). Ask that colleague first, so that one letter is not "
        "typed in twice. The sign goes by itself when they finish or leave it, {minutes} minutes after "
        "they stopped at the latest.",
        Exit.STALE,
    ),
    "office.order_unclear": Row(
        "Nomor urut “{given}” tidak jelas: setiap nomor urut adalah angka dan dipakai satu kali. Belum ada "
        "yang berubah; perbaiki nomornya.",
        "The place “{given}” is not clear: each place is a number and stands once. Nothing was changed "
        "yet; mend the number.",
        Exit.USAGE,
    ),
    "office.pages_left": Row(
        "Setiap halaman {item} (1–{pages}) harus disebut tepat satu kali; {numbers} tidak demikian. Belum "
        "ada yang berubah; ulangi dengan semua halaman.",
        "Each page of {item} (1–{pages}) must be named exactly once; {numbers} is not. Nothing was changed "
        "yet; repeat with all pages.",
        Exit.USAGE,
    ),
    "office.same_content": Row(
        "Gabungan itu isinya sama dengan {item}, yang sudah ada (keadaannya: {state}), jadi tidak ada yang "
        "digabung. Pakai surat itu, dan coret surat yang tidak diperlukan sebagai salah pindai.",
        "What they give is the same as {item}, which is here already (it is: {state}), so nothing was "
        "joined. Use that letter, and strike what is not needed as scanned by mistake.",
        next=(Next("strike-misscan"),),
    ),
}
