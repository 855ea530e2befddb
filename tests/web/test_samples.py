"""Samples of templates: what is kept is given while another is laid out; who comes third hears that it is busy."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event

import pytest

from pipeline.letters.lint import Report
from pipeline.web.samples import Sample, Samples
from pipeline.web.trials import Busy


def sample(name: str) -> Sample:
    return Report(name, "surat", ()), [name.encode()]


def never() -> Sample:
    raise AssertionError("laid out although it is kept")


def test_what_is_kept_is_given_while_another_is_laid_out() -> None:
    samples, begun, go_on = Samples(), Event(), Event()
    first = samples.of("a", lambda: sample("a"))

    def slowly() -> Sample:
        begun.set()
        assert go_on.wait(30)
        return sample("b")

    with ThreadPoolExecutor(2) as pool:
        laying = pool.submit(samples.of, "b", slowly)
        assert begun.wait(30)
        assert samples.of("a", never) == first
        waits = pool.submit(samples.of, "b", never)
        while samples.places._value:
            time.sleep(0.01)
        with pytest.raises(Busy):
            samples.of("c", never)
        go_on.set()
        assert laying.result(30) == waits.result(30) == sample("b")
    assert samples.of("c", lambda: sample("c")) == sample("c"), "the place is free again"


def test_who_waits_too_long_hears_that_it_is_busy() -> None:
    samples = Samples(patience=0.05)
    with samples.hand, pytest.raises(Busy):
        samples.of("a", never)
    assert samples.of("a", lambda: sample("a")) == sample("a")


def test_a_fault_keeps_nothing_and_the_oldest_goes() -> None:
    samples = Samples()

    def fault() -> Sample:
        raise ValueError("berhenti")

    with pytest.raises(ValueError, match="berhenti"):
        samples.of("a", fault)
    for name in map(str, range(7)):
        samples.of(name, partial(sample, name))
    assert list(samples.kept) == [str(at) for at in range(1, 7)]
