"""Devices that messages are pushed to, and views of them."""
