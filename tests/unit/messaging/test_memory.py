"""What a conversation remembers survives being kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from messaging.dialogue.conversation import Conversation, Pending, Proof, Question, Topic
from messaging.dialogue.memory import kept, recalled
from rent.domain.money import Money
from rent.domain.tenancy import PersonId, TenancyId

proofs = st.builds(Proof, st.integers(1, 9).map(PersonId), st.integers(1, 9).map(TenancyId), st.dates())
pendings = st.builds(
    Pending,
    st.sampled_from(Question),
    st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 (the zone is given beside it)
    st.none() | st.sampled_from(Topic),
    st.none() | st.integers(1, 10**6).map(Money),
    st.none() | st.dates(),
    st.none() | st.just("LL57 1AA"),
)
conversations = st.builds(
    Conversation,
    st.sampled_from(["en", "cy", "ar"]),
    st.none() | proofs,
    st.integers(0, 3),
    st.integers(0, 3),
    st.none() | pendings,
    st.booleans(),
    st.booleans(),
)


@given(conversations)
def test_what_is_kept_is_recalled(conversation):
    through_the_database = json.loads(json.dumps(kept(conversation)))

    assert recalled(through_the_database, language="en") == conversation


def test_a_new_conversation_begins_in_the_language_on_file():
    assert recalled({}, language="cy") == Conversation("cy")
