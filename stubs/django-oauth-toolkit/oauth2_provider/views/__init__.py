from .application import ApplicationDelete, ApplicationDetail, ApplicationList, ApplicationRegistration, ApplicationUpdate
from .base import AuthorizationView, RevokeTokenView, TokenView
from .device import DeviceAuthorizationView, DeviceConfirmView, DeviceGrantStatusView, DeviceUserCodeView
from .dynamic_client_registration import DynamicClientRegistrationManagementView, DynamicClientRegistrationView
from .generic import (
    ClientProtectedResourceMetadataView, ClientProtectedResourceView, ClientProtectedScopedResourceView,
    ProtectedResourceMetadataView, ProtectedResourceView, ReadWriteScopedProtectedResourceMetadataView,
    ReadWriteScopedResourceView, ScopedProtectedResourceMetadataView, ScopedProtectedResourceView,
)
from .introspect import IntrospectTokenView
from .metadata import OAuthProtectedResourceMetadataView, OAuthServerMetadataView
from .oidc import ConnectDiscoveryInfoView, JwksInfoView, RPInitiatedLogoutView, UserInfoView
from .token import AuthorizedTokenDeleteView, AuthorizedTokensListView
