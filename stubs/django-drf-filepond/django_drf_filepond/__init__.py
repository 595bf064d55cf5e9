"""Uploads for FilePond: six views whose permissions are a setting, open without it."""
