"""GraphQL endpoints of two libraries, each behind another kind of gate."""
import graphene
import strawberry
from django.contrib.auth.models import User
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from graphene_django.views import GraphQLView
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.exceptions import APIException
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework_simplejwt.authentication import JWTAuthentication
from strawberry.django.views import GraphQLView as StrawberryView


class Query(graphene.ObjectType):
    people = graphene.List(graphene.String)

    def resolve_people(self, info):
        return [user.email for user in User.objects.all()]


class Enter(graphene.Mutation):
    ok = graphene.Boolean()

    def mutate(self, info):
        User.objects.create_user("written", "written@example.org")
        return Enter(ok=True)


class Mutation(graphene.ObjectType):
    enter = Enter.Field()


SCHEMA = graphene.Schema(query=Query, mutation=Mutation)


@strawberry.type
class Root:
    @strawberry.field
    def people(self) -> list[str]:
        return [user.email for user in User.objects.all()]


ROOT = strawberry.Schema(query=Root)


class Guarded(GraphQLView):
    """The usual way: the view inside of a DRF view."""

    @classmethod
    def as_view(cls, *args, **kwargs):
        view = super().as_view(*args, **kwargs)
        view = permission_classes([IsAuthenticated])(view)
        view = authentication_classes([JWTAuthentication])(view)
        return api_view(["GET", "POST"])(view)


class Presence(GraphQLView):
    def dispatch(self, request, *args, **kwargs):
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            return JsonResponse({"errors": [{"message": "Authentication required"}], "data": None})
        return super().dispatch(request, *args, **kwargs)


class OwnCheck(StrawberryView):
    def dispatch(self, request, *args, **kwargs):
        try:
            found = JWTAuthentication().authenticate(request)
        except APIException:
            found = None
        if found is None:
            return JsonResponse({"errors": [{"message": "Authentication required"}], "data": None})
        return super().dispatch(request, *args, **kwargs)


@api_view(["GET"])
def whoami(request):
    return Response({"name": request.user.username})


urlpatterns = [
    path("api/me/", whoami),
    path("graphene/open/", csrf_exempt(GraphQLView.as_view(schema=SCHEMA, graphiql=False))),
    path("graphene/guarded/", Guarded.as_view(schema=SCHEMA)),
    path("graphene/presence/", csrf_exempt(Presence.as_view(schema=SCHEMA))),
    path("strawberry/open/graphql", StrawberryView.as_view(schema=ROOT)),
    path("strawberry/own-check/graphql", OwnCheck.as_view(schema=ROOT)),
    path("strawberry/post-only/graphql", StrawberryView.as_view(schema=ROOT, allow_queries_via_get=False)),
]
