"""The addresses of letters: the draft, its review, the chair's desk, printing, mandates."""

from django.urls import path

from pipeline.web.pages import drafting

PATHS = [
    path("kasus/<str:number>/langkah/draft/", drafting.draft, name="draft"),
    path("kasus/<str:number>/langkah/draft/pratinjau/", drafting.preview, name="draft-preview"),
    path("kasus/<str:number>/langkah/draft/buang/", drafting.forget, name="draft-forget"),
    path(
        "kasus/<str:number>/langkah/draft/pratinjau/<str:key>/halaman-<int:page>.png",
        drafting.page,
        name="draft-page",
    ),
]
