"""A folder of CSV files, read to the end before anything is believed."""

from __future__ import annotations

from pathlib import Path

from rent.domain.extract import Part
from rent.gateways.housing_systems import control
from rent.gateways.housing_systems.control import NotAnExtract
from rent.gateways.housing_systems.files import Said, read_file
from rent.gateways.housing_systems.mapping import Mapping
from rent.store.spool import Spool


def read_folder(folder: Path, mapping: Mapping, *, say: Said = lambda _: None) -> Spool:
    """
    Return an extract's lines, those that cannot be used set aside.

    :raises NotAnExtract: if any file is not what it should be, or not what the control file promised
    """
    present = _files(folder, mapping)
    promised = control.read(folder, mapping)
    _agree(present, promised, mapping)
    spool = Spool(mapping.name)
    try:
        tallies = {part: read_file(path, part, mapping, spool, say=say) for part, path in present.items()}
        control.reconcile(mapping, promised, tallies)
    except NotAnExtract:
        spool.close()
        raise
    return spool


def _files(folder: Path, mapping: Mapping) -> dict[Part, Path]:
    if not folder.is_dir():
        raise NotAnExtract(f"There is no folder {folder}. Give the folder the extract's files are in.")
    known = {mapping.files[part].file: part for part in Part if part in mapping.files}
    found = {path.name for path in folder.iterdir() if path.suffix.lower() in {".csv", ".txt", ".dat"}} - {mapping.control.file}
    if strange := sorted(found - set(known)):
        unknown = f"{strange[0]} is not one of the files of the {mapping.name} mapping."
        raise NotAnExtract(f"{unknown} Rename it to one of {', '.join(known)}, or take it out.")
    if not found:
        raise NotAnExtract(f"There is nothing to load in {folder}. A {mapping.name} extract has {', '.join(known)}.")
    return {part: folder / file for file, part in known.items() if file in found}


def _agree(present: dict[Part, Path], promised: object, mapping: Mapping) -> None:
    files, told = {path.name for path in present.values()}, set(promised)  # type: ignore[call-overload]
    if untold := sorted(files - told):
        raise NotAnExtract(f"{mapping.control.file} says nothing of {untold[0]}. Add its rows and total, or take the file out.")
    if missing := sorted(told - files):
        raise NotAnExtract(f"{missing[0]} is missing, though {mapping.control.file} has it. Put it in the folder.")
