"""The second factors: a telephone (TOTP, RFC 6238), sealed, and codes on paper, as digests."""

from __future__ import annotations

import base64
import secrets
from typing import Any
from urllib.parse import quote

from django.db import models
from django_otp.models import Device, ThrottlingMixin
from django_otp.oath import TOTP

from pipeline.web.sealing import NotOurSeal, digest_of, opened, seal

KEY_BYTES = 20
"""The length of the digest that RFC 4226 uses."""
_TOLERANCE = 1
"""Steps of 30 seconds that a telephone may be early or late."""


class Telephone(ThrottlingMixin, Device):  # type: ignore[misc] # django-otp has no types
    """``last_t`` is the last step used: no code counts twice."""

    sealed = models.CharField(max_length=120)
    drift = models.SmallIntegerField(default=0)
    last_t = models.BigIntegerField(default=-1)

    @classmethod
    def begun(cls, account: str, name: str) -> Telephone:
        """Make a telephone that is not proved yet."""
        sealed = seal(account, secrets.token_bytes(KEY_BYTES))
        made: Telephone = cls.objects.create(user_id=account, name=name, confirmed=False, sealed=sealed)
        return made

    @property
    def typed_key(self) -> str:
        """The key as typed into a telephone. Raises NotOurSeal."""
        return base64.b32encode(opened(self.user_id, self.sealed)).decode().rstrip("=")

    @property
    def config_url(self) -> str:
        """The key as a Key Uri Format address. Raises NotOurSeal."""
        label = quote(f"{self.name}:{self.user_id}")
        return f"otpauth://totp/{label}?secret={self.typed_key}&issuer={quote(self.name)}&algorithm=SHA1&digits=6&period=30"

    def verify_token(self, token: str) -> bool:
        """Accept a code once."""
        if not self.verify_is_allowed()[0]:
            return False
        totp = self._totp()
        is_code = token.isascii() and token.isdecimal()
        if totp is None or not is_code or not totp.verify(int(token), _TOLERANCE, self.last_t + 1):
            self.throttle_increment()
            return False
        self.last_t, self.drift = totp.t(), totp.drift
        self.throttle_reset(commit=False)
        self.save()
        return True

    def _totp(self) -> Any:
        try:
            return TOTP(opened(self.user_id, self.sealed), drift=self.drift)
        except NotOurSeal:
            return None

    def get_throttle_factor(self) -> int:
        """Seconds after the first wrong code, doubled by each further one."""
        return 1


class Paper(ThrottlingMixin, Device):  # type: ignore[misc] # django-otp has no types
    """The codes on paper, for a lost telephone."""

    @classmethod
    def written(cls, account: str, codes: list[str]) -> None:
        """Replace the codes, keeping digests alone."""
        cls.objects.filter(user_id=account).delete()
        paper = cls.objects.create(user_id=account, name="kertas")
        for code in codes:
            paper.papercode_set.create(digest=digest_of(account, code))

    def verify_token(self, token: str) -> bool:
        """Accept a code and use it up."""
        if not self.verify_is_allowed()[0]:
            return False
        used, _ = self.papercode_set.filter(digest=digest_of(self.user_id, token)).delete()
        if not used:
            self.throttle_increment()
            return False
        self.throttle_reset()
        return True

    def get_throttle_factor(self) -> int:
        """Seconds after the first wrong code."""
        return 1


class PaperCode(models.Model):
    """The digest of one unused code on paper."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, db_index=True)
