"""The peer that keeps pages: a Wagtail site as its makers tell to run one, with an analysis as a page of blocks."""
