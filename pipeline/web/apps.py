"""Django's name for this package."""

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class WebConfig(AppConfig):
    """The pages of Rangkap."""

    name = "pipeline.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The office itself, not Django, writes the last sign-in, with the account's version."""
        user_logged_in.disconnect(dispatch_uid="update_last_login")
