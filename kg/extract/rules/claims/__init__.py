"""Claims: `claims` puts figure, measure, subject, period, scope, mode and chain of sources together."""
