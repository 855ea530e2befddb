"""Words of signing in, of the word and of the second factor."""

from __future__ import annotations

from pipeline.kernel.errors import Text

WORDS: dict[str, Text] = {
    "sign_in.title": Text("Masuk", "Sign in"),
    "sign_in.account": Text("Nama akun", "Account"),
    "sign_in.word": Text("Kata masuk", "Word"),
    "sign_in.do": Text("Masuk", "Sign in"),
    "sign_in.help": Text(
        "Belum punya kata masuk, atau lupa? Mintalah kepada admin teknis kantor.",
        "No word yet, or forgotten? Ask the admin of the office.",
    ),
    "sign_in.wrong": Text(
        "Nama akun atau kata masuk tidak cocok, atau akunnya tidak dapat dipakai. Periksa keduanya, lalu coba lagi. Lima kali "
        "salah menutup akun ini dari komputer ini selama seperempat jam.",
        "Account or word do not match, or the account cannot be used. Check both and try again. Five wrong tries shut the "
        "account from this machine for a quarter of an hour.",
    ),
    "sign_in.shut": Text(
        "Terlalu banyak percobaan dari komputer ini. Tunggu seperempat jam, atau mintalah kata masuk baru kepada admin teknis.",
        "Too many tries from this machine. Wait a quarter of an hour, or ask the admin for a new word.",
    ),
    "sign_in.slow": Text(
        "Terlalu banyak percobaan yang salah dari komputer ini. Tunggu {seconds} detik, lalu coba lagi.",
        "Too many wrong tries from this machine. Wait {seconds} seconds, then try again.",
    ),
    "first.title": Text("Masuk pertama kali", "First sign-in"),
    "first.why": Text(
        "Anda masuk sebagai {account}. Pilih kata masuk Anda sendiri; sesudah itu tautan ini tidak berlaku lagi.",
        "You sign in as {account}. Choose your own word; after that this link is good no more.",
    ),
    "first.word": Text("Kata masuk pertama", "First word"),
    "first.link": Text(
        "Terisi sendiri dari tautan yang tampil di komputer kantor; tanpa tautan, ketik kata yang tampil di sana.",
        "Filled in by the link shown at the office's machine; without it type the word shown there.",
    ),
    "first.do": Text("Simpan dan masuk", "Save and sign in"),
    "first.wrong": Text(
        "Kata masuk pertama itu tidak cocok. Buka lagi tautan yang tampil di komputer kantor, atau minta yang baru di sana: "
        "rangkap users reset AKUN --console",
        "That first word does not match. Open the link shown at the office's machine again, or ask for a new one there: "
        "rangkap users reset AKUN --console",
    ),
    "word.title": Text("Ganti kata masuk", "Change the word"),
    "word.must": Text(
        "Kata masuk yang diberikan kantor sudah terpakai dan tidak berlaku lagi. Pilih kata masuk Anda sendiri sekarang.",
        "The word that the office gave out is used up now. Choose your own before you close this page.",
    ),
    "factor.wait": Text(
        "Kode itu tidak diterima, dan terlalu banyak kode salah baru saja diketik. Tunggu beberapa menit, lalu coba lagi.",
        "That code was not taken, and too many wrong ones were typed just before. Wait a few minutes, then try again.",
    ),
    "factor.again": Text(
        "Akun ini sudah punya kode telepon. Telepon baru menggantikannya, dan akun ini keluar dari semua komputer lain.",
        "This account has a telephone already. A new one takes its place, and the account is signed out everywhere else.",
    ),
    "elsewhere.title": Text("Komputer lain", "Other machines"),
    "elsewhere.here": Text(
        "Akun ini hanya terbuka di peramban ini.", "This account is open in this browser only."
    ),
    "elsewhere.count": Text(
        "Akun ini terbuka di {count} peramban, termasuk yang ini. Bila ada yang bukan Anda, keluarkan, lalu ganti kata masuk.",
        "This account is open in {count} browsers, this one included. If one is not yours, sign it out and change the word.",
    ),
    "elsewhere.do": Text("Keluarkan dari komputer lain", "Sign out everywhere else"),
    "elsewhere.wrong": Text(
        "Kata masuk itu tidak cocok. Ketik kata masuk Anda yang sekarang; lima kali salah menutup akun ini dari komputer ini.",
        "That word does not match. Type your present word; five wrong tries shut the account from this machine.",
    ),
    "elsewhere.done": Text(
        "Akun Anda sudah keluar dari semua komputer lain.", "Your account is signed out everywhere else."
    ),
    "word.old": Text("Kata masuk sekarang", "Present word"),
    "word.new": Text("Kata masuk baru", "New word"),
    "word.again": Text("Kata masuk baru, sekali lagi", "New word, once more"),
    "word.rule": Text(
        "Paling sedikit {least} huruf. Beberapa kata biasa berturut-turut mudah diingat dan sulit ditebak.",
        "At least {least} letters. A few ordinary words in a row are easy to remember and hard to guess.",
    ),
    "word.differs": Text(
        "Kedua kata masuk baru tidak sama. Ketik keduanya sekali lagi.",
        "The two new words differ. Type both again.",
    ),
    "factor.title": Text("Kode dari telepon", "Code from the telephone"),
    "factor.ask": Text(
        "Kode enam angka, atau satu kode dari kertas", "Six digits, or one code from the paper"
    ),
    "factor.do": Text("Lanjutkan", "Go on"),
    "factor.lost": Text(
        "Telepon hilang dan kertas kode tidak ada? Admin teknis dapat mengatur ulang akun ini di komputer kantor.",
        "Telephone lost and no paper at hand? The admin can reset this account at the office's machine.",
    ),
    "factor.wrong": Text(
        "Kode itu tidak berlaku. Tunggu kode berikutnya di telepon (30 detik), lalu ketik lagi.",
        "That code is not good. Wait for the next one on the telephone (30 seconds), then type it.",
    ),
    "factor.new": Text("Pasang kode di telepon", "Set the telephone up"),
    "factor.why": Text(
        "Akun ini dijaga dua kali: dengan kata masuk, dan dengan kode yang dibuat telepon Anda. Telepon tidak "
        "perlu internet.",
        "This account is guarded twice: by the word, and by a code that your telephone makes. It needs no internet.",
    ),
    "factor.scan": Text(
        "Buka aplikasi kode (misalnya Aegis atau Google Authenticator), pilih tambah, lalu arahkan kamera ke gambar ini.",
        "Open a code app (such as Aegis or Google Authenticator), choose to add one, and point the camera at this picture.",
    ),
    "factor.key": Text("Tanpa kamera, ketik kunci ini:", "Without a camera type this key:"),
    "factor.picture": Text("Gambar kode untuk telepon", "Picture of the key for the telephone"),
    "factor.proof": Text("Kode enam angka yang tampil di telepon", "The six digits on the telephone"),
    "factor.codes": Text("Kode di kertas", "Codes on paper"),
    "factor.codes_why": Text(
        "Tulis atau cetak kode ini sekarang, simpan di tempat terkunci. Setiap kode berlaku sekali, bila telepon tidak ada. Kode "
        "ini tidak ditampilkan lagi.",
        "Write these codes down or print them now, and lock them away. Each is good once, when the telephone is not at hand. They "
        "are not shown again.",
    ),
}
