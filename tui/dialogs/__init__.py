"""Dialogs: what is asked of the user, each over the screen it was asked from."""
