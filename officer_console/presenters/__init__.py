"""What the domain says, in an officer's words: views of finished strings and flags."""
