"""The same answers on a cluster as on one machine."""

from __future__ import annotations

import sys
from typing import Any

import pandas as pd
import pytest

import sanctions_data as sd
from sanctions_data.query.search.search_dask import search_partitions

NAMES = ["Iran Airr", "AIR, Iran", "Nobody At All", "Mahan Air", None, "Rostec", "Aeroflot"] * 20


def test_cluster_gives_the_same_answers() -> None:
    dd = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    names = pd.DataFrame({"customer": NAMES})
    alone = pd.DataFrame(sd.search(names["customer"]))
    cluster = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    )
    with cluster, distributed.Client(cluster) as client:
        asked = search_partitions(dd.from_pandas(names, npartitions=5), "customer")
        held: dict[str, Any] = client.has_what()
        found = asked.compute()
    assert len(held) == 2
    assert all(held.values()), "the index is not on each worker before the work begins"
    pd.testing.assert_frame_equal(found.reset_index(drop=True), alone)


def test_without_a_cluster() -> None:
    dd = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    names = pd.DataFrame({"customer": NAMES})
    found = search_partitions(dd.from_pandas(names, npartitions=3), "customer", on="2026-08-01")
    alone = pd.DataFrame(sd.search(names["customer"], on="2026-08-01"))
    pd.testing.assert_frame_equal(found.compute().reset_index(drop=True), alone)


def test_unknown_column_is_told() -> None:
    dd = pytest.importorskip("dask.dataframe", reason="Dask is not installed")
    names = dd.from_pandas(pd.DataFrame({"customer": NAMES}), npartitions=1)
    with pytest.raises(ValueError, match="customer"):
        search_partitions(names, "client")


def test_says_how_to_install_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("dask", "dask.delayed"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ImportError, match=r"sanctions-data\[dask\]"):
        search_partitions(None, "customer")
