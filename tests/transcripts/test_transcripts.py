"""Every golden conversation still goes as it is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent.domain.segments import Encoding, count
from tests.transcripts.stage import play

SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_conversation_goes_as_written(script):
    written = script.read_text()

    now = play(written)

    assert now == written, f"{script.name} now goes like this:\n\n{now}"


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_nothing_we_say_in_english_is_longer_than_two_segments(script):
    ours = [line.removeprefix("us> ") for line in script.read_text().splitlines() if line.startswith("us> ")]

    counted = [count(words) for words in ours]

    assert max((one.segments for one in counted if one.encoding is Encoding.GSM_7), default=0) <= 2
