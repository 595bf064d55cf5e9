def login_not_required(view_func):
    view_func.login_required = False
    return view_func


class LoginNotRequiredMixin:
    login_required = False
