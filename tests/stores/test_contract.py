"""One contract over every store, and a server that does not keep it is found out."""

import pytest

from pipeline.kernel.errors import Refusal
from pipeline.stores.store import Store
from tests.refused import refused_with
from tests.stores.contract import CONDITIONS, PROMISES, Promise
from tests.stores.go_between import Fault, GoBetween
from tools import s3
from tools.s3 import opened


@pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.__name__)
def test_every_store_keeps_its_promises(store: Store, promise: Promise) -> None:
    promise(store)


@pytest.mark.parametrize("promise", CONDITIONS, ids=lambda one: one.__name__)
def test_the_contract_finds_a_server_that_does_not_honour_conditions(
    go_between: GoBetween, promise: Promise
) -> None:
    careless = opened(go_between.endpoint, s3.OPEN)
    go_between.begin(Fault.CARELESS)
    with pytest.raises((AssertionError, pytest.fail.Exception, Refusal)):
        promise(careless)
    assert go_between.done > 0


def test_what_needs_no_condition_such_a_server_does(go_between: GoBetween) -> None:
    """Or else the test before would find anything that does not work at all."""
    go_between.begin(Fault.CARELESS)
    for promise in PROMISES:
        if promise not in CONDITIONS and promise.__name__ not in ("more_than_a_page_is_listed",):
            promise(opened(go_between.endpoint, s3.OPEN))


def test_such_a_server_is_refused_as_an_archive(go_between: GoBetween) -> None:
    careless = opened(go_between.endpoint, s3.OPEN)
    go_between.begin(Fault.CARELESS)
    with refused_with("stores.unconditional") as raised:
        careless.need_fit()
    assert s3.OPEN in raised.value.text()
    assert not list(careless.items())


def test_one_that_honours_them_is_taken(s3_server: s3.Server) -> None:
    store = opened(s3_server.endpoint, s3.PLAIN)
    store.need_fit()
    assert not list(store.items())
