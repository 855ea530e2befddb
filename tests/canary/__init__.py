"""The canary office: cases of every state that are shut to an account are looked for in all that this account can get."""
