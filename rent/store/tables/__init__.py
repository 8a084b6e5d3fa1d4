"""Every table of the house, a module per noun."""
