from _unlatched import world


class DirtyFieldsMixin:
    def get_dirty_fields(self, check_relationship=False, check_m2m=None, verbose=False):
        return world('changed fields of the row')

    def is_dirty(self, check_relationship=False, check_m2m=None):
        return world('the row was changed')

    def save_dirty_fields(self):
        return self.save()
