"""The addresses of the moves beside the steps, and of what is put out for the printer."""

from django.urls import path

from pipeline.web.pages import move, printed

PATHS = [
    path("kasus/<str:number>/tindakan/", move.moves, name="moves"),
    path("kasus/<str:number>/tindakan/<slug:verb>/", move.of_case, name="move"),
    path("tindakan/", move.office_moves, name="office-moves"),
    path("tindakan/<slug:verb>/", move.of_office, name="office-move"),
    path("cetakan/<str:key>/", printed.printed, name="printed"),
    path("cetakan/<str:key>/gambar-<int:page>.png", printed.picture, name="printed-picture"),
    path("cetakan/<str:key>/<int:paper>/halaman-<int:page>.png", printed.page, name="printed-page"),
]
