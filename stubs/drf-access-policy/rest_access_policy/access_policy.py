from django.conf import settings

from _unlatched import import_module, is_known, opaque
from rest_access_policy.exceptions import AccessPolicyException
from rest_framework import permissions


class AnonymousUser:
    def __init__(self):
        self.pk = None
        self.is_anonymous = True
        self.is_staff = False
        self.is_superuser = False


class AccessEnforcement:
    def __init__(self, action, allowed):
        self._action = action
        self._allowed = allowed

    @property
    def action(self):
        return self._action

    @property
    def allowed(self):
        return self._allowed


class Statement:
    def __init__(self, principal, action, effect='deny', *args, **kwargs):
        self.principal = principal
        self.action = action
        self.effect = effect
        self.condition = kwargs.get('condition', args[0] if args else [])
        self.condition_expression = kwargs.get('condition_expression', args[1] if len(args) > 1 else [])


def _unlatched_list(value):
    return [value] if isinstance(value, str) else value


class AccessPolicy(permissions.BasePermission):
    statements = []
    field_permissions = {}
    id = None
    group_prefix = 'group:'
    id_prefix = 'id:'

    def has_permission(self, request, view):
        action = self._get_invoked_action(view)
        statements = self.get_policy_statements(request, view)
        if not is_known(statements):
            # Of a table or a service: as whoever runs the application has written them.
            return opaque('an access policy outside of the source')
        if len(statements) == 0:
            return False
        allowed = self._evaluate_statements(statements, request, view, action)
        request.access_enforcement = AccessEnforcement(action=action, allowed=allowed)
        return allowed

    def get_policy_statements(self, request, view):
        return self.statements

    def get_user_group_values(self, user):
        if user.is_anonymous:
            return []
        return [group.name for group in user.groups.all()]

    @classmethod
    def scope_queryset(cls, request, qs):
        return qs.none()

    @classmethod
    def scope_fields(cls, request, fields, instance=None):
        return fields

    def _get_invoked_action(self, view):
        if hasattr(view, 'action'):
            if hasattr(view, 'action_map'):
                return view.action or list(view.action_map.values())[0]
            return view.action
        return view.__class__.__name__

    def _evaluate_statements(self, statements, request, view, action):
        matched = self._get_statements_matching_principal(request, self._normalize_statements(statements))
        matched = self._get_statements_matching_action(request, action, matched)
        for is_expression in (False, True):
            matched = self._get_statements_matching_conditions(
                request, view, action=action, statements=matched, is_expression=is_expression
            )
        denied = [statement for statement in matched if statement['effect'] != 'allow']
        return len(matched) > 0 and len(denied) == 0

    def _normalize_statements(self, statements):
        normalized = []
        for statement in statements:
            if isinstance(statement, Statement):
                statement = dict(statement.__dict__)
            normalized.append(
                {
                    'principal': _unlatched_list(statement['principal']),
                    'action': _unlatched_list(statement['action']),
                    'effect': statement['effect'],
                    'condition': _unlatched_list(statement.get('condition', [])),
                    'condition_expression': _unlatched_list(statement.get('condition_expression', [])),
                }
            )
        return normalized

    @classmethod
    def _get_statements_matching_principal(cls, request, statements):
        user = request.user or AnonymousUser()
        matched = []
        for statement in statements:
            principals = statement['principal']
            if '*' in principals:
                found = True
            elif 'admin' in principals and user.is_superuser:
                found = True
            elif 'staff' in principals and user.is_staff:
                found = True
            elif 'authenticated' in principals and not user.is_anonymous:
                found = True
            elif 'anonymous' in principals and user.is_anonymous:
                found = True
            elif cls.id_prefix + str(user.pk) in principals:
                found = True
            else:
                found = any([cls.group_prefix + role in principals for role in cls().get_user_group_values(user)])
            if found:
                matched.append(statement)
        return matched

    def _get_statements_matching_action(self, request, action, statements):
        matched = []
        for statement in statements:
            actions = statement['action']
            if action in actions or '*' in actions or f'<method:{request.method.lower()}>' in actions:
                matched.append(statement)
            elif '<safe_methods>' in actions and request.method in ('GET', 'HEAD', 'OPTIONS'):
                matched.append(statement)
        return matched

    def _get_statements_matching_conditions(self, request, view, *, action, statements, is_expression):
        matched = []
        for statement in statements:
            conditions = statement['condition_expression' if is_expression else 'condition']
            passed = True
            for condition in conditions:
                if is_expression:
                    passed = opaque(f'condition expression {condition}')
                else:
                    passed = self._check_condition(condition, request, view, action)
                if not passed:
                    break
            if passed:
                matched.append(statement)
        return matched

    def _check_condition(self, condition, request, view, action):
        name, colon, arg = condition.partition(':')
        method = self._get_condition_method(name)
        return method(request, view, action, arg) if colon else method(request, view, action)

    def _get_condition_method(self, method_name):
        if hasattr(self, method_name):
            return getattr(self, method_name)
        modules = getattr(settings, 'DRF_ACCESS_POLICY', {}).get('reusable_conditions') or []
        for path in _unlatched_list(modules):
            module = import_module(path)
            if hasattr(module, method_name):
                return getattr(module, method_name)
        raise AccessPolicyException(f"condition '{method_name}' must be a method on the access policy")
