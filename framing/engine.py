"""Where shards of work run: in this process or in several. Order is kept and only a few shards are under way at once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def run(function: Callable[[In], Out], shards: Iterable[In], *, workers: int = 1) -> Iterator[Out]:
    """Yields function(shard) for each shard, in order.

    With workers > 1 the shards run in spawned processes, at most two a worker under way, so memory stays bounded whatever the
    number of shards; function and shards must then be picklable. An exception in a shard is raised here and stops the rest.
    """
    if workers <= 1:
        yield from map(function, shards)
        return
    with _one_thread_each(), ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[Out]] = deque()
        try:
            for shard in shards:
                waiting.append(pool.submit(function, shard))
                if len(waiting) >= 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


@contextlib.contextmanager
def _one_thread_each() -> Iterator[None]:
    """Numeric libraries in the processes take one thread: several times the cores would fight for them."""
    before = {name: os.environ.get(name) for name in _THREAD_LIMITS}
    os.environ.update(dict.fromkeys(_THREAD_LIMITS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
