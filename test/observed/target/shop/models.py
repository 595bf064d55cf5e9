"""One table: a probe that writes would change its rows."""
from django.db import models


class Item(models.Model):
    name = models.CharField(max_length=40)
    supplier_email = models.CharField(max_length=80)
