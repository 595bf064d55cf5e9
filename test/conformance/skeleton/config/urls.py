from app.views import urlpatterns
