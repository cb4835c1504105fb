"""In what way a figure is meant: planned, actual, estimated, guidance or demanded, and of whose foreseeing."""
