"""What of its subject a figure is: a place, a part, a sort, of several at once, or only a step."""
