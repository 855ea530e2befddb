"""How a case ends (steps 13–14): delivered, documented, closed, merged, divided or void."""
