"""Sources of those sample documents that are not plain text, and what makes the documents of them."""
