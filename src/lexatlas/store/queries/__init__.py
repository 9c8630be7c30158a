"""Questions about rows, one file a subject; each answers with frozen values, never with rows."""
