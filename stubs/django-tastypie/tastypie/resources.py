"""Resources: which methods they take, who is asked for what, and in which order."""
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.urls import re_path
from django.views.decorators.csrf import csrf_exempt

from _unlatched import attacker, effect, opaque
from tastypie import http
from tastypie.authentication import Authentication
from tastypie.authorization import ReadOnlyAuthorization
from tastypie.bundle import Bundle
from tastypie.exceptions import BadRequest, ImmediateHttpResponse, NotFound, Unauthorized
from tastypie.throttle import BaseThrottle
from tastypie.utils import trailing_slash
from tastypie.validation import Validation

_unlatched_METHODS = ['get', 'post', 'put', 'delete', 'patch']


class _unlatched_Options:
    """`Meta` of a resource over the defaults."""

    def __init__(self, meta=None):
        self._unlatched_meta = meta

    def __getattr__(self, name):
        if name in ('list_allowed_methods', 'detail_allowed_methods'):
            return getattr(self._unlatched_meta, name, None) or getattr(self._unlatched_meta, 'allowed_methods', _unlatched_METHODS)
        defaults = {
            'authentication': Authentication(),
            'authorization': ReadOnlyAuthorization(),
            'throttle': BaseThrottle(),
            'validation': Validation(),
            'allowed_methods': _unlatched_METHODS,
            'detail_uri_name': 'pk',
            'collection_name': 'objects',
            'always_return_data': False,
            'resource_name': None,
            'api_name': None,
            'queryset': None,
            'object_class': None,
        }
        if name in defaults:
            return getattr(self._unlatched_meta, name, defaults[name])
        return getattr(self._unlatched_meta, name, opaque('option ' + name))


class ResourceOptions(_unlatched_Options):
    pass


class DeclarativeMetaclass(type):
    pass


class Resource(metaclass=DeclarativeMetaclass):
    _meta = ResourceOptions()

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._meta = ResourceOptions(getattr(cls, 'Meta', None))
        if not cls._meta.resource_name:
            cls._meta.resource_name = ''.join(cls.__name__.split('Resource')).lower()
        if cls._meta.object_class is None and cls._meta.queryset is not None:
            cls._meta.object_class = cls._meta.queryset.model

    def __init__(self, api_name=None):
        self.fields = opaque('fields of a resource')
        if api_name is not None:
            self._meta.api_name = api_name

    def wrap_view(self, view):
        @csrf_exempt
        def wrapper(request, *args, **kwargs):
            try:
                return getattr(self, view)(request, *args, **kwargs)
            except ImmediateHttpResponse as error:
                return error.response
            except BadRequest:
                return http.HttpBadRequest()
            except (NotFound, ObjectDoesNotExist, Http404):
                return http.HttpNotFound()

        return wrapper

    def base_urls(self):
        """The real patterns have the name of the resource in a group, which can match nothing else."""
        name = self._meta.resource_name
        key = self._meta.detail_uri_name
        fixed = {'resource_name': name}
        return [
            re_path(f'^{name}{trailing_slash}$', self.wrap_view('dispatch_list'), fixed, name='api_dispatch_list'),
            re_path(f'^{name}/schema{trailing_slash}$', self.wrap_view('get_schema'), fixed, name='api_get_schema'),
            re_path(f'^{name}/set/(?P<{key}_list>.*?){trailing_slash}$', self.wrap_view('get_multiple'), fixed, name='api_get_multiple'),
            re_path(f'^{name}/(?P<{key}>.*?){trailing_slash}$', self.wrap_view('dispatch_detail'), fixed, name='api_dispatch_detail'),
        ]

    def override_urls(self):
        return []

    def prepend_urls(self):
        return []

    @property
    def urls(self):
        return self.prepend_urls() + self.override_urls() + self.base_urls()

    def determine_format(self, request):
        return opaque('format of the answer')

    def serialize(self, request, data, format, options=None):
        return opaque('serialized data')

    def deserialize(self, request, data, format='application/json'):
        return attacker('body')

    def alter_list_data_to_serialize(self, request, data):
        return data

    def alter_detail_data_to_serialize(self, request, data):
        return data

    def alter_deserialized_list_data(self, request, data):
        return data

    def alter_deserialized_detail_data(self, request, data):
        return data

    def dispatch_list(self, request, **kwargs):
        return self.dispatch('list', request, **kwargs)

    def dispatch_detail(self, request, **kwargs):
        return self.dispatch('detail', request, **kwargs)

    def dispatch(self, request_type, request, **kwargs):
        if 'HTTP_X_HTTP_METHOD_OVERRIDE' in request.META:
            request.method = request.META['HTTP_X_HTTP_METHOD_OVERRIDE']
        request_method = self.method_check(request, allowed=getattr(self._meta, f'{request_type}_allowed_methods'))
        method = getattr(self, f'{request_method}_{request_type}', None)
        if method is None:
            raise ImmediateHttpResponse(response=http.HttpNotImplemented())
        self.is_authenticated(request)
        self.throttle_check(request)
        response = method(request, **kwargs)
        self.log_throttled_access(request)
        return response if isinstance(response, HttpResponse) else http.HttpNoContent()

    def remove_api_resource_names(self, url_dict):
        return {name: value for name, value in url_dict.items() if name not in ('api_name', 'resource_name')}

    def method_check(self, request, allowed=None):
        request_method = request.method.lower()
        if request_method == 'options':
            raise ImmediateHttpResponse(response=HttpResponse(''))
        if request_method not in (allowed or []):
            raise ImmediateHttpResponse(response=http.HttpMethodNotAllowed())
        return request_method

    def is_authenticated(self, request):
        answer = self._meta.authentication.is_authenticated(request)
        if isinstance(answer, HttpResponse):
            raise ImmediateHttpResponse(response=answer)
        if answer is not True:
            raise ImmediateHttpResponse(response=http.HttpUnauthorized())

    def throttle_check(self, request):
        if self._meta.throttle.should_be_throttled(self._meta.authentication.get_identifier(request)):
            raise ImmediateHttpResponse(response=http.HttpTooManyRequests())

    def log_throttled_access(self, request):
        return None

    def unauthorized_result(self, exception):
        raise ImmediateHttpResponse(response=http.HttpUnauthorized())

    def authorized_read_list(self, object_list, bundle):
        try:
            return self._meta.authorization.read_list(object_list, bundle)
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_read_detail(self, object_list, bundle):
        try:
            if self._meta.authorization.read_detail(object_list, bundle) is not True:
                raise Unauthorized()
            return True
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_create_list(self, object_list, bundle):
        try:
            return self._meta.authorization.create_list(object_list, bundle)
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_create_detail(self, object_list, bundle):
        try:
            if self._meta.authorization.create_detail(object_list, bundle) is not True:
                raise Unauthorized()
            return True
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_update_list(self, object_list, bundle):
        try:
            return self._meta.authorization.update_list(object_list, bundle)
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_update_detail(self, object_list, bundle):
        try:
            if self._meta.authorization.update_detail(object_list, bundle) is not True:
                raise Unauthorized()
            return True
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_delete_list(self, object_list, bundle):
        try:
            return self._meta.authorization.delete_list(object_list, bundle)
        except Unauthorized as error:
            self.unauthorized_result(error)

    def authorized_delete_detail(self, object_list, bundle):
        try:
            if self._meta.authorization.delete_detail(object_list, bundle) is not True:
                raise Unauthorized()
            return True
        except Unauthorized as error:
            self.unauthorized_result(error)

    def build_bundle(self, obj=None, data=None, request=None, *args, **kwargs):
        return Bundle(obj=obj, data=data, request=request)

    def build_filters(self, filters=None, ignore_bad_filters=False):
        return filters

    def apply_sorting(self, obj_list, options=None):
        return obj_list

    def get_resource_uri(self, *args, **kwargs):
        return opaque('URI of a resource')

    def full_dehydrate(self, bundle, for_list=False):
        return self.dehydrate(bundle)

    def dehydrate(self, bundle):
        return bundle

    def full_hydrate(self, bundle):
        return self.hydrate(bundle)

    def hydrate(self, bundle):
        return bundle

    def build_schema(self):
        return opaque('schema of a resource')

    def get_object_list(self, request):
        raise NotImplementedError

    def obj_get_list(self, bundle, **kwargs):
        raise NotImplementedError

    def cached_obj_get_list(self, bundle, **kwargs):
        return self.obj_get_list(bundle=bundle, **kwargs)

    def obj_get(self, bundle, **kwargs):
        raise NotImplementedError

    def cached_obj_get(self, bundle, **kwargs):
        return self.obj_get(bundle=bundle, **kwargs)

    def obj_create(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_update(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete_list(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete_list_for_update(self, bundle, **kwargs):
        raise NotImplementedError

    def obj_delete(self, bundle, **kwargs):
        raise NotImplementedError

    def create_response(self, request, data, response_class=HttpResponse, **response_kwargs):
        return response_class(opaque('serialized data'))

    def error_response(self, request, errors, response_class=None):
        return (response_class or http.HttpBadRequest)(opaque('errors'))

    def is_valid(self, bundle):
        return not self._meta.validation.is_valid(bundle, bundle.request)

    def get_list(self, request, **kwargs):
        rows = self.obj_get_list(bundle=self.build_bundle(request=request), **self.remove_api_resource_names(kwargs))
        rows = self.apply_sorting(rows, options=request.GET)
        bundles = [self.full_dehydrate(self.build_bundle(obj=row, request=request), for_list=True) for row in rows]
        return self.create_response(request, self.alter_list_data_to_serialize(request, {self._meta.collection_name: bundles}))

    def get_detail(self, request, **kwargs):
        try:
            row = self.cached_obj_get(bundle=self.build_bundle(request=request), **self.remove_api_resource_names(kwargs))
        except ObjectDoesNotExist:
            return http.HttpNotFound()
        bundle = self.full_dehydrate(self.build_bundle(obj=row, request=request))
        return self.create_response(request, self.alter_detail_data_to_serialize(request, bundle))

    def post_list(self, request, **kwargs):
        data = self.alter_deserialized_detail_data(request, self.deserialize(request, request.body))
        self.obj_create(self.build_bundle(data=data, request=request), **self.remove_api_resource_names(kwargs))
        return http.HttpCreated()

    def post_detail(self, request, **kwargs):
        return http.HttpNotImplemented()

    def put_list(self, request, **kwargs):
        data = self.alter_deserialized_list_data(request, self.deserialize(request, request.body))
        own = self.remove_api_resource_names(kwargs)
        self.obj_delete_list_for_update(bundle=self.build_bundle(request=request), **own)
        self.obj_create(bundle=self.build_bundle(data=data, request=request), **own)
        return http.HttpNoContent()

    def put_detail(self, request, **kwargs):
        data = self.alter_deserialized_detail_data(request, self.deserialize(request, request.body))
        bundle = self.build_bundle(data=data, request=request)
        own = self.remove_api_resource_names(kwargs)
        try:
            self.obj_update(bundle=bundle, **own)
            return http.HttpNoContent()
        except NotFound:
            self.obj_create(bundle=bundle, **own)
            return http.HttpCreated()

    def delete_list(self, request, **kwargs):
        self.obj_delete_list(bundle=self.build_bundle(request=request), **self.remove_api_resource_names(kwargs))
        return http.HttpNoContent()

    def delete_detail(self, request, **kwargs):
        try:
            self.obj_delete(bundle=Bundle(request=request), **self.remove_api_resource_names(kwargs))
            return http.HttpNoContent()
        except NotFound:
            return http.HttpNotFound()

    def patch_list(self, request, **kwargs):
        data = self.alter_deserialized_detail_data(request, self.deserialize(request, request.body))
        self.obj_create(bundle=self.build_bundle(data=data, request=request))
        return http.HttpAccepted()

    def patch_detail(self, request, **kwargs):
        try:
            row = self.cached_obj_get(bundle=self.build_bundle(request=request), **self.remove_api_resource_names(kwargs))
        except ObjectDoesNotExist:
            return http.HttpNotFound()
        bundle = self.build_bundle(obj=row, request=request)
        self.obj_update(bundle=bundle, **self.remove_api_resource_names(kwargs))
        return http.HttpAccepted()

    def get_schema(self, request, **kwargs):
        self.method_check(request, allowed=['get'])
        self.is_authenticated(request)
        self.throttle_check(request)
        bundle = self.build_bundle(request=request)
        self.authorized_read_detail(self.get_object_list(bundle.request), bundle)
        return self.create_response(request, self.build_schema())

    def get_multiple(self, request, **kwargs):
        self.method_check(request, allowed=['get'])
        self.is_authenticated(request)
        self.throttle_check(request)
        key = self._meta.detail_uri_name
        self.obj_get(bundle=self.build_bundle(request=request), **{key: kwargs[key + '_list']})
        return self.create_response(request, {self._meta.collection_name: opaque('objects')})


class ModelDeclarativeMetaclass(DeclarativeMetaclass):
    pass


class BaseModelResource(Resource):
    def build_filters(self, filters=None, ignore_bad_filters=False):
        return filters or {}

    def apply_filters(self, request, applicable_filters):
        return self.get_object_list(request).filter()

    def get_object_list(self, request):
        return self._meta.queryset.all()

    def obj_get_list(self, bundle, **kwargs):
        rows = self.apply_filters(bundle.request, self.build_filters(filters=kwargs))
        return self.authorized_read_list(rows, bundle)

    def obj_get(self, bundle, **kwargs):
        rows = self.apply_filters(bundle.request, self.build_filters(filters=kwargs, ignore_bad_filters=True))
        row = rows.first()
        if row is None:
            raise self._meta.object_class.DoesNotExist()
        bundle.obj = row
        self.authorized_read_detail(rows, bundle)
        return bundle.obj

    def obj_create(self, bundle, **kwargs):
        bundle.obj = self._meta.object_class()
        for key, value in kwargs.items():
            setattr(bundle.obj, key, value)
        return self.save(self.full_hydrate(bundle))

    def obj_update(self, bundle, skip_errors=False, **kwargs):
        try:
            bundle.obj = self.obj_get(bundle=bundle, **kwargs)
        except ObjectDoesNotExist:
            raise NotFound('A model instance matching the provided arguments could not be found.')
        return self.save(self.full_hydrate(bundle), skip_errors=skip_errors)

    def obj_delete_list(self, bundle, **kwargs):
        self.authorized_delete_list(self.obj_get_list(bundle=bundle, **kwargs), bundle)
        effect('db-write', 'the rows of a resource are deleted')

    def obj_delete_list_for_update(self, bundle, **kwargs):
        self.authorized_update_list(self.obj_get_list(bundle=bundle, **kwargs), bundle)
        effect('db-write', 'the rows of a resource are deleted')

    def obj_delete(self, bundle, **kwargs):
        try:
            bundle.obj = self.obj_get(bundle=bundle, **kwargs)
        except ObjectDoesNotExist:
            raise NotFound('A model instance matching the provided arguments could not be found.')
        self.authorized_delete_detail(self.get_object_list(bundle.request), bundle)
        bundle.obj.delete()

    def save(self, bundle, skip_errors=False):
        if not self.is_valid(bundle) and not skip_errors:
            raise ImmediateHttpResponse(response=self.error_response(bundle.request, bundle.errors))
        rows = self.get_object_list(bundle.request)
        if bundle.obj.pk:
            self.authorized_update_detail(rows, bundle)
        else:
            self.authorized_create_detail(rows, bundle)
        bundle.obj.save()
        return bundle


class ModelResource(BaseModelResource, metaclass=ModelDeclarativeMetaclass):
    pass


class NamespacedModelResource(ModelResource):
    pass


def __getattr__(name):
    return opaque('tastypie.resources.' + name)
