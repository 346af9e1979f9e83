#!/usr/bin/env python3
"""Makes crates/vocabulary/data/languages.tsv: names of languages in the page languages, from CLDR."""
import json

from packages import crates_data, npm_package

LANGS = ["en", "fr", "es", "ar"]
NOT_LANGUAGES = {"root", "und", "mul", "zxx"}


def main():
    package = npm_package("cldr-localenames-full")
    version = json.loads((package / "package.json").read_text())["version"]
    names = {}
    for lang in LANGS:
        main_ = json.loads((package / "main" / lang / "languages.json").read_text())["main"][lang]
        names[lang] = main_["localeDisplayNames"]["languages"]
    tags = sorted(t for t in names["en"] if "-alt-" not in t and t not in NOT_LANGUAGES)
    with open(crates_data("languages.tsv"), "w", encoding="utf-8") as out:
        out.write(f"# Names of languages from the Unicode Common Locale Data Repository (CLDR) {version}, Unicode License v3.\n")
        out.write("\t".join(["tag", *LANGS]) + "\n")
        for tag in tags:
            said = ["" if names[lang].get(tag, tag) == tag else names[lang][tag] for lang in LANGS]
            out.write("\t".join([tag, *said]) + "\n")
    print(f"{len(tags)} languages written")


if __name__ == "__main__":
    main()
