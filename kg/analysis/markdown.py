"""Text as Markdown prints it."""


def escaped(text: str) -> str:
    """Return text that Markdown prints as it is, on one line."""
    shown = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in shown)
