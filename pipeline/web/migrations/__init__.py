"""The tables that the pages themselves keep."""
