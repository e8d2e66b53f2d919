"""Where shards of work run: here, in several processes, or on a cluster. Order is kept and only a few shards are under way at once."""

from __future__ import annotations

import contextlib
import functools
import gc
import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextvars import ContextVar, copy_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

    from distributed import Client

In = TypeVar("In")
Out = TypeVar("Out")

_SURROUNDINGS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONSAFEPATH"), "1")
"""Of processes: numeric libraries take one thread, since several times the cores would fight for them, and no module is imported from
the folder that the user happens to be in."""


def run(function: Callable[[In], Out], shards: Iterable[In], *, workers: int = 1, cluster: str | None = None) -> Iterator[Out]:
    """Yields function(shard) for each shard, in order.

    With workers > 1 the shards run in processes of their own; with cluster, the address of a dask scheduler, they run there (extra
    [cluster]; framing and the model must be installed on its machines) and workers says how many shards are under way. At most two a
    worker are, so memory stays bounded whatever the number of shards; function and shards must then be picklable. An exception in a
    shard is raised here and stops the rest. Raises ClusterError when the scheduler cannot be reached.
    """
    if cluster is not None:
        with _cluster(cluster) as client:
            yield from _in_order(client.submit, function, shards, 2 * workers)
    elif workers > 1:
        with processes(workers, importing=_modules(function)) as pool, _carried(function) as carried:
            yield from _in_order(pool.submit, carried, shards, 2 * workers)
    else:
        yield from map(function, shards)


_POOL: ContextVar[ProcessPoolExecutor | None] = ContextVar("pool", default=None)


@contextlib.contextmanager
def processes(workers: int, *, importing: Sequence[str] = ()) -> Iterator[ProcessPoolExecutor]:
    """Processes for `run`. Those opened around several runs serve all of them, so that a process starts once.

    importing: modules that the processes start with. They are loaded once for all processes, where the system allows it, while this one
    prepares what they will work on.
    """
    if (pool := _POOL.get()) is not None:
        yield pool
        return
    with _surroundings():
        context = _context(importing if workers > 1 else ())
        with ProcessPoolExecutor(workers, mp_context=context, initializer=_as_here, initargs=(dict(os.environ),)) as pool:
            reset = _POOL.set(pool)
            try:
                yield pool
            finally:
                _POOL.reset(reset)


def _context(importing: Sequence[str]) -> BaseContext:
    """How processes start: from one that has imported the modules and does nothing else; where there are none such, each by itself."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    forkserver.set_forkserver_preload(list(importing))
    if importing:
        forkserver.ensure_running()
    return multiprocessing.get_context("forkserver")


@contextlib.contextmanager
def _carried(function: Callable[[In], Out]) -> Iterator[Callable[[In], Out]]:
    """The function as one that is sent in a few bytes: what it carries (lexicons, weights, tables) is too large to go with every shard."""
    with tempfile.TemporaryDirectory(prefix="framing-") as folder:
        path = Path(folder) / "function"
        path.write_bytes(pickle.dumps(function, protocol=pickle.HIGHEST_PROTOCOL))
        yield functools.partial(_call, path)


def _call(path: Path, shard: object) -> object:
    return _unpacked(path)(shard)


@functools.lru_cache(maxsize=1)
def _unpacked(path: Path) -> Callable:
    function = pickle.loads(path.read_bytes())
    gc.freeze()  # it stays: the collector need not go through lexicons and weights again and again
    return function


def _as_here(environment: Mapping[str, str]) -> None:
    os.environ.update(environment)


def _modules(function: Callable) -> list[str]:
    """The module of a function, or of what a partial calls, where another process can import it."""
    while isinstance(function, functools.partial):
        function = function.func
    module = getattr(function, "__module__", None)
    return [module] if module and module != "__main__" else []


def meanwhile(function: Callable[..., Out], *args: object, **options: object) -> Future[Out]:
    """The function's result to come, while the caller goes on: for work that waits for processes more than it computes here."""
    aside = ThreadPoolExecutor(1)
    try:
        return aside.submit(copy_context().run, functools.partial(function, *args, **options))
    finally:
        aside.shutdown(wait=False)


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
def _surroundings() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _SURROUNDINGS}
    os.environ.update(_SURROUNDINGS)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
