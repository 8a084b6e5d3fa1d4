"""The core: it knows rent, and nothing of pages, phones or clocks."""
