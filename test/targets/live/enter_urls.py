"""Logins by GraphQL: what counts wrong passwords stands before the view, behind it, in the resolver, or nowhere."""
import time

import graphene
import strawberry
from django.contrib.auth import authenticate
from django.contrib.auth.signals import user_login_failed
from django.core.cache import cache
from django.dispatch import receiver
from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from graphene_django.views import GraphQLView
from strawberry.django.views import GraphQLView as StrawberryView

MOST = 4
SECONDS = 15


def count(name):
    """How many there were of that name in these seconds, this one among them, and when they end."""
    begun, amount = cache.get(name) or (time.time(), 0)
    left = max(1, int(begun + SECONDS - time.time()) + 1)
    cache.set(name, (begun, amount + 1), left)
    return amount + 1, left


def too_many(left):
    return HttpResponse("Slow down.", status=429, headers={"Retry-After": str(left)})


class Query(graphene.ObjectType):
    title = graphene.String(default_value="Letters")


class TokenAuth(graphene.Mutation):
    class Arguments:
        username = graphene.String(required=True)
        password = graphene.String(required=True)

    token = graphene.String()

    @classmethod
    def mutate(cls, root, info, username, password):
        if authenticate(info.context, username=username, password=password) is None:
            raise Exception("Please enter valid credentials")
        return cls(token="a token")


class Mutation(graphene.ObjectType):
    token_auth = TokenAuth.Field()


class ResolverAuth(TokenAuth):
    class Arguments(TokenAuth.Arguments):
        pass

    token = graphene.String()

    @classmethod
    def mutate(cls, root, info, username, password):
        if count(f"resolver {info.context.META['REMOTE_ADDR']}")[0] > MOST:
            raise Exception("Too many attempts. Invalid credentials?")
        return super().mutate(root, info, username, password)


class ResolverMutation(graphene.ObjectType):
    token_auth = ResolverAuth.Field()


class NamedMutation(graphene.ObjectType):
    """No login: something else has a password too."""

    class Rename(TokenAuth):
        class Arguments(TokenAuth.Arguments):
            pass

        token = graphene.String()

    change_password = Rename.Field()


FREE = graphene.Schema(query=Query, mutation=Mutation)


class SlowView(GraphQLView):
    """Counts requests that enter."""

    def dispatch(self, request, *args, **kwargs):
        amount, left = count(f"request {request.META['REMOTE_ADDR']}") if b"tokenAuth(" in request.body else (0, 0)
        return too_many(left) if amount > MOST else super().dispatch(request, *args, **kwargs)


@receiver(user_login_failed)
def remember(sender, credentials, request, **kwargs):
    request.failures = count(f"failure {request.path}")


class LockedView(GraphQLView):
    """Counts failures, and answers the request that has one too many as a whole."""

    def dispatch(self, request, *args, **kwargs):
        answer = super().dispatch(request, *args, **kwargs)
        amount, left = getattr(request, "failures", (0, 0))
        return too_many(left) if amount > MOST else answer


@strawberry.input
class Credentials:
    email: str
    password: str


@strawberry.type
class Entered:
    token: str | None


@strawberry.type
class Root:
    title: str = "Letters"


@strawberry.type
class Enter:
    @strawberry.mutation
    def sign_in(self, info: strawberry.Info, input: Credentials) -> Entered:
        user = authenticate(info.context.request, username=input.email, password=input.password)
        return Entered(token="a token" if user else None)


@strawberry.type
class Told:
    token: str | None
    note: str | None


@strawberry.type
class Complaint:
    words: str


@strawberry.type
class Listed:
    token: str | None
    errors: list[Complaint]


@strawberry.type
class EnterTold:
    @strawberry.mutation
    def login(self, info: strawberry.Info, username: str, password: str) -> Told:
        amount, left = count(f"told {info.context.request.META['REMOTE_ADDR']}")
        return Told(token=None, note="Come back later." if amount > MOST else "Not these.")


@strawberry.type
class EnterListed:
    @strawberry.mutation
    def login(self, info: strawberry.Info, username: str, password: str) -> Listed:
        amount, left = count(f"listed {info.context.request.META['REMOTE_ADDR']}")
        return Listed(token=None, errors=[Complaint(words="Come back later." if amount > MOST else "Not these.")])


class SlowStrawberry(StrawberryView):
    def dispatch(self, request, *args, **kwargs):
        amount, left = count(f"strawberry {request.META['REMOTE_ADDR']}") if b"signIn(" in request.body else (0, 0)
        return too_many(left) if amount > MOST else super().dispatch(request, *args, **kwargs)


def graphene_at(view, schema):
    return csrf_exempt(view.as_view(schema=schema))


urlpatterns = [
    path("api/me/", lambda request: JsonResponse({"detail": "Who are you?"}, status=401)),
    path("free/graphql", graphene_at(GraphQLView, FREE)),
    path("slow/graphql", graphene_at(SlowView, FREE)),
    path("locked/graphql", graphene_at(LockedView, FREE)),
    path("resolver/graphql", graphene_at(GraphQLView, graphene.Schema(query=Query, mutation=ResolverMutation))),
    path("other/graphql", graphene_at(GraphQLView, graphene.Schema(query=Query, mutation=NamedMutation))),
    path("input/graphql", csrf_exempt(SlowStrawberry.as_view(schema=strawberry.Schema(query=Root, mutation=Enter)))),
    *(
        path(f"{name}/graphql", csrf_exempt(StrawberryView.as_view(schema=strawberry.Schema(query=Root, mutation=enter))))
        for name, enter in (("told", EnterTold), ("listed", EnterListed))
    ),
]
