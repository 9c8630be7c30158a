"""Lexatlas: what the law lets people do with crypto-assets, shown with the exact words of archived sources."""

__version__ = "0.1.0"
