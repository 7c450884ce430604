"""The command line: plain text and JSON, without a screen."""
