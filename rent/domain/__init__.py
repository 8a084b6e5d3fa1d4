"""Rules. Standard library only: no clock, no float, no database, no vendor."""
