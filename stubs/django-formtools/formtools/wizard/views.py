"""A wizard: which page a request is about is in the session or a signed cookie, so any page may be the last one."""
from django.utils.decorators import classonlymethod
from django.views.generic import TemplateView

from _unlatched import opaque, world


class StepsHelper:
    def __init__(self, wizard):
        self._wizard = wizard

    def __getattr__(self, name):
        return opaque('steps.' + name)


class WizardView(TemplateView):
    storage_name = None
    form_list = None
    initial_dict = None
    instance_dict = None
    condition_dict = None
    template_name = 'formtools/wizard/wizard_form.html'

    @classonlymethod
    def as_view(cls, *args, **kwargs):
        initkwargs = cls.get_initkwargs(*args, **kwargs)
        return super().as_view(**initkwargs)

    @classmethod
    def get_initkwargs(cls, form_list=None, initial_dict=None, instance_dict=None, condition_dict=None, *args, **kwargs):
        for name, given in (('initial_dict', initial_dict), ('instance_dict', instance_dict), ('condition_dict', condition_dict)):
            kwargs[name] = given or kwargs.pop(name, getattr(cls, name, None)) or {}
        forms = form_list or kwargs.pop('form_list', getattr(cls, 'form_list', None)) or []
        kwargs['form_list'] = forms
        return kwargs

    def get_prefix(self, request, *args, **kwargs):
        return opaque('prefix of the form')

    def dispatch(self, request, *args, **kwargs):
        self.prefix = self.get_prefix(request, *args, **kwargs)
        self.storage = opaque('storage of the wizard')
        self.steps = StepsHelper(self)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        return self.render(self.get_form())

    def post(self, *args, **kwargs):
        form = self.get_form(data=self.request.POST, files=self.request.FILES)
        if world('whether the page is filled in rightly'):
            if world('whether it is the last page'):
                return self.render_done(form, **kwargs)
            return self.render_next_step(form)
        return self.render(form)

    def render_next_step(self, form, **kwargs):
        return self.render(form, **kwargs)

    def render_goto_step(self, goto_step, **kwargs):
        return self.render(None, **kwargs)

    def render_done(self, form, **kwargs):
        return self.done(opaque('forms'), form_dict=opaque('forms'), **kwargs)

    def get_form_prefix(self, step=None, form=None):
        return opaque('prefix of the form')

    def get_form_initial(self, step):
        return self.initial_dict.get(step, {})

    def get_form_instance(self, step):
        return self.instance_dict.get(step, None)

    def get_form_kwargs(self, step=None):
        return {}

    def get_form(self, step=None, data=None, files=None):
        return opaque('form')

    def get_form_list(self):
        return opaque('forms')

    def process_step(self, form):
        return opaque('data of a step')

    def process_step_files(self, form):
        return opaque('files of a step')

    def render_revalidation_failure(self, step, form, **kwargs):
        return self.render(form, **kwargs)

    def get_all_cleaned_data(self):
        return opaque('data')

    def get_cleaned_data_for_step(self, step):
        return opaque('data')

    def get_context_data(self, form, **kwargs):
        context = super().get_context_data(form=form, **kwargs)
        context['wizard'] = {'form': form, 'steps': self.steps}
        return context

    def render(self, form=None, **kwargs):
        return self.render_to_response(self.get_context_data(form=form, **kwargs))

    def done(self, form_list, **kwargs):
        raise NotImplementedError('a wizard needs a done() method')


class SessionWizardView(WizardView):
    storage_name = 'formtools.wizard.storage.session.SessionStorage'


class CookieWizardView(WizardView):
    storage_name = 'formtools.wizard.storage.cookie.CookieStorage'


class NamedUrlWizardView(WizardView):
    url_name = None
    done_step_name = None

    def get_step_url(self, step):
        return opaque('URL of a step')

    def get(self, *args, **kwargs):
        return self.render(self.get_form(), **kwargs)


class NamedUrlSessionWizardView(NamedUrlWizardView):
    storage_name = 'formtools.wizard.storage.session.SessionStorage'


class NamedUrlCookieWizardView(NamedUrlWizardView):
    storage_name = 'formtools.wizard.storage.cookie.CookieStorage'
