"""django-rest-knox: tokens in the database, hashed, with an expiry."""
