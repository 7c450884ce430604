"""Readers: a file becomes blocks of text that know their page and line."""
