"""The least work a feature needs, written out bare: what our figures stand beside."""
