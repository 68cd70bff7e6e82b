"""Keyboards, one file a family; the presses of each are in the file of that name in `chat/presses/`."""
