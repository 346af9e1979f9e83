"""The register's faceted search as a Django program would have it: SQLite's FTS5, one count per facet, a template.

    python3 bench/peers.py DATABASE PORT

The database is made by `cargo xtask bench` from the register's own CSV. Only what the bench asks is here: words and any
facets, 25 results, all facets counted, each without its own choice.
"""

import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.urls import path

DATABASE, PORT = sys.argv[1], int(sys.argv[2])
FACETS = ["gcm", "gcr", "sdg", "country", "region", "status", "type", "for", "year", "lang", "record", "origin"]
PAGE = """<!doctype html><title>Actions</title><form>{% for name, values in facets %}<fieldset><legend>{{ name }}</legend>
{% for value, n in values %}<label><input type=checkbox name={{ name }} value="{{ value }}">{{ value }} ({{ n }})</label>{% endfor %}
</fieldset>{% endfor %}</form><h2>{{ total }} actions</h2><ul>{% for row in rows %}<li><h3><a href="{{ row.1 }}">{{ row.2 }}</a></h3>
<p>{{ row.3 }}</p><p>{{ row.4 }} {{ row.5 }} {{ row.6 }}</p></li>{% endfor %}</ul>"""

settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bench",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE, "CONN_MAX_AGE": None}},
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()
template = engines["django"].from_string(PAGE)


def where(asked, but=None):
    """The condition of a question, without the choice of one facet."""
    conditions, values = [], []
    if asked.get("q"):
        conditions.append("a.rowid IN (SELECT rowid FROM words WHERE words MATCH %s)")
        values.append(asked["q"])
    for facet in FACETS:
        if asked.get(facet) and facet != but:
            conditions.append("a.rowid IN (SELECT action FROM facets WHERE name = %s AND value = %s)")
            values.extend([facet, asked[facet]])
    return (" AND ".join(conditions) or "1"), values


def page(request):
    asked = request.GET.dict()
    with connection.cursor() as cursor:
        condition, values = where(asked)
        cursor.execute(f"SELECT count(*) FROM actions a WHERE {condition}", values)
        total = cursor.fetchone()[0]
        columns = "reference, address, title, text, governments, country, status"
        cursor.execute(f"SELECT {columns} FROM actions a WHERE {condition} ORDER BY a.rowid LIMIT 25", values)
        rows = cursor.fetchall()
        facets = []
        for facet in FACETS:
            condition, values = where(asked, but=facet)
            cursor.execute(
                "SELECT f.value, count(*) FROM facets f WHERE f.name = %s AND f.action IN "
                f"(SELECT a.rowid FROM actions a WHERE {condition}) GROUP BY f.value",
                [facet, *values],
            )
            facets.append((facet, cursor.fetchall()))
    return HttpResponse(template.render({"facets": facets, "total": total, "rows": rows}))


urlpatterns = [path("", page)]


class Silent(WSGIRequestHandler):
    def log_message(self, *words):
        pass


make_server("127.0.0.1", PORT, get_wsgi_application(), handler_class=Silent).serve_forever()
