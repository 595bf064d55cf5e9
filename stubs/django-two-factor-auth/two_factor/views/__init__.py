from two_factor.views.core import BackupTokensView, LoginView, QRGeneratorView, SetupCompleteView, SetupView
from two_factor.views.mixins import OTPRequiredMixin
from two_factor.views.profile import DisableView, ProfileView
