"""The addresses of the books, the register pages, and the recap."""

from django.urls import path

from pipeline.web.pages import books, recap, register_pages

PATHS = [
    path("buku/", books.books, name="books"),
    path("buku/lembar/", register_pages.listed, name="register-pages"),
    path("buku/lembar/<str:month>/", register_pages.show, name="register-page"),
    path("buku/lembar/<str:month>/cetak/", register_pages.printing, name="register-page-print"),
    path(
        "buku/lembar/<str:month>/<int:copy>/halaman-<int:page>.png",
        register_pages.picture,
        name="register-page-picture",
    ),
    path("buku/<slug:book>/", books.book, name="book"),
    path("buku/<slug:book>/keluar/", books.export, name="book-export"),
    path("rekap/", recap.recap, name="recap"),
    path("rekap/buat/", recap.made, name="recap-made"),
]
