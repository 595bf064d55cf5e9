from _unlatched import effect, is_required
from rest_framework import status
from rest_framework.response import Response
from rest_framework_jwt.permissions import IsSuperUser
from rest_framework_jwt.settings import api_settings

if is_required('djangorestframework-jwt'):
    from rest_framework.views import APIView
    from rest_framework_jwt.serializers import JSONWebTokenSerializer, RefreshJSONWebTokenSerializer, VerifyJSONWebTokenSerializer

    class JSONWebTokenAPIView(APIView):
        permission_classes = ()
        authentication_classes = ()

        def get_serializer_context(self):
            return {'request': self.request, 'view': self}

        def get_serializer_class(self):
            return self.serializer_class

        def get_serializer(self, *args, **kwargs):
            kwargs['context'] = self.get_serializer_context()
            return self.get_serializer_class()(*args, **kwargs)

        def post(self, request, *args, **kwargs):
            serializer = self.get_serializer(data=request.data)
            if serializer.is_valid():
                effect('token', 'a token is given')
                user = serializer.validated_data.get('user') or request.user
                return Response(api_settings.JWT_RESPONSE_PAYLOAD_HANDLER(serializer.validated_data.get('token'), user, request))
            return Response(serializer.errors, status=status.HTTP_400_BAD_REQUEST)

    class ObtainJSONWebToken(JSONWebTokenAPIView):
        serializer_class = JSONWebTokenSerializer

    class VerifyJSONWebToken(JSONWebTokenAPIView):
        serializer_class = VerifyJSONWebTokenSerializer

    class RefreshJSONWebToken(JSONWebTokenAPIView):
        serializer_class = RefreshJSONWebTokenSerializer

    obtain_jwt_token = ObtainJSONWebToken.as_view()
    refresh_jwt_token = RefreshJSONWebToken.as_view()
    verify_jwt_token = VerifyJSONWebToken.as_view()

else:
    from rest_framework.generics import GenericAPIView
    from rest_framework_jwt.serializers import (
        ImpersonateAuthTokenSerializer,
        JSONWebTokenSerializer,
        RefreshAuthTokenSerializer,
        VerifyAuthTokenSerializer,
    )

    class BaseJSONWebTokenAPIView(GenericAPIView):
        permission_classes = ()
        authentication_classes = ()
        serializer_class = JSONWebTokenSerializer

        def post(self, request, *args, **kwargs):
            serializer = self.get_serializer(data=request.data)
            serializer.is_valid(raise_exception=True)
            user = serializer.validated_data.get('user') or request.user
            token = serializer.validated_data.get('token')
            effect('token', 'a token is given')
            return Response(api_settings.JWT_RESPONSE_PAYLOAD_HANDLER(token, user, request, None), status=status.HTTP_201_CREATED)

    class ObtainJSONWebTokenView(BaseJSONWebTokenAPIView):
        serializer_class = JSONWebTokenSerializer

    class VerifyJSONWebTokenView(BaseJSONWebTokenAPIView):
        serializer_class = VerifyAuthTokenSerializer

    class RefreshJSONWebTokenView(BaseJSONWebTokenAPIView):
        serializer_class = RefreshAuthTokenSerializer

    class ImpersonateJSONWebTokenView(GenericAPIView):
        permission_classes = (IsSuperUser,)
        serializer_class = ImpersonateAuthTokenSerializer

        def post(self, request, *args, **kwargs):
            serializer = self.get_serializer(data=request.data)
            serializer.is_valid(raise_exception=True)
            effect('token', 'a token of another user is given')
            return Response({'token': serializer.validated_data.get('token')}, status=status.HTTP_201_CREATED)

    obtain_jwt_token = ObtainJSONWebTokenView.as_view()
    verify_jwt_token = VerifyJSONWebTokenView.as_view()
    refresh_jwt_token = RefreshJSONWebTokenView.as_view()
    impersonate_jwt_token = ImpersonateJSONWebTokenView.as_view()
