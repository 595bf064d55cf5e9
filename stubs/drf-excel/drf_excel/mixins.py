class XLSXFileMixin:
    filename = 'export.xlsx'

    def get_filename(self, request=None, *args, **kwargs):
        return self.filename

    def finalize_response(self, request, response, *args, **kwargs):
        return super().finalize_response(request, response, *args, **kwargs)
