"""Versions of rows: nothing here decides who gets in, but views, admin pages and managers pass through."""
from reversion.errors import RegistrationError, RevertError, RevisionManagementError
from reversion.revisions import (
    add_meta,
    add_to_revision,
    create_revision,
    get_comment,
    get_date_created,
    get_registered_models,
    get_user,
    is_active,
    is_manage_manually,
    is_registered,
    register,
    set_comment,
    set_date_created,
    set_user,
    unregister,
)
