"""The check of electronic signatures in words, without anybody's name."""

from datetime import date

from pipeline.kernel.clock import long_date
from pipeline.kernel.text import N_
from pipeline.signing.electronic import Content, Report, Revocation, Signature, Verdict

_WORDS = {
    Verdict.NONE: N_("not signed electronically"),
    Verdict.CHANGED: N_("changed after it was signed"),
    Verdict.REVOKED: N_("certificate revoked"),
    Verdict.UNCHECKED: N_("cannot be checked"),
    Verdict.UNFIT: N_("intact, but its certificate or method is not fit for signing"),
    Verdict.EXPIRED: N_("intact, but outside the certificate's days"),
    Verdict.UNKNOWN: N_("intact, but its issuer is not trusted yet"),
    Verdict.UNREVIEWED: N_("intact, certificate known"),
    Verdict.VALID: N_("valid, certificate known"),
}  # fmt: skip
_HEAD = N_("E-signature: ")
_SEVERAL = N_("{count} signatures; the weakest: ")
_NOT_CHECKED = N_("revocation not checked")
_REVOCATION = {
    Revocation.CHECKED: N_("revocation checked up to {day}"),
    Revocation.NOT_POSSIBLE: N_("revocation could not be checked (the list is missing or out of date)"),
}
_SINCE = N_("since {day}")
_ISSUER = N_("its issuer's certificate")
_DAYS = N_("{first} to {last}")
_OTHER = N_("its content is not exactly what was approved")
_AFTER = N_("something was added later that changes no content")
_CONFIRMED = N_("confirmed by account {account}")


def words(report: Report, lang: str = "id") -> str:
    """One sentence, without full stop."""
    weakest = next(
        (signature for signature in report.signatures if signature.verdict is report.verdict), None
    )
    sentence = _HEAD.fill(lang)
    if len(report.signatures) > 1:
        sentence += _SEVERAL.fill(lang, count=len(report.signatures))
    parts = [_WORDS[report.verdict].fill(lang)]
    if weakest is not None and not report.problem:
        parts += _details(weakest, lang)
        is_good = report.verdict in (Verdict.VALID, Verdict.UNREVIEWED)
        parts += [_AFTER.fill(lang)] if is_good and not report.signatures[-1].covers_all else []
    if report.content is Content.DIFFERENT:
        parts.append(_OTHER.fill(lang))
    if report.confirmed_by:
        parts.append(_CONFIRMED.fill(lang, account=report.confirmed_by))
    return sentence + "; ".join(parts)


def _details(signature: Signature, lang: str) -> list[str]:
    details = []
    if signature.verdict is Verdict.REVOKED:
        details += [_ISSUER.fill(lang)] if signature.of_issuer else []
        details += [_SINCE.fill(lang, day=_day(signature.revoked, lang))] if signature.revoked else []
    if signature.verdict is Verdict.EXPIRED:
        details.append(
            _DAYS.fill(lang, first=_day(signature.valid_from, lang), last=_day(signature.valid_to, lang))
        )
    if signature.verdict in (Verdict.VALID, Verdict.UNREVIEWED):
        until = _day(signature.until, lang) if signature.revocation is Revocation.CHECKED else ""
        details.append(_REVOCATION.get(signature.revocation, _NOT_CHECKED).fill(lang, day=until))
    return details


def _day(stamp: str, lang: str) -> str:
    day = date.fromisoformat(stamp[:10])
    return day.isoformat() if lang == "en" else long_date(day)
