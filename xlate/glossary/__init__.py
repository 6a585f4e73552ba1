"""Proper nouns that come out right: a termbase of people, places and organisations, and its enforcement."""
