from drf_yasg.inspectors.base import FieldInspector, SerializerInspector


class InlineSerializerInspector(SerializerInspector):
    use_definitions = False


class ReferencingSerializerInspector(InlineSerializerInspector):
    use_definitions = True


class RelatedFieldInspector(FieldInspector):
    pass


class SerializerMethodFieldInspector(FieldInspector):
    pass


class SimpleFieldInspector(FieldInspector):
    pass


class ChoiceFieldInspector(FieldInspector):
    pass


class FileFieldInspector(FieldInspector):
    pass


class DictFieldInspector(FieldInspector):
    pass


class HiddenFieldInspector(FieldInspector):
    pass


class JSONFieldInspector(FieldInspector):
    pass


class StringDefaultFieldInspector(FieldInspector):
    pass


class CamelCaseJSONFilter(FieldInspector):
    pass


class RecursiveFieldInspector(FieldInspector):
    pass
