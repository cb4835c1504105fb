"""What a figure takes over from those before it: the measure, the whole, what a percentage tells of them."""
