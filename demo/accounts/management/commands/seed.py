"""Fills an empty database with the same small clinic every time."""

from datetime import date, datetime, time, timedelta, timezone

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from accounts.models import ApiToken
from billing.models import Invoice, Payment
from devices.models import Alarm, DeviceKey, Reading
from lab.models import Culture, Order, Result, Sample
from partners.models import Claim, Policy
from patients.models import Allergy, Document, EmergencyContact, Image, Patient
from portal.models import Letter, Message
from schedule.models import Appointment, Bed, Department, Doctor, OpeningHours, Shift
from visits.models import Prescription, Referral, Visit, VisitNote

PEOPLE = [
    ("Ada", "Brunner", date(1961, 3, 9)),
    ("Jonas", "Feld", date(1987, 11, 2)),
    ("Miriam", "Kaya", date(2003, 6, 27)),
]
DOCTORS = [("Dr. Lena Hofer", "Cardiology"), ("Dr. Paul Winter", "Paediatrics")]
MONDAY = date(2025, 9, 1)


class Command(BaseCommand):
    help = "Fill an empty database with the sample clinic."

    def add_arguments(self, parser):
        parser.add_argument("--password", required=True, help="password of the three users")
        parser.add_argument("--api-token", required=True, help="token of the laboratory and the portal")
        parser.add_argument("--device-key", required=True, help="key of the gateway on the ward")

    @transaction.atomic
    def handle(self, *args, **options):
        user_model = get_user_model()
        staff = user_model.objects.create_superuser("reception", "reception@lindenhof.example", options["password"])
        user_model.objects.create_user("lab-gateway", "lab@lindenhof.example")
        user_model.objects.create_user("ward-devices", "wards@lindenhof.example")
        ApiToken.objects.create(key=options["api_token"], user=staff, label="front desk")
        DeviceKey.objects.create(key=options["device_key"], ward="West")
        self.plan_week()
        for position, (first_name, last_name, born) in enumerate(PEOPLE, start=1):
            patient = Patient.objects.create(
                first_name=first_name,
                last_name=last_name,
                born=born,
                insurance_number=f"A{4400 + position}-{born:%y%m%d}",
                phone=f"+43 1 555 01{position:02}",
            )
            self.fill_record(patient, position)
            self.fill_books(patient, position)

    def plan_week(self):
        Department.objects.create(name="Cardiology", floor=2, on_call_phone="+43 1 555 0902")
        Department.objects.create(name="Paediatrics", floor=1, on_call_phone="+43 1 555 0901")
        for offset, (name, specialty) in enumerate(DOCTORS):
            doctor = Doctor.objects.create(
                name=name,
                specialty=specialty,
                mobile=f"+43 660 555 08{offset:02}",
                home_address=f"Lindengasse {7 + offset}, Vienna",
            )
            Shift.objects.create(doctor=doctor, day=MONDAY + timedelta(days=offset), kind="night")
        for weekday in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
            OpeningHours.objects.create(weekday=weekday, opens=time(8), closes=time(16))

    def fill_record(self, patient, position):
        doctor = Doctor.objects.order_by("pk").first()
        EmergencyContact.objects.create(patient=patient, name=f"Kim {patient.last_name}", relation="sibling", phone=f"+43 1 555 02{position:02}")
        Allergy.objects.create(patient=patient, substance="Penicillin", severity="severe")
        Document.objects.create(patient=patient, title="Discharge letter", pages=position + 1)
        Image.objects.create(patient=patient, title="Thorax", modality="X-ray")
        visit = Visit.objects.create(patient=patient, day=MONDAY, complaint="Shortness of breath")
        VisitNote.objects.create(visit=visit, text="Started on a beta blocker, returns in two weeks.")
        Referral.objects.create(patient=patient, addressee="Rehabilitation centre", question="Training plan?")
        Prescription.objects.create(patient=patient, substance="Bisoprolol", dose="2.5 mg daily")
        starts = datetime(2025, 9, 1, 7 + position, 30, tzinfo=timezone.utc)
        Appointment.objects.create(patient=patient, doctor=doctor, starts=starts, reason="Follow-up")
        Bed.objects.create(ward="West", number=position, patient=patient)
        order = Order.objects.create(patient=patient, panel="Electrolytes")
        Result.objects.create(order=order, analyte="Potassium", value="4.20", unit="mmol/l")
        Sample.objects.create(order=order, barcode=f"S-{7000 + position}", material="serum")
        Culture.objects.create(order=order, organism="Staphylococcus epidermidis")

    def fill_books(self, patient, position):
        Message.objects.create(patient=patient, subject="Your results", body="Please call us about your potassium.")
        Letter.objects.create(patient=patient, subject="Discharge", body="We discharged you on Monday.")
        Invoice.objects.create(patient=patient, number=f"2025-{position:04}", amount="184.50")
        Payment.objects.create(patient=patient, reference=f"P-{position:04}", amount="60.00")
        Claim.objects.create(patient=patient, insurer="Donau Versicherung", amount="124.50")
        Policy.objects.create(patient=patient, insurer="Donau Versicherung", number=f"DV-{9000 + position}")
        Reading.objects.create(patient=patient, kind="heart rate", value="72.00")
        raised = datetime(2025, 9, 1, 3, position, tzinfo=timezone.utc)
        Alarm.objects.create(patient=patient, kind="low saturation", raised=raised)
