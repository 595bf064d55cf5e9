from django.core.files.uploadedfile import UploadedFile as DjangoUploadedFile


class UploadedFile(DjangoUploadedFile):
    pass
