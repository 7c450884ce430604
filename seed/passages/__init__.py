"""Blocks as an expert reader sees them: labels, names and headings told from the words."""
