from formtools.wizard.views import SessionWizardView

from _unlatched import opaque


class IdempotentSessionWizardView(SessionWizardView):
    pass


def __getattr__(name):
    return opaque('two_factor.views.utils.' + name)
