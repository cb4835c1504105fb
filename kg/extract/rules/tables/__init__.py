"""Tables in a text: where they stand, what is above and beside an entry, what heads say of its unit."""
