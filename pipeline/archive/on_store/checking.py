"""Verify on a store, as :mod:`pipeline.archive.verify` in a folder."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from pipeline.archive.finding import Finding, Kind, Progress, stray
from pipeline.archive.inventory import Inventory, sidecar
from pipeline.archive.layout import (
    DECLARATION,
    DECLARED,
    INVENTORY,
    MARKER,
    SIDECAR,
    STAGING,
    YEAR_FILES,
    NoSuchObject,
    is_object,
    is_year_file,
    object_in,
    version_number,
)
from pipeline.archive.on_store.heads import Sealed, inventory_in, objects, sealed_in, sums_bytes, years
from pipeline.archive.on_store.places import (
    GOING,
    REGISTER,
    item,
    line_number,
    need_archive,
    room_of,
    sums_of,
)
from pipeline.kernel.files import digest_bytes
from pipeline.stores.store import PROBE, NoItem, Store

_BESIDE_YEARS = {MARKER, f"{STAGING}/", "sums/", f"{REGISTER}/", f"{PROBE}/"}


def verify(
    store: Store, *, only: Collection[str] | None = None, progress: Callable[[Progress], None] | None = None
) -> list[Finding]:
    """An object at work is judged as recovery would leave it."""
    need_archive(store)
    there = [case for year in years(store) for case in objects(store, year)]
    for case in only or ():
        if case not in there:
            raise NoSuchObject(case=case)
    findings = list(_places(store))
    chosen, size = there if only is None else sorted(only), 0
    for done, case in enumerate(chosen, 1):
        sizes = {
            stored.name.removeprefix(f"{object_in(case)}/"): stored.size
            for stored in store.items(object_in(case))
        }
        findings.extend(_Object(store, case).examine(sizes))
        size += sum(sizes.values())
        if progress is not None:
            progress(Progress(done, len(chosen), size, case))
    return findings


def _places(store: Store) -> Iterator[Finding]:
    known = {f"{year:04d}/" for year in years(store)}
    for name in store.names_in():
        if name not in _BESIDE_YEARS | known:
            yield Finding(stray(name.rstrip("/")), name, None, "OCFL")
    for year in years(store):
        cases = {f"{case}/" for case in objects(store, year)}
        for name in store.names_in(f"{year:04d}"):
            if name not in YEAR_FILES and name not in cases:
                yield Finding(stray(name.rstrip("/")), f"{year:04d}/{name}", None, "OCFL")
        for name in sorted(YEAR_FILES):
            if (file := item(store, f"{year:04d}/{name}")) is None:
                yield Finding(Kind.MISSING, f"{year:04d}/{name}", None, "OCFL")
            elif not is_year_file(name, file.data):
                yield Finding(Kind.CHANGED, f"{year:04d}/{name}", None, "OCFL")
        for name in store.names_in(f"sums/{year:04d}"):
            case = name.rpartition(".v")[0]
            if not is_object(case) or f"{case}/" not in cases:
                yield Finding(Kind.UNEXPECTED, f"sums/{year:04d}/{name}", None, "OCFL")
    yield from _lines(store, known)


def _lines(store: Store, known: Collection[str]) -> Iterator[Finding]:
    for folder in store.names_in(REGISTER):
        if folder not in known:
            yield Finding(Kind.UNEXPECTED, f"{REGISTER}/{folder}", None, "OCFL")
            continue
        for name in store.names_in(f"{REGISTER}/{folder}"):
            if line_number(name) is None:
                yield Finding(stray(name.rstrip("/")), f"{REGISTER}/{folder}{name}", None, "OCFL")


@dataclass(frozen=True)
class _Object:
    """One object being examined."""

    store: Store
    case: str

    def examine(self, sizes: Mapping[str, int]) -> list[Finding]:
        """``sizes`` by path of its items."""
        if self._room().startswith(GOING.encode()):
            return [Finding(Kind.TORN, object_in(self.case), self.case, "pemusnahan"), *self._going(sizes)]
        return self._staying(sizes)

    def _going(self, sizes: Mapping[str, int]) -> list[Finding]:
        """For an object being destroyed, whose root inventory is the first to go.

        A late request may restore a destruction that was refused; damage then counts.
        """
        findings: list[Finding] = []
        try:
            if self._has_root():
                findings = self._staying(sizes)
        except NoItem:
            if self._has_root():
                raise
        return findings if self._has_root() else []  # it may go while it is read

    def _has_root(self) -> bool:
        return item(self.store, f"{object_in(self.case)}/{INVENTORY}") is not None

    def _staying(self, sizes: Mapping[str, int]) -> list[Finding]:
        root = object_in(self.case)
        if not sizes and item(self.store, sums_of(self.case, 1)) is None:
            return []  # a folder that a bucket still names after its last item went
        sealed, findings = self._inventories(sizes)
        if not sealed:
            # Begun and not committed is no damage while its operation is at work; without one, nobody knows of it.
            is_begun = not findings and self._is_at_work()
            return [] if is_begun else findings or [self._bad(Kind.MISSING, f"v1/{INVENTORY}", "OCFL")]
        head = sealed[max(sealed)]
        findings += self._history(sizes, sealed, head[0])
        changed = {finding.path for finding in findings}
        sure = {n: pair for n, pair in sealed.items() if f"{root}/v{n}/{INVENTORY}" not in changed}
        findings += [*self._top(head), *self._beside(sure, max(sealed)), *self._content(sizes, head[0])]
        return sorted(findings, key=lambda finding: finding.path)

    def _inventories(self, sizes: Mapping[str, int]) -> tuple[dict[int, Sealed], list[Finding]]:
        root = object_in(self.case)
        names = (
            name.split("/")[0] for name in sizes if name.count("/") == 1 and name.endswith(f"/{INVENTORY}")
        )
        numbers = {number for name in names if (number := version_number(name))}
        read = {number: inventory_in(self.store, f"{root}/v{number}") for number in numbers}
        pairs = {
            n: pair for n, pair in read.items() if pair and (pair[0].case, pair[0].head) == (self.case, n)
        }
        top = sealed_in(self.store, root)
        if top is not None and top[0].case != self.case:
            top = None
        last = max([*numbers, top[0].head if top else 0], default=0)
        here, path = pairs.get(last), f"v{last}/{INVENTORY}"
        is_sure = here is not None and (here == top or sealed_in(self.store, f"{root}/v{last}") is not None)
        if top is not None and top[0].head == last and not is_sure:
            pairs[last] = top
            return pairs, [self._bad(self._plain(last not in numbers), path, INVENTORY)]
        return pairs, [self._bad(Kind.CHANGED, path, "OCFL")] if last and here is None else []

    def _history(
        self, sizes: Mapping[str, int], sealed: Mapping[int, Sealed], newest: Inventory
    ) -> Iterator[Finding]:
        for number in range(1, newest.head + 1):
            version = sealed.get(number)
            is_older = version is not None and (
                version[0].versions == newest.versions[:number]
                and version[0].manifest.items() <= newest.manifest.items()
            )
            if not is_older:
                path = f"v{number}/{INVENTORY}"
                yield self._bad(self._plain(path not in sizes), path, f"v{newest.head}/{INVENTORY}")

    def _top(self, head: Sealed) -> Iterator[Finding]:
        root = object_in(self.case)
        declared = item(self.store, f"{root}/{DECLARATION}")
        if declared is None or declared.data != DECLARED:
            yield self._bad(Kind.MISSING if declared is None else Kind.CHANGED, DECLARATION, "OCFL")
        for name, right in ((INVENTORY, head[1]), (SIDECAR, sidecar(head[1]))):
            file = item(self.store, f"{root}/{name}")
            if file is None or file.data != right:
                yield self._bad(self._kind(file is None), name, f"v{head[0].head}/{name}")

    def _beside(self, sealed: Mapping[int, Sealed], newest: int) -> Iterator[Finding]:
        for number, pair in sorted(sealed.items()):
            names = {
                f"{object_in(self.case)}/v{number}/{SIDECAR}": sidecar(pair[1]),
                sums_of(self.case, number): sums_bytes(self.case, pair),
            }
            for name, right in names.items():
                file = item(self.store, name)
                if file is None or file.data != right:
                    kind = self._kind(file is None) if number == newest else self._plain(file is None)
                    yield Finding(
                        kind,
                        name,
                        self.case,
                        INVENTORY,
                        digest_bytes(right),
                        digest_bytes(file.data) if file else "",
                    )

    def _content(self, sizes: Mapping[str, int], newest: Inventory) -> Iterator[Finding]:
        root = object_in(self.case)
        for path, digest in newest.manifest.items():
            if path not in sizes:
                yield self._bad(Kind.MISSING, path, INVENTORY, digest)
                continue
            actual = self.store.digest(f"{root}/{path}").sha512
            if actual != digest:
                swapped = next((name for name, other in newest.manifest.items() if other == actual), "")
                yield self._bad(
                    Kind.SWAPPED if swapped else Kind.CHANGED, path, INVENTORY, digest, swapped or actual
                )
        lists = {f"v{number}/{name}" for number in range(1, newest.head + 1) for name in (INVENTORY, SIDECAR)}
        known = {DECLARATION, INVENTORY, SIDECAR, *lists, *newest.manifest}
        for path in sizes:
            is_begun = path.startswith(f"v{newest.head + 1}/") and self._is_at_work()
            if path not in known and not is_begun:
                yield self._bad(stray(path.rpartition("/")[2]), path, INVENTORY)

    def _room(self) -> bytes:
        room = item(self.store, room_of(self.case))
        return room.data if room else b""

    def _is_at_work(self) -> bool:
        return not self._room().startswith(GOING.encode()) and self._room() != b""

    def _kind(self, is_missing: bool) -> Kind:
        return Kind.TORN if self._is_at_work() else self._plain(is_missing)

    @staticmethod
    def _plain(is_missing: bool) -> Kind:
        return Kind.MISSING if is_missing else Kind.CHANGED

    def _bad(self, kind: Kind, path: str, against: str, expected: str = "", actual: str = "") -> Finding:
        return Finding(kind, f"{object_in(self.case)}/{path}", self.case, against, expected, actual)
