"""``verify --head``: the head printed on a signed page against the chain."""

from dataclasses import dataclass
from itertools import islice

from pipeline.kernel import clock
from pipeline.kernel.errors import Refusal
from pipeline.kernel.ids import in_groups
from pipeline.office.base.session import KEEPERS, Session, need_role
from pipeline.records import history, index_rows
from pipeline.register.entry import GENESIS, Broken, Entry, verify_chain
from pipeline.register.journal import read_entries

_MOST_SLIPS = 4


@dataclass(frozen=True)
class HeadCheck:
    """A head's entry, and breaks of the chain before it.

    ``near`` differs in a few ``groups``; ``act`` is the act whose link was typed (0: none).
    """

    entry: Entry | None
    broken: tuple[Broken, ...] = ()
    near: Entry | None = None
    groups: tuple[int, ...] = ()
    act: int = 0

    @property
    def is_proven(self) -> bool:
        """Whether all is as printed, or the act is there."""
        return self.act > 0 or (self.entry is not None and not self.broken)


def check_head(session: Session, typed: str) -> HeadCheck:
    """Look for a typed head among entries and acts."""
    need_role(session, "verify", KEEPERS)
    wanted = read_head(typed)
    history.log_access(clock.now(), session.actor, "verify --head", wanted[:16])
    archive, slip = session.archive, HeadCheck(None, act=index_rows.act_of(wanted))
    for count, entry in enumerate(read_entries(archive), 1):
        if entry.hash == wanted:
            return HeadCheck(entry, tuple(verify_chain(islice(read_entries(archive), count))))
        both = zip(in_groups(entry.hash).split(), in_groups(wanted).split(), strict=True)
        groups = tuple(number for number, (there, typed_in) in enumerate(both, 1) if there != typed_in)
        if len(groups) <= _MOST_SLIPS and not slip.act:
            slip = HeadCheck(None, near=entry, groups=groups)
    return slip


def read_head(typed: str) -> str:
    """Head or page code as 64 hexadecimal digits."""
    misread = str.maketrans("oli", "011")
    bare = "".join(typed.rpartition(":")[2].replace("-", "").split()).lower().translate(misread)
    if len(bare) != len(GENESIS) or any(character not in "0123456789abcdef" for character in bare):
        raise Refusal("office.bad_head", count=len(bare))
    return bare
