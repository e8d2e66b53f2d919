import os
import subprocess
import sys

import pytest

from framing import engine


def double(number):
    return 2 * number


def fail_on_three(number):
    if number == 3:
        raise ValueError("three")
    return number


def threads(_):
    return os.environ["OMP_NUM_THREADS"]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_keep_the_order_of_the_shards(workers):
    assert list(engine.run(double, range(7), workers=workers)) == [0, 2, 4, 6, 8, 10, 12]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_exception_in_a_shard_reaches_the_caller(workers):
    with pytest.raises(ValueError, match="three"):
        list(engine.run(fail_on_three, range(9), workers=workers))


def test_only_a_few_shards_are_under_way_at_once():
    taken = []

    def shards():
        for number in range(50):
            taken.append(number)
            yield number

    results = engine.run(double, shards(), workers=2)
    next(results)
    assert len(taken) <= 5
    results.close()


def test_processes_use_one_thread_each_and_the_environment_is_put_back(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "7")
    assert list(engine.run(threads, [0], workers=2)) == ["1"]
    assert os.environ["OMP_NUM_THREADS"] == "7"


def test_modules_in_the_folder_of_the_user_are_not_taken_for_others(tmp_path):
    (tmp_path / "script.py").write_text(
        "from framing import engine\nfrom framing.lexicon.entry import fold\n"
        "if __name__ == '__main__':\n    print(list(engine.run(fold, ['Ab'], workers=2)))\n"
    )
    work = tmp_path / "work"
    work.mkdir()
    for name in ("framing", "random"):
        (work / f"{name}.py").write_text("raise RuntimeError('the wrong module')\n")
    made = subprocess.run([sys.executable, tmp_path / "script.py"], cwd=work, capture_output=True, text=True, timeout=60)
    assert (made.stdout, made.stderr) == ("['ab']\n", "")


def process(_):
    return os.getpid()


def test_runs_inside_one_opening_share_the_processes():
    with engine.processes(2):
        first = set(engine.run(process, range(4), workers=2))
        second = list(engine.run(double, range(4), workers=2))
        third = set(engine.run(process, range(4), workers=2))
    assert second == [0, 2, 4, 6]
    assert os.getpid() not in first | third
    assert len(first | third) <= 2
    assert not set(engine.run(process, range(4), workers=2)) & first


def test_a_cluster_gives_the_same_results():
    from distributed import LocalCluster

    with LocalCluster(n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None) as cluster:
        assert list(engine.run(double, range(7), cluster=cluster.scheduler_address)) == [0, 2, 4, 6, 8, 10, 12]


def test_a_cluster_that_does_not_answer_is_told(monkeypatch):
    from distributed import Client

    def refuse(*_, **__):
        raise OSError("connection refused")

    monkeypatch.setattr(Client, "__init__", refuse)
    with pytest.raises(engine.ClusterError, match=r"tcp://127\.0\.0\.1:1"):
        list(engine.run(double, [1], cluster="tcp://127.0.0.1:1"))


def test_meanwhile_runs_with_the_processes_of_its_caller():
    with engine.processes(2, importing=("json",)) as pool:
        later = engine.meanwhile(lambda: list(engine.run(double, [1, 2, 3], workers=2)))
        assert engine._POOL.get() is pool
        assert later.result() == [2, 4, 6]


def test_meanwhile_raises_where_its_result_is_asked_for():
    later = engine.meanwhile(fail_on_three, 3)
    with pytest.raises(ValueError, match="three"):
        later.result()
