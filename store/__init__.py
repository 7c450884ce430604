"""What is kept, and every question asked of it. True without a screen and without a document."""
