"""A tenancy as the officer who works on it sees it."""
