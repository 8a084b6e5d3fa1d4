"""How fast the house is, each figure beside the bare floor, in one run on one machine."""
