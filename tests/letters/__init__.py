"""Letters: templates, rules, copies."""
