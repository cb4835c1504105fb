"""Which time a figure is for: its period, and the period that a change is counted from."""
