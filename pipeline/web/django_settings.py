"""Django's settings for the web door alone: other processes start faster."""

from typing import Any

from csp.constants import NONE, SELF

from pipeline import django_settings
from pipeline.office.base.web_door import has_certificate
from pipeline.settings import Settings
from pipeline.web.bodies import LARGEST

MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pipeline.web.body_limit.BodyLimit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pipeline.web.middleware.AccessMiddleware",
    "axes.middleware.AxesMiddleware",
)
POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
TRIES = 5
SHUT_HOURS = 0.25
FREE, WAITS_MOST = 20, 64
"""Wrong words from one machine before it waits, and the longest of the doubling waits in seconds."""


def add(settings: Settings) -> None:
    """Must come before :mod:`pipeline.records` is imported."""
    is_tls = has_certificate(settings)
    django_settings.WORDS.update(
        {
            "INSTALLED_APPS": [*django_settings.INSTALLED_APPS, *django_settings.PAGES],
            "MIDDLEWARE": list(MIDDLEWARE),
            "ROOT_URLCONF": "pipeline.web.urls",
            "TEMPLATES": [
                {
                    "BACKEND": "django.template.backends.django.DjangoTemplates",
                    "APP_DIRS": True,
                    "OPTIONS": {
                        "context_processors": ["django.template.context_processors.request"],
                        "builtins": ["pipeline.web.tags"],
                        "string_if_invalid": "",
                    },
                }
            ],
            "ALLOWED_HOSTS": hosts(settings),
            "AUTH_USER_MODEL": django_settings.ACCOUNTS,
            "AUTHENTICATION_BACKENDS": [
                "axes.backends.AxesStandaloneBackend",
                "pipeline.web.sign_in.OfficeBackend",
            ],
            "LOGIN_URL": "sign-in",
            "LANGUAGE_CODE": "id",
            "USE_I18N": True,
            "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST,
            "FILE_UPLOAD_HANDLERS": ["django.core.files.uploadhandler.MemoryFileUploadHandler"],
            "CONTENT_SECURITY_POLICY": POLICY,
            "SECURE_REFERRER_POLICY": "same-origin",
            "SECURE_CONTENT_TYPE_NOSNIFF": True,
            "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
            "X_FRAME_OPTIONS": "DENY",
            "SECURE_HSTS_SECONDS": 31_536_000 if is_tls else 0,
            "SECURE_HSTS_INCLUDE_SUBDOMAINS": is_tls,
            **_cookies(settings, is_tls=is_tls),
            "AXES_FAILURE_LIMIT": TRIES,
            "AXES_COOLOFF_TIME": SHUT_HOURS,
            "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
            "AXES_USERNAME_CALLABLE": "pipeline.web.sign_in.account_named",
            "AXES_USERNAME_FORM_FIELD": "username",  # as the credentials call it
            "AXES_HANDLER": "pipeline.web.sign_in.WrongWords",
            "AXES_RESET_ON_SUCCESS": True,
            "AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT": False,  # who is told to wait is not counted, and waits no longer
            "AXES_VERBOSE": False,
            "AXES_DISABLE_ACCESS_LOG": True,
            "AXES_LOCKOUT_CALLABLE": "pipeline.web.pages.signing.shut",
            "AXES_CLIENT_IP_CALLABLE": "pipeline.web.sign_in.machine_of",
            "SILENCED_SYSTEM_CHECKS": [],
        }
    )


def hosts(settings: Settings) -> list[str]:
    """The host names that the door accepts."""
    return [*settings["web.nama"], "localhost", "127.0.0.1", "[::1]"]


def _cookies(settings: Settings, *, is_tls: bool) -> dict[str, Any]:
    prefix = "__Host-" if is_tls else ""
    return {
        "SESSION_ENGINE": "django.contrib.sessions.backends.db",
        "SESSION_COOKIE_NAME": f"{prefix}rangkap",
        "SESSION_COOKIE_AGE": 60 * int(settings["web.diam_menit"]),
        "SESSION_SAVE_EVERY_REQUEST": False,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": is_tls,
        "CSRF_COOKIE_NAME": f"{prefix}rangkap-csrf",
        "CSRF_COOKIE_SECURE": is_tls,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "pipeline.web.pages.trouble.not_from_here",
    }
