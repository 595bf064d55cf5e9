"""Pages of a list."""
from _unlatched import DJANGO_VERSION, opaque, world


class InvalidPage(Exception):
    pass


class PageNotAnInteger(InvalidPage):
    pass


class EmptyPage(InvalidPage):
    pass


class UnorderedObjectListWarning(RuntimeWarning):
    pass


class Paginator:
    def __init__(self, object_list, per_page, orphans=0, allow_empty_first_page=True, *args, **kwargs):
        self.object_list = object_list
        self.per_page = int(per_page)
        self.orphans = int(orphans)
        self.allow_empty_first_page = allow_empty_first_page

    def __iter__(self):
        return iter([self.page(1)])

    def validate_number(self, number):
        return number

    def get_page(self, number):
        return self.page(number)

    def page(self, number):
        return self._get_page(self.object_list, number, self)

    def _get_page(self, *args, **kwargs):
        return Page(*args, **kwargs)

    @property
    def count(self):
        return world("the number of rows")

    @property
    def num_pages(self):
        return world("the number of pages")

    @property
    def page_range(self):
        return [1]

    def get_elided_page_range(self, number=1, *, on_each_side=3, on_ends=2):
        return [1]

    ELLIPSIS = opaque("left out of Paginator")
    if DJANGO_VERSION >= (5, 2):
        default_error_messages = opaque("left out of Paginator")


class Page:
    def __init__(self, object_list, number, paginator):
        self.object_list = object_list
        self.number = number
        self.paginator = paginator

    def __len__(self):
        return len(self.object_list)

    def __getitem__(self, index):
        return list(self.object_list)[index]

    def has_next(self):
        return world("whether there is a next page")

    def has_previous(self):
        return world("whether there is a previous page")

    def has_other_pages(self):
        return world("whether there are other pages")

    def next_page_number(self):
        return self.number + 1

    def previous_page_number(self):
        return self.number - 1

    def start_index(self):
        return 1

    def end_index(self):
        return world("the last row of a page")
