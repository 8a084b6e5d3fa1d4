"""The landlord's data comes in."""
