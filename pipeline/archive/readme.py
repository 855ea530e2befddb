"""BACA-SAYA.txt: how a stranger reads and checks a year of the archive, without software of ours."""

from __future__ import annotations

EARLIER = frozenset({
    "7ed50b33cb46ec2a2446414c7b8c04669b05b34f5898347f0cb4a8057ad41355",
    "032672266c7c947e20fb4b0d4d38c37046382fde2090f702756b0f171d3ad4e3",
    "a517b935c136d96d8a9755731061fd5681735fa05cbac6be855c8822e70e364d",
    "bbf4693881974acf56e4cfc89acdb10a8f71dbb3da46a593784d08bfe2a35fb9",
})  # fmt: skip
"""SHA-256 of what earlier versions wrote into the years that they began, which stays there."""
README = """\
ARSIP PENGADUAN: CARA MEMBACA DAN MEMERIKSA

RAHASIA. Folder ini memuat data pribadi korban, anak dan pelapor. Buka hanya bila
tugas Anda mengharuskannya (UU 27/2022, UU 12/2022, UU 23/2004, UU 11/2012).

Folder ini dapat dibaca dan diperiksa tanpa perangkat lunak khusus. Jangan mengubah,
mengganti nama, menambah atau menghapus apa pun di dalamnya.


1. Isi folder

Setiap kasus adalah satu folder yang bernama nomor kasusnya, misalnya 2026-0042.
Di dalamnya ada v1, v2, v3 dan seterusnya: satu folder untuk setiap tahap penanganan.
Folder yang sudah ditulis tidak pernah diubah lagi.

  2026-0042/v1/content/surat-pengaduan.pdf   surat yang diterima, sebagaimana dipindai
  2026-0042/v1/content/kasus.json            catatan kasus pada tahap itu
  2026-0042/v3/content/...                   surat jawaban yang ditandatangani, rangkap dua
  2026-0042/inventory.json                   daftar isi kasus: setiap tahap, waktunya, berkasnya

Catatan kasus yang paling baru ada dalam folder v dengan angka terbesar.
Berkas di bawah content/turunan/ dibuat komputer dari berkas asli; yang asli tetap ada.

SHA512SUMS      sidik digital (SHA-512) semua berkas dalam folder v1, v2, ...
R-2026-11       lembar pengesahan register bulan November, rangkap dua, bertanda tangan ketua
T-2026          penutupan tahun: keadaan semua kasus pada hari tahun itu ditutup
M-2037-01       daftar kasus yang dimusnahkan menurut berita acara: nomor dan sidiknya saja
register.jsonl  isi buku register tahun ini, satu baris satu pencatatan, tanpa nama orang
0=ocfl_1.1      tanda bahwa folder ini mengikuti baku terbuka OCFL 1.1 (https://ocfl.io)


2. Memeriksa bahwa tidak ada berkas yang hilang atau berubah

Pada komputer Linux, buka terminal dalam folder tahun ini, lalu ketik:

  sha512sum --quiet -c SHA512SUMS

Tidak ada keluaran berarti semua berkas utuh. Setiap berkas yang rusak disebut namanya.
Tahun yang tidak memuat folder kasus tidak mempunyai SHA512SUMS, atau yang kosong.
Pemeriksa OCFL mana pun juga dapat dipakai untuk seluruh folder tahun.

Kasus yang dimusnahkan menurut berita acara tidak ada foldernya lagi. Dalam register.jsonl
ada baris dengan "kind":"destroyed" untuk kasus itu; kasus.json dalam folder M-... menyebut
berita acaranya. Kasus yang hilang tanpa baris itu adalah tanda kerusakan.

Folder seperti 2026-0042.2 adalah penerus 2026-0042: kasus yang sama, tanpa dokumen milik kasus
lain yang pernah tersimpan di dalamnya. Barisnya "kind":"replaced"; folder 2026-0042 dihapus.

Folder v... yang tidak tercantum dalam SHA512SUMS, atau inventory.json kasus yang tidak
sama dengan inventory.json dalam folder v terbaru, adalah tanda kerusakan.


3. Memeriksa bahwa buku register tidak diubah

Setiap baris register.jsonl memuat "prev", yaitu sidik baris sebelumnya, dan "hash",
sidik baris itu sendiri (SHA-256). Baris pertama tahun ini menyambung baris terakhir tahun
sebelumnya; baris paling pertama menyambung 64 angka nol. Sidik satu baris dihitung dari
baris itu tanpa "hash" dan "seal", misalnya dengan jq:

  head -n 1 register.jsonl | jq -jcS 'del(.hash, .seal)' | sha256sum

"inventory_sha512" adalah sidik inventory.json dalam folder v yang dicatat baris itu, dan
"payload_sha256" adalah sidik satu isian register dalam kasus.json ("payloads").

Rantai ini membuktikan urutan, bukan penulisnya. Bandingkan sidik terakhir setiap bulan
dengan Lembar Pengesahan Register yang dicetak dan ditandatangani ketua. Bila keduanya
sama, semua yang tercatat sebelum lembar itu belum pernah diubah. Pindaian lembar itu ada dalam
folder R-..., dan sidik yang tercetak di atasnya juga tertulis dalam halaman.json.
"""
