"""The pages of the queue admin: for staff."""
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST


@never_cache
@staff_member_required
def jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def finished_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def failed_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def scheduled_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def started_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def workers(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def worker_details(request, queue_index, key):
    return HttpResponse()


@never_cache
@staff_member_required
def deferred_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def job_detail(request, queue_index, job_id):
    return HttpResponse()


@never_cache
@staff_member_required
def delete_job(request, queue_index, job_id):
    return HttpResponse()


@never_cache
@staff_member_required
def requeue_job_view(request, queue_index, job_id):
    return HttpResponse()


@never_cache
@staff_member_required
def clear_queue(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def requeue_all(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def delete_failed_jobs(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def confirm_action(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def actions(request, queue_index):
    return HttpResponse()


@never_cache
@staff_member_required
def enqueue_job(request, queue_index, job_id):
    return HttpResponse()


@never_cache
@staff_member_required
@require_POST
def stop_job(request, queue_index, job_id):
    return HttpResponse()


@never_cache
@staff_member_required
def scheduler_jobs(request, scheduler_index):
    return HttpResponse()
