"""The addresses of what comes in: handing in, putting in order, matching."""

from django.urls import path

from pipeline.web.gate import UPLOAD
from pipeline.web.pages import papers, upload

PATHS = [
    path(UPLOAD.removeprefix("/"), upload.upload, name="upload"),
    path("surat-baru/keadaan/", upload.state, name="upload-state"),
    path("surat/<str:agenda>/kecil-<int:page>.png", papers.small, name="arrival-small"),
]
