"""Reading by rules: a family of constructions a folder, a rule a file, all pure functions over frozen values."""
