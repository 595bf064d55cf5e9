"""Bookings, customers and enquiries as JSON."""
from rest_framework import serializers

from bookings.models import Booking, Customer, Enquiry


class BookingSerializer(serializers.ModelSerializer):
    class Meta:
        model = Booking
        fields = ["id", "reference", "customer", "weight"]


class CustomerSerializer(serializers.ModelSerializer):
    class Meta:
        model = Customer
        fields = ["id", "name", "email"]


class EnquirySerializer(serializers.ModelSerializer):
    class Meta:
        model = Enquiry
        fields = ["id", "email", "text"]
