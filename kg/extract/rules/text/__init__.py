"""Marks of the text itself: sentences, paragraphs, quotations, clauses, tokens and the words of grammar."""
