class RevertError(Exception):
    pass


class RevisionManagementError(Exception):
    pass


class RegistrationError(Exception):
    pass
