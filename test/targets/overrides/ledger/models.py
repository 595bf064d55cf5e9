"""The one table: every request that takes effect leaves a row, or takes one away."""
from django.db import models


class Entry(models.Model):
    text = models.CharField(max_length=100)
