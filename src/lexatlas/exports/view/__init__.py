"""What a page says, as frozen values without a format: `page.page_of` makes them from a document."""
