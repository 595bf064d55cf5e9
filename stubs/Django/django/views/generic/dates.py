"""Views by date. The date only filters rows; the class structure and the handlers are the real ones."""
from _unlatched import opaque, world
from django.http import Http404
from django.views.generic.base import View
from django.views.generic.detail import BaseDetailView, SingleObjectTemplateResponseMixin
from django.views.generic.list import MultipleObjectMixin, MultipleObjectTemplateResponseMixin


class YearMixin:
    year_format = "%Y"
    year = None

    def get_year_format(self):
        return self.year_format

    def get_year(self):
        if self.year is not None:
            return self.year
        if "year" in self.kwargs:
            return self.kwargs["year"]
        if "year" not in self.request.GET:
            raise Http404("No year specified")
        return self.request.GET["year"]

    def get_next_year(self, date):
        return opaque("a date")

    def get_previous_year(self, date):
        return opaque("a date")


class MonthMixin:
    month_format = "%b"
    month = None

    def get_month_format(self):
        return self.month_format

    def get_month(self):
        if self.month is not None:
            return self.month
        if "month" in self.kwargs:
            return self.kwargs["month"]
        if "month" not in self.request.GET:
            raise Http404("No month specified")
        return self.request.GET["month"]

    def get_next_month(self, date):
        return opaque("a date")

    def get_previous_month(self, date):
        return opaque("a date")


class DayMixin:
    day_format = "%d"
    day = None

    def get_day_format(self):
        return self.day_format

    def get_day(self):
        if self.day is not None:
            return self.day
        if "day" in self.kwargs:
            return self.kwargs["day"]
        if "day" not in self.request.GET:
            raise Http404("No day specified")
        return self.request.GET["day"]

    def get_next_day(self, date):
        return opaque("a date")

    def get_previous_day(self, date):
        return opaque("a date")


class WeekMixin:
    week_format = "%U"
    week = None

    def get_week_format(self):
        return self.week_format

    def get_week(self):
        if self.week is not None:
            return self.week
        if "week" in self.kwargs:
            return self.kwargs["week"]
        if "week" not in self.request.GET:
            raise Http404("No week specified")
        return self.request.GET["week"]

    def get_next_week(self, date):
        return opaque("a date")

    def get_previous_week(self, date):
        return opaque("a date")


class DateMixin:
    date_field = None
    allow_future = False

    def get_date_field(self):
        return self.date_field

    def get_allow_future(self):
        return self.allow_future

    @property
    def uses_datetime_field(self):
        return world("whether the date field holds times")


class BaseDateListView(MultipleObjectMixin, DateMixin, View):
    allow_empty = False
    date_list_period = "year"

    def get(self, request, *args, **kwargs):
        self.date_list, self.object_list, extra_context = self.get_dated_items()
        return self.render_to_response(self.get_context_data(object_list=self.object_list, date_list=self.date_list, **extra_context))

    def get_dated_items(self):
        raise NotImplementedError("A DateView must provide an implementation of get_dated_items()")

    def get_ordering(self):
        return f"-{self.get_date_field()}" if self.ordering is None else self.ordering

    def get_dated_queryset(self, **lookup):
        return self.get_queryset().filter(**lookup)

    def get_date_list_period(self):
        return self.date_list_period

    get_date_list = opaque("left out of BaseDateListView")


class BaseArchiveIndexView(BaseDateListView):
    context_object_name = "latest"

    def get_dated_items(self):
        return (None, self.get_queryset(), {})


class ArchiveIndexView(MultipleObjectTemplateResponseMixin, BaseArchiveIndexView):
    template_name_suffix = "_archive"


class BaseYearArchiveView(YearMixin, BaseDateListView):
    date_list_period = "month"
    make_object_list = False

    def get_dated_items(self):
        return (None, self.get_queryset(), {})

    def get_make_object_list(self):
        return self.make_object_list


class YearArchiveView(MultipleObjectTemplateResponseMixin, BaseYearArchiveView):
    template_name_suffix = "_archive_year"


class BaseMonthArchiveView(YearMixin, MonthMixin, BaseDateListView):
    date_list_period = "day"

    def get_dated_items(self):
        return (None, self.get_queryset(), {})


class MonthArchiveView(MultipleObjectTemplateResponseMixin, BaseMonthArchiveView):
    template_name_suffix = "_archive_month"


class BaseWeekArchiveView(YearMixin, WeekMixin, BaseDateListView):
    def get_dated_items(self):
        return (None, self.get_queryset(), {})


class WeekArchiveView(MultipleObjectTemplateResponseMixin, BaseWeekArchiveView):
    template_name_suffix = "_archive_week"


class BaseDayArchiveView(YearMixin, MonthMixin, DayMixin, BaseDateListView):
    def get_dated_items(self):
        return (None, self.get_queryset(), {})


class DayArchiveView(MultipleObjectTemplateResponseMixin, BaseDayArchiveView):
    template_name_suffix = "_archive_day"


class BaseTodayArchiveView(BaseDayArchiveView):
    def get_dated_items(self):
        return (None, self.get_queryset(), {})


class TodayArchiveView(MultipleObjectTemplateResponseMixin, BaseTodayArchiveView):
    template_name_suffix = "_archive_day"


class BaseDateDetailView(YearMixin, MonthMixin, DayMixin, DateMixin, BaseDetailView):
    def get_object(self, queryset=None):
        return super().get_object(queryset=queryset)


class DateDetailView(SingleObjectTemplateResponseMixin, BaseDateDetailView):
    template_name_suffix = "_detail"
