"""The journeys that work without script, from the same presenters."""
