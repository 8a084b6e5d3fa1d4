"""Stripe behind our ``CardPayments`` port; its words and objects stay in here."""
