"""The copy for the victim (UU 12/2022): chosen, blacked out, decided, handed over."""
