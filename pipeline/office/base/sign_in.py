"""Signing in with account and word: what the web door asks. Each time is in the access log, also a failed one.

What is wrong (account, word, locked, over) is never told, and takes the same time. A word that the office gave out opens
nothing but the change to one's own (:func:`change_word`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.kernel import clock
from pipeline.kernel.errors import Text
from pipeline.kernel.people import Actor
from pipeline.office.base import accounts as standing
from pipeline.office.base.errors_users import WeakWord, WrongWord
from pipeline.office.base.users import CHANGED, SIGNED_IN
from pipeline.records import accounts, boot, history, words
from pipeline.records.accounts import Kept
from pipeline.settings import Settings

FAILED = "user_sign_in_failed"
LEAST = 12
_WEAK = {
    "password_too_short": Text("terlalu pendek", "too short"),
    "password_too_common": Text("terlalu lazim", "too common"),
    "password_entirely_numeric": Text("hanya angka", "digits only"),
}
_OTHER = Text("terlalu lemah", "too weak")


@dataclass(frozen=True)
class SignedIn:
    """Who signed in, and whether the word must be changed before anything else."""

    actor: Actor
    must_change: bool


def sign_in(settings: Settings, account: str, word: str) -> SignedIn:
    """Return who signed in. The home is open already. Raises WrongWord."""
    kept = _proved(settings, account, word)
    with boot.transact():
        accounts.put(replace(kept, last_login=clock.now()))
        actor = _actor(settings, account)
        history.looked(clock.now(), actor, SIGNED_IN, account)
    return SignedIn(actor, kept.once)


def change_word(settings: Settings, account: str, word: str, new: str) -> None:
    """Put ``new`` in the place of ``word``, which counts no more. Raises WrongWord, WeakWord."""
    kept = _proved(settings, account, word)
    need_strong(account, word, new)
    with boot.transact():
        accounts.put(replace(kept, password=words.digest_of(new), once=False, until=None))
        history.note(clock.now(), _actor(settings, account), CHANGED, None, subject=account)


def need_strong(account: str, word: str, new: str) -> None:
    """Refuse a ``new`` word that is easily guessed, or is the present one. Raises WeakWord."""
    weak = words.weakness(new) + (
        ["password_too_similar"] if account in new.casefold() or new == word else []
    )
    if weak:
        said = [_WEAK.get(one, _OTHER) for one in weak]
        raise WeakWord(
            reasons_id=", ".join(dict.fromkeys(one.id for one in said)),
            reasons_en=", ".join(dict.fromkeys(one.en for one in said)),
            least=LEAST,
        )


def _proved(settings: Settings, account: str, word: str) -> Kept:
    """Return the account of which ``word`` is the word that counts. Raises WrongWord."""
    kept = accounts.listed().get(account)
    is_right = words.is_word(word, kept.password if kept else "")
    is_over = kept is not None and kept.until is not None and kept.until < clock.now()
    if kept is None or not is_right or kept.locked or is_over:
        known = kept.name if kept else "-"  # what was typed may be a word: it stands nowhere
        history.looked(clock.now(), Actor(known), FAILED, known)
        raise WrongWord
    return kept


def _actor(settings: Settings, account: str) -> Actor:
    found = next(one for one in standing.in_office(settings).accounts if one.name == account)
    return Actor(account, found.roles, account)
