"""The second factor: a code from a telephone (TOTP), or on paper."""

import re
import secrets
from contextlib import suppress
from typing import Any

import zxingcpp
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from django_otp import devices_for_user, login, match_token

from pipeline.kernel import clock
from pipeline.kernel.text import N_
from pipeline.office.base import database
from pipeline.office.base.sign_in import note_factor
from pipeline.web import factors
from pipeline.web.middleware import before_all
from pipeline.web.models import Paper, Telephone
from pipeline.web.sealing import NotOurSeal
from pipeline.web.session import language, office
from pipeline.web.sign_in import is_password, is_proved_twice

PAPER_CODES = 10
_BEGUN = "telephone"
_KEY_HOLDS = 600.0


@before_all
@require_http_methods(["GET", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Ask for the code, or lead to :func:`set_up`."""
    if is_proved_twice(request):
        return redirect("home")
    if not any(True for _ in devices_for_user(request.user)):
        return redirect("factor-new")
    trouble = ""
    if request.method == "POST":
        device = match_token(request.user, request.POST.get("code", "").strip().replace(" ", ""))
        if device is not None:
            _enter(request, device)
            return redirect("home")
        may = all(device.verify_is_allowed()[0] for device in devices_for_user(request.user))
        trouble = (
            N_("That code is not good. Wait for the next one on the telephone (30 seconds), then type it.")
            if may
            else N_(
                "That code was not taken, and too many wrong ones were typed just before. Wait a few "
                "minutes, then try again."
            )
        ).fill(language(request))
    return render(request, "web/factor.html", {"trouble": trouble}, status=401 if trouble else 200)


@before_all
@sensitive_post_parameters("word")
@require_http_methods(["GET", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """A telephone, then the codes on paper.

    Who has one gives the word again, and other sessions end (ASVS 5.0, 7.4.3 and 7.5.1).
    """
    has_one = any(True for _ in devices_for_user(request.user))
    if has_one and not is_proved_twice(request):
        return redirect("factor")
    device = _waiting(request)
    trouble = ""
    if request.method == "POST" and not (trouble := _wrong(request, device, has_one)):
        return _changed(request, device)
    key = device.typed_key
    shown = {
        "trouble": trouble,
        "picture": _qr(device.config_url),
        "key": " ".join(key[at : at + 4] for at in range(0, len(key), 4)),
        "has_one": has_one,
    }
    return render(request, "web/factor_new.html", shown, status=400 if trouble else 200)


def _wrong(request: HttpRequest, device: Telephone, has_one: bool) -> str:
    if has_one and not is_password(request, request.POST.get("word", "")):
        return N_(
            "That password does not match. Type your present password; five wrong tries shut "
            "the account from this machine."
        ).fill(language(request))
    if device.verify_token(request.POST.get("code", "").strip().replace(" ", "")):
        return ""
    return N_(
        "That code is not good. Wait for the next one on the telephone (30 seconds), then type it."
    ).fill(language(request))


def _changed(request: HttpRequest, device: Telephone) -> HttpResponse:
    with database.transact():
        Telephone.objects.filter(user=request.user, confirmed=True).delete()
        device.confirmed = True
        device.save()
        note_factor(office(), request.user.get_username())
    _enter(request, device)
    factors.end_sessions(request.user.get_username(), but=str(request.session.session_key))
    return render(request, "web/factor_codes.html", {"codes": _paper_codes(request)})


def _enter(request: HttpRequest, device: Any) -> None:
    """The session gets a new number."""
    login(request, device)
    request.session.cycle_key()


def _waiting(request: HttpRequest) -> Telephone:
    """The key is shown in this session only, for ten minutes."""
    account, now = request.user.get_username(), clock.now().timestamp()
    begun = request.session.get(_BEGUN) or {}
    if now - begun.get("at", 0.0) < _KEY_HOLDS:
        telephone: Telephone | None = Telephone.objects.filter(
            pk=begun.get("id"), user_id=account, confirmed=False
        ).first()
        with suppress(NotOurSeal):
            if telephone is not None and telephone.typed_key:
                return telephone
    Telephone.objects.filter(user_id=account, confirmed=False).delete()
    made = Telephone.begun(account, f"Rangkap {office()['kantor.singkatan']}")
    request.session[_BEGUN] = {"id": made.pk, "at": now}
    return made


def _paper_codes(request: HttpRequest) -> list[str]:
    codes = [secrets.token_hex(5) for _ in range(PAPER_CODES)]
    Paper.written(request.user.get_username(), codes)
    return [f"{code[:5]} {code[5:]}" for code in codes]


def _qr(text: str) -> str:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    made = str(code.to_svg(add_quiet_zones=True))
    return re.sub(
        r'<svg width="(\d+)" height="(\d+)"',
        r'<svg viewBox="0 0 \1 \2"',
        made[made.index("<svg") :],
        count=1,
    )
