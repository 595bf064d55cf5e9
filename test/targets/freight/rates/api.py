"""Prices for contract customers."""
from ninja import NinjaAPI, Router, Schema

from rates import security
from rates.models import Lane

api = NinjaAPI(title="Rates", urls_namespace="rates", auth=security.AccessBearer(), docs_url=None, openapi_url=None)


class LaneOut(Schema):
    id: int
    name: str
    price: int


class LaneIn(Schema):
    name: str
    price: int


def all_lanes():
    return Lane.objects.order_by("id")


@api.get("/lanes", response=list[LaneOut])
def lanes(request):
    return all_lanes()


@api.post("/lanes", response=LaneOut)
def add_lane(request, data: LaneIn):
    return Lane.objects.create(**data.dict())


@api.get("/lanes/{lane_id}", response=LaneOut)
def lane(request, lane_id: int):
    return Lane.objects.get(pk=lane_id)


@api.get("/surcharges", response=list[LaneOut], auth=None)
def surcharges(request):
    return all_lanes()


@api.get("/currencies", auth=None)
def currencies(request):
    return {"currencies": ["EUR", "GBP", "NOK"]}


@api.get("/contracts", response=list[LaneOut], auth=security.ContractBearer())
def contracts(request):
    return all_lanes()


@api.get("/detention", response=list[LaneOut], auth=security.DetentionBearer())
def detention(request):
    return all_lanes()


@api.get("/storage", response=list[LaneOut], auth=security.StorageBearer())
def storage(request):
    return all_lanes()


@api.get("/fuel", response=list[LaneOut], auth=[security.AccessBearer(), security.FuelKey()])
def fuel(request):
    return all_lanes()


@api.get("/ice", response=list[LaneOut], auth=[security.AccessBearer(), security.IceKey()])
def ice(request):
    return all_lanes()


@api.get("/tolls", response=list[LaneOut], auth=security.TollKey())
def tolls(request):
    return all_lanes()


@api.get("/demurrage", response=list[LaneOut], auth=security.announced)
def demurrage(request):
    return all_lanes()


@api.get("/pilotage", response=list[LaneOut], auth=security.known)
def pilotage(request):
    return all_lanes()


router = Router()


@router.get("/margins", response=list[LaneOut])
def margins(request):
    return all_lanes()


api.add_router("/office", router)
