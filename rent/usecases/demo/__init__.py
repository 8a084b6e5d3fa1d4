"""A demo landlord, who behaves like one and is nobody."""
