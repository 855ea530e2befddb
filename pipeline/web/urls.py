"""The addresses of the pages. No address holds a name: cases and letters go by their numbers."""

from django.urls import path

from pipeline.web import books_urls, calls_urls, inbox_urls, keeping_urls, letters_urls, moves_urls
from pipeline.web.pages import (
    audit,
    case,
    factor,
    first,
    inbox,
    papers,
    registration,
    search,
    signing,
    step,
    trouble,
    vetting,
)

urlpatterns = [
    *letters_urls.PATHS,
    path("", inbox.home, name="home"),
    path("menunggu/", inbox.waiting, name="waiting"),
    path("masuk/", signing.sign_in, name="sign-in"),
    path("mulai/", first.first, name="first"),
    path("keluar/", signing.sign_out, name="sign-out"),
    path("kata-masuk/", signing.change_word, name="change-word"),
    path("kata-masuk/komputer-lain/", signing.end_others, name="end-others"),
    path("bahasa/", signing.switch_language, name="language"),
    path("kode/", factor.prove, name="factor"),
    path("kode/pasang/", factor.set_up, name="factor-new"),
    path("telepon/", registration.phone, name="phone"),
    path("surat/<str:agenda>/", registration.register, name="register"),
    path("surat/<str:agenda>/halaman-<int:page>.png", papers.of_arrival, name="arrival-page"),
    path("kasus/<str:number>/", case.show, name="case"),
    path("kasus/<str:number>/dokumen/<path:name>/halaman-<int:page>.png", papers.of_case, name="case-page"),
    path("kasus/<str:number>/dokumen/<path:name>/asli/", papers.original, name="original"),
    path("kasus/<str:number>/dokumen/<path:name>/", papers.document, name="document"),
    path("kasus/<str:number>/periksa/", vetting.vet, name="vet"),
    path("kasus/<str:number>/tugas/", vetting.assign, name="assign"),
    path("kasus/<str:number>/langkah/<slug:verb>/", step.step, name="step"),
    path("cari/", search.search, name="search"),
    path("jejak/", audit.audit, name="audit"),
    path("jejak/keluar/", audit.export, name="audit-export"),
    *books_urls.PATHS,
    *calls_urls.PATHS,
    *inbox_urls.PATHS,
    *keeping_urls.PATHS,
    *moves_urls.PATHS,
]
handler400 = trouble.bad_request
handler403 = trouble.forbidden
handler404 = trouble.not_found
handler500 = trouble.broken
