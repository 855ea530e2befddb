"""What opens foreign bytes, in the sandbox alone."""
