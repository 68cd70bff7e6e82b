"""Darkroom: a Telegram bot that edits photos."""

__version__ = "0.1.0"
