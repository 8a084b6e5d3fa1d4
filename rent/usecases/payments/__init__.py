"""Money by card: links, checkouts, and what the provider says became of them."""
