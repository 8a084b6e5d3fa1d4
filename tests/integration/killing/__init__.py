"""Kill the house anywhere, start it again, and see that nothing was lost and nothing done twice."""
