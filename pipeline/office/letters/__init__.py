"""Letters as the office keeps them: kinds, numbers, templates, which is meant, made again from what is kept."""
