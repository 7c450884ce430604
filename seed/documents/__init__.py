"""Readers: a file becomes blocks of text that know their page and line."""

from seed.documents.open_file import read

__all__ = ["read"]
