"""From what the core knows to finished words and figures, a module per page."""
