"""Signing in with account and word; every attempt is logged.

Failures do not tell what is wrong and take the same time. A word from the office opens one session, for
:func:`choose_password` alone.
"""

from dataclasses import dataclass, replace

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.people import Actor
from pipeline.kernel.text import N_, joined
from pipeline.office.base import accounts as standing
from pipeline.office.base.users import CHANGED, FACTOR_SET, SIGNED_IN
from pipeline.records import accounts, boot, history, passwords
from pipeline.settings import Settings

FAILED = "user_sign_in_failed"
LEAST = 12
_WEAK = {
    "password_too_short": N_("too short"),
    "password_too_common": N_("too common"),
    "password_entirely_numeric": N_("digits only"),
    "password_too_similar": N_("like the account, or the present one"),
    "password_repeats": N_("the same letters again and again"),
    "password_of_the_office": N_("too close to the name of the office"),
}
_COMMON = "rangkap p2tp2a uptd ppa sandi kata masuk kantor surat petugas ketua arsiparis admin password"
"""Words anybody would try here, besides the office's names (ASVS 5.0, 6.1.2 and 6.2.11)."""
_OWN_LEAST = 8
"""Letters besides digits and the office's names."""
_DIFFERENT = 6


@dataclass(frozen=True)
class SignedIn:
    """Who, and whether the word must be changed first."""

    actor: Actor
    must_change: bool


def sign_in(settings: Settings, account: str, word: str) -> SignedIn:
    """Sign in; the caller has opened the home."""
    kept = _proved(settings, account, word)
    now = clock.now()
    with boot.transact():
        accounts.put(replace(kept, last_login=now, until=now if kept.once else kept.until))
        actor = _actor(settings, account)
        history.log_access(clock.now(), actor, SIGNED_IN, account)
    return SignedIn(actor, kept.once)


def change_password(settings: Settings, account: str, word: str, new: str) -> None:
    """Replace ``word`` by ``new``."""
    _keep(settings, _proved(settings, account, word), word, new)


def choose_password(settings: Settings, account: str, new: str) -> None:
    """Replace the word for one use."""
    kept = accounts.listed().get(account)
    if kept is None or kept.locked or not kept.once:
        raise Refusal("office.wrong_word")
    _keep(settings, kept, new if passwords.is_password(new, kept.password) else "", new)


def note_factor(settings: Settings, account: str) -> None:
    """Note a new telephone; in the caller's transaction."""
    history.note(clock.now(), _actor(settings, account), FACTOR_SET, None, subject=account)


def _keep(settings: Settings, kept: accounts.Kept, word: str, new: str) -> None:
    need_strong(kept.name, word, new, names_of(settings))
    digest = passwords.digest_of(new)
    with boot.transact():
        accounts.put(replace(kept, password=digest, once=False, until=None))
        history.note(clock.now(), _actor(settings, kept.name), CHANGED, None, subject=kept.name)


def names_of(settings: Settings) -> str:
    """The office's names, which no word may hold."""
    return f"{settings['kantor.nama']} {settings['kantor.singkatan']}"


def need_strong(account: str, word: str, new: str, names: str = "") -> None:
    """Refuse an easily guessed ``new`` word."""
    own = {
        "password_too_similar": account in new.casefold() or new == word,
        "password_of_the_office": _left_of(new, f"{names} {_COMMON}") < _OWN_LEAST,
        "password_repeats": len(set(new.casefold())) < _DIFFERENT,
    }
    if weak := [*passwords.weakness(new), *(name for name, is_weak in own.items() if is_weak)]:
        reasons = [_WEAK.get(code, N_("too weak")) for code in weak]
        raise Refusal(
            "office.weak_word",
            reasons=joined(dict.fromkeys(reasons), ", "),
            least=LEAST,
        )


def _left_of(new: str, names: str) -> int:
    left = new.casefold()
    for name in sorted(set(names.casefold().split()), key=len, reverse=True):
        left = left.replace(name, "") if len(name) > 2 else left
    return sum(character.isalpha() for character in left)


def _proved(settings: Settings, account: str, word: str) -> accounts.Kept:
    kept = accounts.listed().get(account)
    is_right = passwords.is_password(word, kept.password if kept else "")
    is_over = kept is not None and kept.until is not None and kept.until <= clock.now()
    if kept is None or not is_right or kept.locked or is_over:
        known = kept.name if kept else "-"  # what was typed may be a word: it stands nowhere
        history.log_access(clock.now(), Actor(known), FAILED, known)
        raise Refusal("office.wrong_word")
    return kept


def _actor(settings: Settings, account: str) -> Actor:
    user = next(known for known in standing.in_office(settings).accounts if known.name == account)
    return Actor(account, user.roles, account)
