"""The screens: where a person works."""
