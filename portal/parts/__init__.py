"""What several of the portal's pages are made of."""
