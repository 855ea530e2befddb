"""The addresses of the keeping of the office: health, accounts, settings."""

from django.urls import path

from pipeline.web.pages import health, holidays, rows, settings, templates, users

PATHS = [
    path("kesehatan/", health.show, name="health"),
    path("kesehatan/sekarang/", health.live, name="health-live"),
    path("kesehatan/periksa/", health.check, name="health-check"),
    path("kesehatan/cadangan/", health.back_up, name="health-backup"),
    path("kesehatan/baca-lagi/", health.retry, name="health-retry"),
    path("kesehatan/jam/", health.confirm_clock, name="confirm-clock"),
    path("akun/", users.accounts, name="users"),
    path("akun/kelola/", users.account, name="user"),
    path("pengaturan/", settings.show, name="settings"),
    path("pengaturan/penandatangan/", settings.signatories, name="settings-signatories"),
    path("pengaturan/mandat/", settings.change_mandate, name="settings-mandate"),
    path("pengaturan/hari-libur/ubah/", holidays.change, name="settings-holidays-change"),
    path("pengaturan/hari-libur/", holidays.holidays, name="settings-holidays"),
    path("pengaturan/daftar/", settings.lists, name="settings-lists"),
    path("pengaturan/jra/", settings.retention, name="settings-jra"),
    path("pengaturan/baris/<slug:called>/<slug:name>/", rows.row, name="settings-row"),
    path("pengaturan/templat/", templates.listed, name="settings-templates"),
    path("pengaturan/templat/periksa/", templates.check_all, name="settings-check"),
    path("pengaturan/templat/<slug:mark>/", templates.template, name="settings-template"),
    path("pengaturan/templat/<slug:mark>/contoh/", templates.sample, name="settings-sample"),
    path("pengaturan/templat/<slug:mark>/contoh/<int:page>.png", templates.sample_page, name="settings-page"),
    path("pengaturan/templat/<slug:mark>/templat.docx", templates.download, name="settings-download"),
]
