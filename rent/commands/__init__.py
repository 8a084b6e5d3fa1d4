"""What can be said to ``evenkeel`` on a command line, one module a verb."""
