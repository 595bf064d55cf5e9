"""django-guardian: permissions for single objects, kept in the database; an anonymous caller counts as a stored user."""


def monkey_patch_user():
    from django.contrib.auth import get_user_model

    from guardian.utils import evict_obj_perms_cache, get_anonymous_user, get_user_obj_perms_model

    User = get_user_model()
    User.get_anonymous = staticmethod(lambda: get_anonymous_user())
    User.add_obj_perm = lambda self, perm, obj: get_user_obj_perms_model().objects.assign_perm(perm, self, obj)
    User.del_obj_perm = lambda self, perm, obj: get_user_obj_perms_model().objects.remove_perm(perm, self, obj)
    User.evict_obj_perms_cache = evict_obj_perms_cache


def monkey_patch_group():
    from django.contrib.auth.models import Group

    from guardian.utils import get_group_obj_perms_model

    Group.add_obj_perm = lambda self, perm, obj: get_group_obj_perms_model().objects.assign_perm(perm, self, obj)
    Group.del_obj_perm = lambda self, perm, obj: get_group_obj_perms_model().objects.remove_perm(perm, self, obj)
