from _unlatched import effect, opaque, world

registered_roles = {}


class RolesManager:
    @classmethod
    def retrieve_role(cls, role_name):
        return registered_roles.get(role_name)

    @classmethod
    def get_roles_names(cls):
        return registered_roles.keys()

    @classmethod
    def get_roles(cls):
        return registered_roles.values()


class RolesClassRegister(type):
    pass


class AbstractUserRole(metaclass=RolesClassRegister):
    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if not getattr(cls.__dict__.get('Meta'), 'abstract', False):
            registered_roles[cls.get_name()] = cls

    @classmethod
    def get_name(cls):
        return getattr(cls, 'role_name', None) or ''.join(
            '_' + letter.lower() if letter.isupper() and place else letter.lower() for place, letter in enumerate(cls.__name__)
        )

    @classmethod
    def assign_role_to_user(cls, user):
        effect('db-write', 'gives a role')
        return opaque('group of a role')

    @classmethod
    def remove_role_from_user(cls, user):
        effect('db-write', 'takes a role away')
        return opaque('group of a role')

    @classmethod
    def permission_names_list(cls):
        return getattr(cls, 'available_permissions', {}).keys()

    @classmethod
    def get_default(cls, permission_name):
        return cls.available_permissions[permission_name]


def retrieve_role(role_name):
    return RolesManager.retrieve_role(role_name)


def get_user_roles(user):
    return [] if not user or user.is_anonymous else world('roles of the user')


def assign_role(user, role):
    effect('db-write', 'gives a role')
    return opaque('role')


def remove_role(user, role):
    effect('db-write', 'takes a role away')
    return opaque('role')


def clear_roles(user):
    effect('db-write', 'takes all roles away')
    return world('roles of the user')


def __getattr__(name):
    return opaque('rolepermissions.roles.' + name)
