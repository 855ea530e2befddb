"""The addresses of the keeping of the office: health, accounts, settings."""

from django.urls import path

from pipeline.web.pages import health, users

PATHS = [
    path("kesehatan/", health.show, name="health"),
    path("kesehatan/sekarang/", health.live, name="health-live"),
    path("kesehatan/periksa/", health.check, name="health-check"),
    path("kesehatan/cadangan/", health.back_up, name="health-backup"),
    path("kesehatan/komputer/", health.look_at_machine, name="health-doctor"),
    path("kesehatan/baca-lagi/", health.retry, name="health-retry"),
    path("kesehatan/jam/", health.confirm_clock, name="confirm-clock"),
    path("akun/", users.accounts, name="users"),
    path("akun/kelola/", users.account, name="user"),
]
