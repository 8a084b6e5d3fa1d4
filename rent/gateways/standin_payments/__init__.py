"""
A stand-in for Stripe: product code, the default, with a memory and, on request, bad manners.

It speaks enough of Stripe's API for our gateway, Stripe's own command line and stripe-node, has a
checkout page of its own, and sends signed events. It never runs beside a live key.
"""
