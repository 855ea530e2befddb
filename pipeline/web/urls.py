"""The addresses of the pages. No address holds a name: cases and letters go by their numbers."""

from django.urls import path

from pipeline.web.pages import case, factor, inbox, papers, registration, search, signing, trouble

urlpatterns = [
    path("", inbox.home, name="home"),
    path("menunggu/", inbox.waiting, name="waiting"),
    path("masuk/", signing.sign_in, name="sign-in"),
    path("keluar/", signing.sign_out, name="sign-out"),
    path("kata-masuk/", signing.change_word, name="change-word"),
    path("bahasa/", signing.switch_language, name="language"),
    path("kode/", factor.prove, name="factor"),
    path("kode/pasang/", factor.set_up, name="factor-new"),
    path("surat/<str:agenda>/", registration.register, name="register"),
    path("surat/<str:agenda>/halaman-<int:page>.png", papers.of_arrival, name="arrival-page"),
    path("kasus/<str:number>/", case.show, name="case"),
    path("kasus/<str:number>/dokumen/<str:name>/halaman-<int:page>.png", papers.of_case, name="case-page"),
    path("cari/", search.search, name="search"),
]
handler400 = trouble.bad_request
handler403 = trouble.forbidden
handler404 = trouble.not_found
handler500 = trouble.broken
