"""Scripts for those who build Lexatlas; nothing here is installed with it."""
