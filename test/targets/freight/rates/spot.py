"""Prices of the day."""
from ninja import NinjaAPI, Schema

from rates import security
from rates.models import Bid, Lane

api = NinjaAPI(title="Spot market", urls_namespace="spot", docs_url=None, openapi_url=None)


class OfferOut(Schema):
    id: int
    name: str
    price: int


class BidIn(Schema):
    lane: int
    amount: int


@api.get("/offers", response=list[OfferOut])
def offers(request):
    return Lane.objects.order_by("id")


@api.post("/bids")
def bid(request, data: BidIn):
    made = Bid.objects.create(lane_id=data.lane, amount=data.amount)
    return {"id": made.pk}


@api.get("/history", response=list[OfferOut], auth=security.AccessBearer())
def history(request):
    return Lane.objects.order_by("id")


@api.post("/withdrawals", auth=security.AccessBearer())
def withdraw(request, data: BidIn):
    gone, _ = Bid.objects.filter(lane_id=data.lane, amount=data.amount).delete()
    return {"withdrawn": gone}
