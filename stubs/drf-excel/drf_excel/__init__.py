"""Answers as tables of Excel."""
