from django.db import models


class TreeQuerySet(models.query.QuerySet):
    def get_ancestors(self, *args, **kwargs):
        return self.filter()

    def get_descendants(self, *args, **kwargs):
        return self.filter()

    def get_cached_trees(self):
        return list(self)
