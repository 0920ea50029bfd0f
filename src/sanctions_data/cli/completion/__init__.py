"""What a shell offers when the Tab key is pressed."""
