"""How a case ends (steps 13–14): the answer delivered, the handling documented, closed, merged, divided or void."""
