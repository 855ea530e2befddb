"""Mistakes planted in the filing into a bucket: each must be caught by the sweep of :mod:`tests.faults.test_bucket_faults`."""

from collections.abc import Callable, Mapping

from pipeline.archive.deposit import Deposited, NewVersion
from pipeline.archive.inventory import Inventory
from pipeline.archive.layout import INVENTORY, object_in
from pipeline.archive.on_store import filing
from pipeline.archive.on_store.archive import OnStore
from pipeline.records import boot, entries
from pipeline.stores.store import Store
from tests.faults.plant import plant


def inventory_first() -> None:
    """A version is committed before its content is there."""
    real = filing._put

    def put(store: Store, case: str, inventory: Inventory, given: Mapping[str, bytes]) -> None:
        store.put_new(f"{object_in(case)}/v{inventory.head}/{INVENTORY}", inventory.as_bytes())
        real(store, case, inventory, given)

    plant(filing, "_put", put)


def intent_ended_first() -> None:
    """What is to be filed is forgotten before it is filed."""
    real = OnStore.deposit

    def deposit(self: OnStore, new: NewVersion) -> Deposited:
        with boot.transact():
            entries.finish(new.operation)
        return real(self, new)

    setattr(OnStore, "deposit", deposit)  # noqa: B010 - a method is not assigned to


def operation_forgotten() -> None:
    """A filing that is done again does not know its own version."""
    Inventory.made_by = lambda self, operation: None  # type: ignore[method-assign]


BUCKET_BUGS: dict[str, Callable[[], None]] = {
    bug.__name__: bug for bug in (inventory_first, intent_ended_first, operation_forgotten)
}
