"""The addresses of what comes in: handing in, putting in order, matching."""

from django.urls import path

from pipeline.web.bodies import UPLOAD
from pipeline.web.pages import arrange, match, papers, upload

PATHS = [
    path(UPLOAD.removeprefix("/"), upload.upload, name="upload"),
    path("surat-baru/keadaan/", upload.state, name="upload-state"),
    path("surat/<str:agenda>/kecil-<int:page>.jpg", papers.small, name="arrival-small"),
    path("gabung/", arrange.join, name="join"),
    path("surat-masuk/<str:agenda>/", arrange.arrival, name="arrival"),
    path("surat-masuk/<str:agenda>/pisah/", arrange.split, name="split"),
    path("surat-masuk/<str:agenda>/coret/", arrange.strike, name="strike"),
    path("surat-masuk/<str:agenda>/semula/", arrange.apart, name="apart"),
    path("surat-masuk/<str:agenda>/satukan/", arrange.together, name="together"),
    path("cocokkan/<str:agenda>/", match.match, name="match"),
]
