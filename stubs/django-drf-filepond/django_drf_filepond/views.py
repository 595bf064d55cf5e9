from _unlatched import opaque
from django.utils.module_loading import import_string
from django_drf_filepond import drf_filepond_settings as local_settings
from rest_framework.response import Response
from rest_framework.views import APIView


def _import_permission_classes(endpoint):
    return [import_string(name) for name in local_settings.PERMISSION_CLASSES.get(endpoint, [])]


class ProcessView(APIView):
    permission_classes = _import_permission_classes('POST_PROCESS')

    def post(self, request):
        return Response(opaque('filepond upload'))


class PatchView(APIView):
    permission_classes = _import_permission_classes('PATCH_PATCH')

    def patch(self, request, chunk_id):
        return Response(opaque('filepond chunk'))

    def head(self, request, chunk_id):
        return Response(opaque('filepond offset'))


class RevertView(APIView):
    permission_classes = _import_permission_classes('DELETE_REVERT')

    def delete(self, request):
        return Response(opaque('filepond revert'))


class LoadView(APIView):
    permission_classes = _import_permission_classes('GET_LOAD')

    def get(self, request):
        return Response(opaque('filepond file'))


class RestoreView(APIView):
    permission_classes = _import_permission_classes('GET_RESTORE')

    def get(self, request):
        return Response(opaque('filepond file'))


class FetchView(APIView):
    permission_classes = _import_permission_classes('GET_FETCH')

    def head(self, request):
        return Response(opaque('filepond file'))

    def get(self, request):
        return Response(opaque('filepond file'))
