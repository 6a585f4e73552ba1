"""xlate: offline translation and comparison of news."""

__version__ = "0.1.0"
