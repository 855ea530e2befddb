"""What the product is measured with: one module a measure, ratios taken side by side in one run.

A benchmark is no test: nothing here asserts, and a target that is missed is printed as missed. What good
means stands beside each number; ``docs/performance.md`` keeps the numbers of the last whole run.
"""
