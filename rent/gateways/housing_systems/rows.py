"""From a row of a CSV file to the values of a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rent.domain.extract import Part
from rent.gateways.housing_systems import readers
from rent.gateways.housing_systems.fields import FIELDS, Field
from rent.gateways.housing_systems.mapping import Amount, FileMapping, Mapping, Sign, Source
from rent.gateways.housing_systems.readers import Reader, Unreadable, Value

Cells = Sequence[str]
Getter = Callable[[Cells], Value]


def amount_getter(amount: Amount, heading: Sequence[str]) -> Callable[[Cells], int]:
    """Return what reads a row's amount in pence, positive for what is owed, whatever the sign convention."""
    places = [heading.index(column) for column in amount.columns]
    first, second = places[0], places[-1]
    match amount.sign:
        case Sign.OWED_IS_PLUS:
            return lambda cells: readers.pence(cells[first])
        case Sign.OWED_IS_MINUS:
            return lambda cells: -readers.pence(cells[first])
        case Sign.TWO_COLUMNS:
            return lambda cells: readers.pence(cells[first].strip() or "0") - readers.pence(cells[second].strip() or "0")
        case Sign.INDICATOR:
            ways = {amount.debit_mark: 1, amount.credit_mark: -1}
            return lambda cells: readers.pence(cells[first]) * _way(ways, cells[second].strip())


def _way(ways: dict[str, int], mark: str) -> int:
    if mark not in ways:
        raise Unreadable(f"“{mark}” is neither of {', '.join(ways)}")
    return ways[mark]


def row_reader(mapping: Mapping, part: Part, heading: Sequence[str]) -> Callable[[Cells], tuple[Value, ...]]:
    """
    Return what turns a row into the values of its line, in the order of the part's fields.

    What it returns raises Unreadable with the column and the reason.
    """
    file = mapping.files[part]
    getters = [_getter(mapping, file, field, heading) for field in FIELDS[part]]
    return lambda cells: tuple([get(cells) for get in getters])


def _getter(mapping: Mapping, file: FileMapping, field: Field, heading: Sequence[str]) -> Getter:
    if field.name == "amount" and file.amount:
        return _named(amount_getter(file.amount, heading), " / ".join(file.amount.columns))
    read = field.read or _day(mapping)
    source = file.fields.get(field.name)
    if source is None:
        return lambda _: field.blank
    if source.always is not None:
        constant = read(source.always)
        return lambda _: constant
    return _cell(_by_table(read, source) if source.table is not None else read, field, source, heading)


def _day(mapping: Mapping) -> Reader:
    read = readers.day(mapping.dates, mapping.date_example)
    return lambda cell: None if cell in mapping.no_date else read(cell)


def _by_table(read: Reader, source: Source) -> Reader:
    meanings = {code: read(meaning) if meaning else None for code, meaning in (source.table or {}).items()}

    def look_up(cell: str) -> Value:
        if cell in meanings:
            return meanings[cell]
        if source.otherwise is not None:
            return read(source.otherwise)
        raise Unreadable(f"“{cell}” is not a code the mapping knows")

    return look_up


def _cell(read: Reader, field: Field, source: Source, heading: Sequence[str]) -> Getter:
    """Return what reads a field from its cells. It runs for every cell there is, so it is one call and not four."""
    places, name = [heading.index(column) for column in source.columns], " / ".join(source.columns)
    first, rest, joined_by, blank, required = places[0], places[1:], source.joined_by, field.blank, field.required

    def get(cells: Cells) -> Value:
        cell = cells[first].strip()
        if rest:
            cell = joined_by.join(filter(None, (cell, *(cells[place].strip() for place in rest))))
        try:
            value = read(cell) if cell else None
        except Unreadable as why:
            raise Unreadable(f"{name}: {why}") from None
        if value is not None:
            return value
        if required:
            raise Unreadable(f"{name}: is empty")
        return blank

    return get


def _named(get: Getter, column: str) -> Getter:
    def get_or_say(cells: Cells) -> Value:
        try:
            return get(cells)
        except Unreadable as why:
            raise Unreadable(f"{column}: {why}") from None

    return get_or_say
