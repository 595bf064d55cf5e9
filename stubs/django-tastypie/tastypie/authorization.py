"""What a caller may do. Lists are cut down and not refused: who may read nothing gets an empty one."""
from tastypie.exceptions import Unauthorized


class Authorization:
    """The base class allows everything."""

    def __get__(self, instance, owner):
        self.resource_meta = instance
        return self

    def read_list(self, object_list, bundle):
        return object_list

    def read_detail(self, object_list, bundle):
        return True

    def create_list(self, object_list, bundle):
        raise NotImplementedError

    def create_detail(self, object_list, bundle):
        return True

    def update_list(self, object_list, bundle):
        return object_list

    def update_detail(self, object_list, bundle):
        return True

    def delete_list(self, object_list, bundle):
        return object_list

    def delete_detail(self, object_list, bundle):
        return True


class ReadOnlyAuthorization(Authorization):
    def create_list(self, object_list, bundle):
        return []

    def create_detail(self, object_list, bundle):
        raise Unauthorized('You are not allowed to access that resource.')

    def update_list(self, object_list, bundle):
        return []

    def update_detail(self, object_list, bundle):
        raise Unauthorized('You are not allowed to access that resource.')

    def delete_list(self, object_list, bundle):
        return []

    def delete_detail(self, object_list, bundle):
        raise Unauthorized('You are not allowed to access that resource.')


class DjangoAuthorization(Authorization):
    READ_PERM_CODE = 'change'

    def base_checks(self, request, model_klass):
        return model_klass if model_klass and getattr(model_klass, '_meta', None) and hasattr(request, 'user') else False

    def check_user_perm(self, user, permission, obj_or_list):
        return user.has_perm(permission)

    def perm_list_checks(self, request, code, obj_list):
        klass = self.base_checks(request, obj_list.model)
        if klass is False:
            return []
        permission = f'{klass._meta.app_label}.{code}_{klass._meta.model_name}'
        return obj_list if self.check_user_perm(request.user, permission, obj_list) else obj_list.none()

    def perm_obj_checks(self, request, code, obj):
        klass = self.base_checks(request, obj.__class__)
        if klass is not False and self.check_user_perm(request.user, f'{klass._meta.app_label}.{code}_{klass._meta.model_name}', obj):
            return True
        raise Unauthorized('You are not allowed to access that resource.')

    def read_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, self.READ_PERM_CODE, object_list)

    def read_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, self.READ_PERM_CODE, bundle.obj)

    def create_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, 'add', object_list)

    def create_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, 'add', bundle.obj)

    def update_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, 'change', object_list)

    def update_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, 'change', bundle.obj)

    def delete_list(self, object_list, bundle):
        return self.perm_list_checks(bundle.request, 'delete', object_list)

    def delete_detail(self, object_list, bundle):
        return self.perm_obj_checks(bundle.request, 'delete', bundle.obj)
