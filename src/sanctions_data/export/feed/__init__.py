"""What each release changed: cell by cell for programs, in sentences for people who subscribe."""
