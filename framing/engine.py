"""Where shards of work run: here, in several processes, or on a cluster. Order is kept and only a few shards are under way at once."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from distributed import Client

In = TypeVar("In")
Out = TypeVar("Out")

_THREAD_LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def run(function: Callable[[In], Out], shards: Iterable[In], *, workers: int = 1, cluster: str | None = None) -> Iterator[Out]:
    """Yields function(shard) for each shard, in order.

    With workers > 1 the shards run in spawned processes; with cluster, the address of a dask scheduler, they run there (extra
    [cluster]; framing and the model must be installed on its machines) and workers says how many shards are under way. At most two a
    worker are, so memory stays bounded whatever the number of shards; function and shards must then be picklable. An exception in a
    shard is raised here and stops the rest. Raises ClusterError when the scheduler cannot be reached.
    """
    if cluster is not None:
        with _cluster(cluster) as client:
            yield from _in_order(client.submit, function, shards, 2 * workers)
    elif workers > 1:
        context = multiprocessing.get_context("spawn")
        with _one_thread_each(), ProcessPoolExecutor(workers, mp_context=context, initializer=_install, initargs=(function,)) as pool:
            yield from _in_order(pool.submit, _installed, shards, 2 * workers)
    else:
        yield from map(function, shards)


_function: Callable | None = None


def _install(function: Callable) -> None:
    """Gives a process its function once: what it carries (lexicons, weights) is too large to send with every shard."""
    global _function
    _function = function


def _installed(shard: object) -> object:
    assert _function is not None
    return _function(shard)


class ClusterError(Exception):
    """The cluster cannot be used; the message says why and what to do."""


def _in_order(submit: Callable, function: Callable[[In], Out], shards: Iterable[In], under_way: int) -> Iterator[Out]:
    waiting: deque = deque()
    try:
        for shard in shards:
            waiting.append(submit(function, shard))
            if len(waiting) >= under_way:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


@contextlib.contextmanager
def _cluster(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError("--cluster needs dask.distributed.\n  Fix: pip install 'framing[cluster]'") from error
    try:
        client = Client(address, timeout="20s")
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"No dask scheduler answers at {address}: {error}\n  Fix: start one with `dask scheduler` and name its address."
        ) from error
    with client:
        yield client


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
