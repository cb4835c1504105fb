"""Answers: `responses` finds denials, confirmations, refusals to comment and silences."""
