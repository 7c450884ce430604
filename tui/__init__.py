"""What a person sees and types: the command line, the screens, the words and colours."""
