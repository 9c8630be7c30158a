"""Changes of the tables, one file a step, from the first release on."""
