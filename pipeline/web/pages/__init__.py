"""The pages, by place in the office."""
