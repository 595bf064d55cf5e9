"""JSON Web Tokens before SimpleJWT: drf-jwt, and djangorestframework-jwt (given up in 2017) which it continues under the same package name."""
