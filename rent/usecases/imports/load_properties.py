"""Load homes and their patches."""

from __future__ import annotations

from collections.abc import Sequence

from rent import store
from rent.domain.extract import PropertyLine
from rent.store import bulk
from rent.store.tables.homes import patches, properties
from rent.usecases.imports.loaded import Loaded, keep_ours, take_theirs


def load_properties(session: store.Session, *, lines: Sequence[PropertyLine], write: bool) -> Loaded:
    """Bring homes up to date. A patch is made when its first home comes, and keeps the name it has."""
    names: dict[str, str] = {}
    for line in lines:
        names.setdefault(line.patch, line.patch_name or line.patch)
    rows = [{"code": code, "name": name} for code, name in names.items()]
    bulk.merge(session, patches, rows, key=("code",), settle=keep_ours, write=write)
    patch_ids = bulk.ids_of(session, patches, names, column="code")
    homes = [
        {
            "reference": line.reference,
            "address": line.address,
            "postcode": line.postcode,
            "patch_id": patch_ids.get(line.patch),
            "region": line.region,
        }
        for line in lines
    ]
    loaded = Loaded()
    loaded.note((line.line for line in lines), bulk.merge(session, properties, homes, key=("reference",), settle=take_theirs, write=write))
    return loaded
