"""Reading by rules: one stage a file, each a pure function over frozen values."""
