"""The addresses of letters: the draft, its review, the chair's desk, printing, mandates."""

from django.urls import path

from pipeline.web.pages import chair, drafting, letter, printing, signed_letter

PATHS = [
    path("meja-ketua/", chair.desk, name="chair-desk"),
    path("cetak/", printing.all_letters, name="print-all"),
    path("kasus/<str:number>/cetak/", printing.printing, name="print"),
    path("kasus/<str:number>/surat/", letter.letter, name="letter"),
    path("kasus/<str:number>/surat/word/", letter.word, name="letter-word"),
    path(
        "kasus/<str:number>/surat/<str:letter>/<int:copy>/halaman-<int:page>.png",
        letter.page,
        name="letter-page",
    ),
    path("kasus/<str:number>/langkah/draft/", drafting.draft, name="draft"),
    path("kasus/<str:number>/langkah/draft/pratinjau/", drafting.preview, name="draft-preview"),
    path("kasus/<str:number>/langkah/draft/buang/", drafting.forget, name="draft-forget"),
    path(
        "kasus/<str:number>/langkah/draft/pratinjau/<str:key>/halaman-<int:page>.png",
        drafting.page,
        name="draft-page",
    ),
    path("kasus/<str:number>/surat/<str:letter>/", signed_letter.signed, name="letter-signed"),
]
