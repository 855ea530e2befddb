"""Letters as the office keeps them: kinds, numbers, templates and files."""
