"""What a text costs, in segments. The carrier's own calculator is asked in ``tests/contracts/twilio``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rent.domain.segments import Encoding, count


@pytest.mark.parametrize(
    ("what", "body", "segments"),
    [
        ("nothing", "", 1),
        ("160 plain letters", "a" * 160, 1),
        ("161 plain letters", "a" * 161, 2),
        ("two full joined segments", "a" * 306, 2),
        ("one letter more", "a" * 307, 3),
        ("pounds are plain", "£" * 160, 1),
        ("euros take two", "€" * 81, 2),
        ("70 with one Welsh hat", "ŵ" + "a" * 69, 1),
        ("71 with one Welsh hat", "ŵ" + "a" * 70, 2),
        ("35 faces", "\U0001f600" * 35, 1),
        ("36 faces", "\U0001f600" * 36, 2),
    ],
)
def test_segments(what, body, segments):
    assert count(body).segments == segments, what


@given(st.text(max_size=1000))
def test_segments_hold_the_whole_body_and_no_more_than_they_must(body):
    counted = count(body)

    room = 153 if counted.encoding is Encoding.GSM_7 else 67
    assert counted.units <= max(160 if counted.encoding is Encoding.GSM_7 else 70, room * counted.segments)
    assert counted.segments == 1 or counted.units > (room - 1) * (counted.segments - 1)
