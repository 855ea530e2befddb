"""The addresses of the records of calls."""

from django.urls import path

from pipeline.web.pages import calls

PATHS = [
    path("kasus/<str:number>/catatan-telepon/", calls.record, name="call-record"),
    path(
        "kasus/<str:number>/catatan-telepon/<str:agenda>/halaman-<int:page>.png",
        calls.page,
        name="call-record-page",
    ),
]
