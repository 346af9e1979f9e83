# The public face: home, lists, countries, objectives, map.
register-nav-actions = Actions
register-nav-governments = Local governments
register-nav-map = Map
register-nav-declaration = Declaration

register-home = Home
register-actions = Actions
register-governments = Local governments
register-countries = Countries
register-objectives = Objectives
register-objective = Objective
register-map = Map
register-demo = demonstration data
register-as-of = As of { $date }
register-earlier-title = Another day
register-earlier-label = As of (day)
register-earlier-show = Show that day
register-earlier = This is the register as it stood at the end of { $date }. Words are sought in titles and names.
register-stood-same = It stood so at the end of { $date }, and stands so now.
register-stood-then = This is how it stood at the end of { $date }.
register-stood-now = See it as it stands now
register-stood-not = It was not on the register at the end of { $date }, or how it stood then is not kept. This is how it stands now.
register-not-over = { $date } is not over yet, so this is the register as it stands now.
register-as-table = As a table
register-untitled = Action of { $who }
register-untitled-year = Action of { $who } ({ $year })
register-gone-neutral = This is no longer on the register.

# Home
register-doors = Three ways in
register-door-sign = Sign
register-door-sign-text = the declaration, as your local government
register-door-sign-what = the { $declaration }: your local government’s endorsement of both Compacts
register-door-submit = Submit
register-door-submit-text = an action: what you do or pledge, for whom, by when
register-door-submit-long = Submit an action
register-door-learn = Learn
register-door-learn-text = from local governments that work on the same objectives
register-figures = Figures
register-figure-signed = signed, verified
register-figure-signed-on-file = signatures on file
register-figure-published = actions published
register-figure-on-file = actions on file
register-on-file = On file: entered from a public source, not confirmed by the government.
register-figure-governments = local governments
register-figure-countries = countries and territories
register-where = Where they act
register-open-map = Open the map
register-by-country = List by country
register-newest = Newest actions
register-newest-none = Nothing is on the register yet.
register-all-actions = All actions
register-near-no-action = No action on the register has the reference { $name }.
register-near-no-government = No local government on the register has the reference { $name }.
register-near-all-governments = All local governments
register-near-no-signature = No signature on the register has the reference { $name }.
register-near-no-declaration = There is no declaration under the name { $name }.
register-near-no-cohort = There is no cohort under the name { $name }.
register-near-no-network = No local government on the register names a network called { $name }.
register-near-no-country = { $name } is not the code of a country or territory.
register-near-no-region = { $name } is not the code of a region.
register-near-no-objective = { $name } is not an objective of this Call.
register-near-no-figure = There is no figure under the name { $name }.
register-near-all-declarations = All declarations
register-near-all-cohorts = All cohorts
register-near-all-networks = All networks
register-near-all-countries = All countries and territories
register-near-all-regions = All regions
register-work-on = What they work on
register-work-on-text = Actions by objective of the { $framework }. One action may answer to several.
register-strip-caption = Actions by objective, published and on file
register-strip-caption-country = Actions by objective, { $country }, published and on file
register-all-objectives = All objectives
register-coming = Next on the calendar
register-coming-none = No date is known yet.
register-date-unverified = date to be confirmed
register-place-new-york = New York
register-forum-imrf = International Migration Review Forum { $year }
register-forum-grf = Global Refugee Forum { $year }

# Lists
register-search = Search the register
register-search-actions = Search actions
register-search-governments = Search local governments
register-filters = Filters
register-apply = Apply filters
register-clear = Clear all
register-meant = Did you mean
register-unknown = Left out, because the register does not know it: { $values }
register-file-unknown = The register does not know: { $values }
register-file-not-over = { $date } is not over yet, so there is no file of the register as of that day.
register-sort = Sort by
register-sort-relevance = relevance
register-sort-newest = newest
register-sort-reported = last reported
register-sort-updated = last updated
register-sort-name = name
register-sort-largest = population

# Freshness: when the government last reported on its action.
register-fresh-new = last reported { $date }
register-fresh-old = no report since { $date }
register-fresh-on-file = no report; on file since { $date }
register-views = View
register-view-list = List
register-view-map = Map
register-per = Results per page:
register-page = { $from_text }–{ $to_text } of { $n_text }
register-window-page = page { $n_text }
register-window-part = Part of the world
register-history-lead = Every change that was public, the latest first. What went is struck out, what came is underlined. Changes of one day count as one.
register-history-none = Nothing has changed since it came onto the register.
register-history-said = What the record said
register-history-of = History: { $name }
register-history-lede = Summary
register-history-name = Name
register-history-title = Title
register-history-population = Population
register-count-actions = { $n ->
    [0] No actions
    [one] { $n_text } action
   *[other] { $n_text } actions
}
register-count-governments = { $n ->
    [0] No local governments
    [one] { $n_text } local government
   *[other] { $n_text } local governments
}
register-count-declarations = { $n ->
    [one] { $n_text } declaration
   *[other] { $n_text } declarations
}
register-count-cohorts = { $n ->
    [one] { $n_text } cohort
   *[other] { $n_text } cohorts
}
register-all-actions-n = { $n ->
    [one] See it in the list
   *[other] All { $n_text } actions
}
register-all-governments-n = { $n ->
    [one] See it in the list
   *[other] All { $n_text } local governments
}
register-none-title = Nothing found
register-none-text = No record answers to all of this at once. Names are found in every language of the register, and with small mistakes.
register-none-here-title = Nothing in this list
register-none-here-text = What else answers to these words stands above.
register-way-clear = Take all filters away
register-way-now = See the register as it is now
register-way-words = Take the words away
register-way-objectives = Look by objective
register-way-countries = Look by country
register-no-further = By relevance only the first { $n_text } results are shown. Sort by date or name to go through all of them, or choose filters.
register-also = These words also find:
register-years = Years { $from }–{ $to }
register-years-since = From { $year } on
register-years-until = Until { $year }
register-year-from = From year
register-year-to = To year
register-numbers = { $from_text }–{ $to_text }
register-numbers-since = { $n_text } and more
register-numbers-until = up to { $n_text }
register-number-from = From
register-number-to = To

# How to search
register-help = How to search
register-help-title = How to search
register-help-lead = Type what you look for into the box of any list. These signs are for those who want to say it more exactly.
register-help-typed = What you can type
register-help-word = school
register-help-phrase = language courses
register-help-says-words = Both words, in any place of a record.
register-help-says-phrase = These words, one after the other.
register-help-says-without = The first two words, and not the one with the hyphen before it.
register-help-forms = Other forms of a word are found too, in English, French, Spanish and Arabic; what is written as you typed it comes first. The last word may be only a beginning.
register-help-names = Local governments, places and countries are found by their names in every language of the register, with accents or without.
register-help-mistakes = Small mistakes are forgiven where nothing else is found; you are then asked whether you meant another word.
register-help-values = Codes that you can type
register-help-values-text = A word, a colon and a code choose the same as the filters do. With a hyphen before it, it leaves out.
register-help-codes = All codes (CSV)

# Facets
register-facet-priorities = Priority
register-facet-gcm = Global Compact for Migration
register-facet-gcr = Global Compact on Refugees
register-facet-sdg = Sustainable Development Goals
register-facet-country = Country or territory
register-facet-region = Region
register-facet-status = Progress
register-facet-type = Pledge or practice
register-facet-for = For whom
register-facet-planned = People to be reached
register-facet-counted = People reached, counted
register-facet-estimated = People reached, estimated
register-facet-year = Year
register-facet-lang = Language
register-facet-record = Kind of record
register-facet-origin = Where it comes from
register-facet-tier = Kind of government
register-facet-signature = Signature
register-facet-signed = Year of signature
register-short-gcm = GCM
register-short-gcr = GCR
register-short-sdg = SDG
register-status-planned = In preparation
register-status-in-progress = In progress
register-status-fulfilled = Fulfilled
register-status-paused = Paused
register-status-dropped = Dropped
register-status-unknown = Not stated
register-people-few = Fewer than ten
register-people = { $from_text }–{ $to_text }
register-people-more = { $n_text } and more
register-type-pledge = Pledge
register-type-practice = Practice
register-type-unknown = Not stated
register-year-unknown = Not stated
register-for-migrants = Migrants
register-for-refugees = Refugees
register-for-asylum-seekers = Asylum seekers
register-for-displaced = Internally displaced persons
register-for-returnees = Returnees
register-for-stateless = Stateless persons
register-for-host-community = Host community
register-record-published = Published by the government
register-record-on-file = On file, from a public source
register-signature-signed = Signed, verified
register-signature-on-file = Signature on file, not verified
register-signature-published = No signature documented
register-signature-none = No signature documented
register-signature-withdrawn = Signature withdrawn
register-signature-suspended = Signature suspended
register-origin-submitted = Submitted here
register-origin-cta-action = The Call’s earlier list
register-origin-gcm-pledge = Pledge to the Global Compact for Migration
register-origin-gcr-pledge = Pledge to the Global Compact on Refugees
register-origin-gfmd-practice = Practice shown at the GFMD
register-origin-gcf-project = Project of the Global Cities Fund
register-origin-other-programme = A programme of the city itself
register-origin-other = Another public source
register-origin-demo = Demonstration
register-tier-municipality = City, town or municipality
register-tier-metropolitan = Metropolitan area
register-tier-province = Province, county or department
register-tier-region = Region or federated state
register-tier-association = Association or network
register-tier-unknown = Not stated

# Map, countries, objectives
register-map-actions = Actions on the map
register-map-country = Local governments of { $country } on the map
register-map-shows = Show
register-map-list = The same as a list
register-map-placeless = { $n ->
    [one] { $n_text } record has no known place and stands only in the list.
   *[other] { $n_text } records have no known place and stand only in the list.
}
register-map-more = { $n ->
    [one] { $n_text } more stands in the full list:
   *[other] { $n_text } more stand in the full list:
}
register-no-country = Without a country
register-no-region = Without a region
register-countries-text = Countries and territories with a local government or an action on the register.
register-counted-together = The numbers of actions and of local governments count records on file, entered from public sources and not confirmed, together with the others.
register-countries-signed = Verified signatures
register-countries-none = No countries yet
register-country-no-actions = No action from here is on the register yet.
register-country-no-governments = No local government from here is on the register yet.
register-objectives-text = What the actions answer to. Records on file are counted with those published.
register-objective-apart = Published by local governments: { $published }. On file, from public sources and not confirmed: { $file }.
register-objectives-none = No frameworks yet
register-objective-count = { $n ->
    [0] No action answers to this yet
    [one] { $n_text } action answers to this
   *[other] { $n_text } actions answer to this
}
register-objective-countries = Where
register-objective-missing-title = What is missing
register-objective-missing = Nothing on the register answers to this yet in { $regions }. That says what the register knows, not what is done there.
register-objective-missing-all = No action on the register answers to this yet. That says what the register knows, not what is done.
register-objective-missing-none = Every region of the world has at least one action that answers to this.
register-source = Source
register-wording-unverified = wording not verified
register-wording-fallback = No wording in your language is at hand yet; it is shown in the language there is.

# Downloads, feeds, the data page
register-data = Data
register-data-lead = Everything that is public on this register, to download, to follow and to cite.
register-download = Download these results
register-feed = Feed (Atom)
register-columns = What the columns mean
register-column = Column
register-column-about = What it holds
register-column-coded = codes, explained in codes.csv
register-column-reference = The reference of the record; it never changes
register-column-address = The address of its page in this language
register-column-title = The title, in this language where there is one
register-column-title-language = The language of the title
register-column-text = A sentence or two about it
register-column-text-language = The language of that text
register-column-governments = The local governments whose action it is, the lead first
register-column-government-references = Their references
register-column-networks = The networks that the local governments belong to, each as its page under /networks names it
register-column-from = When it begins: a year, a month or a day
register-column-until = When it ends, “ongoing”, or nothing where it is not known
register-column-planned = How many people are to be reached, over all groups of people, as a range such as 100-to-999
register-column-counted = How many people were reached by count, over all groups of people, as a range such as 100-to-999
register-column-estimated = How many people were reached by estimate, over all groups of people, as a range such as 100-to-999
register-column-planned-people = How many people are to be reached: the sum over all groups of people. Groups of fewer than ten are in no sum; empty where nothing else is stated
register-column-counted-people = How many people were reached by count: the sum over all groups of people. Groups of fewer than ten are in no sum; empty where nothing else is stated
register-column-estimated-people = How many people were reached by estimate: the sum over all groups of people. Groups of fewer than ten are in no sum; empty where nothing else is stated. Never add it to what was counted
register-column-year = The year in which it begins, else the year in which it ends; “unknown” where neither is stated
register-column-signed = The year of its first signature that counts, as far as it is known; “unknown” where no date is stated
register-column-lang = The language in which it was written, as a code of two or three letters
register-column-origin = Where the record comes from
register-column-latitude = Latitude in degrees
register-column-longitude = Longitude in degrees
register-column-changed = The day on which what is shown last changed
register-column-reported = The day on which the government last reported on it: sent it, sent a revision or confirmed it. A correction by the secretariat is no report. Empty for records on file, which the government never reported on
register-codes = Codes
register-codes-text = Every code with its words in this language:
register-data-read = How to read these files
register-data-filter = On a list, choose and search first: “Download these results” gives just what you found.
register-data-on-file = Records on file come from public sources and were not confirmed by the government. The column “record” tells them apart; count them apart.
register-data-joint = A joint action stands in one line with all its governments and countries: it counts once in a total, and once for each country.
register-data-last-line = The last line gives the number of records and the SHA-256 of every byte before it. A file without it was cut off.
register-data-formula = In CSV, a text that a spreadsheet would take for a formula stands after an apostrophe.
register-data-citation = { $programme }: register of signatories and actions. State of { $date }. { $address }
register-cite-secretariat = { $programme }, secretariat

# Figures
register-figures-lead = What is on the register, in figures. Each has its table, its file and an address of its own.
register-figures-none-title = Nothing was on the register that day
register-figures-none-text = The register goes back to the day on which its first record was entered.
register-figure-none = Nothing that this figure counts is on the register yet.
register-figure-none-then = Nothing that this figure counts was on the register by the end of { $date }.
register-figure-now = See this figure as it is now
# Heads of columns, under a title that says of what.
register-head-published = published
register-head-verified = verified
register-head-on-file = on file
register-figure-own = This figure alone
register-figures-joint = A joint action counts once in a total.
register-figures-several = An action may answer to several objectives, be for several groups of people and stand in several regions: these lines do not add up to the number of actions.
register-figure-signatures-title = Signatures by region
register-figure-signatures-about = Local governments whose signature was verified, and signatures on file from public sources, by region of the country.
register-figure-signed-title = Signatures by year
register-figure-signed-about = Local governments whose signature was verified, and signatures on file from public sources, by the year of the first signature. Where no date is stated, no year is guessed.
register-figure-years-title = Actions by year
register-figure-years-about = Actions by the year in which they begin, else in which they end. Where neither is stated, no year is guessed.
register-figure-objectives-title = Actions by objective
register-figure-objectives-about = Actions by the objective they answer to, as the local government says; on file, as the source says.
register-figure-reach-title = Objectives by region
register-figure-reach-about = Actions, published and on file, by the objective they answer to and the region where they take place.
register-figure-regions-title = Actions by region
register-figure-regions-about = Actions by the region of the countries in which they take place.
register-figure-progress-title = Actions by progress
register-figure-progress-about = Actions by how far they are, as the local government last said.
register-figure-for-whom-title = Actions by whom they are for
register-figure-for-whom-about = Actions by the groups of people for whom they are meant. People are not counted here.
register-all-figures = All figures
register-embed-whole = On the register: { $programme }
# Regions and networks
register-regions = Regions
register-regions-text = Groups of countries with a local government or an action on the register. A joint action counts once in each group.
register-scheme-m49 = Regions of the United Nations (M49)
register-scheme-unec = Regional commissions of the United Nations
register-scheme-unhcr = Regions of UNHCR
register-scheme-uclg = Sections of United Cities and Local Governments
register-region-members = { $n ->
    [one] { $n_text } country or territory
   *[other] { $n_text } countries and territories
}
register-region-unverified = members not verified at their source
register-network = Network
register-networks = Networks
register-networks-text = Networks to which local governments say that they belong.
register-networks-none = No networks yet
register-networks-none-text = No local government on the register has named a network.
register-compared = Side by side
register-compared-objectives = objectives answered
register-cohorts = Cohorts
register-facet-cohort = Cohort
register-frozen = Frozen figures
register-frozen-text = The figures as they stood on these days. They stay as they are, whatever becomes of the actions.

# Actions that are alike
register-alike = Cities doing something alike
register-alike-text = Found by what the actions say of themselves: objectives, people, kind, size and place of the government, words. Nobody has chosen them.
register-alike-why = Both:
register-alike-objectives = answer to { $list }
register-alike-for = for { $list }
register-alike-kind = { $list }
register-alike-place = in { $place }
register-alike-words = say { $list }
register-size-small = fewer than 50,000 people
register-size-middle = 50,000 to 250,000 people
register-size-large = 250,000 to a million people
register-size-million = over a million people

# Figures of pledges and people
register-figure-earlier = before { $year }
register-figure-few = fewer than ten each
register-figure-planned = planned
register-figure-counted = reached, counted
register-figure-estimated = reached, estimated
register-figure-pledges-title = Pledges by progress and freshness
register-figure-pledges-about = Published pledges by how far they are, and by the year in which their government last said so. Records on file are left out.
register-figure-people-title = People, planned and reached
register-figure-people-about = People that published actions plan to reach and have reached, as the governments say. What is planned, counted and estimated is never added together; numbers below ten are in no sum, and somebody may be reached by several actions. Records on file are left out.
register-social-action = Action
register-social-government = Local government
register-social-country = Country
register-social-register = Public register

# Under the names of pages in search engines and shared links; $counts and $found are numbers in words: "12 actions".
register-described-part = { $name }: { $counts }. Who signed, what they do and which objectives it answers to, with figures, a map and files.
register-described-actions = What local and regional governments do: { $found }, by place, objective, year and whom they are for, to follow and to download.
register-described-governments = Who signed or acts: { $found }, by place, region, network and size, each with its signature and its actions.
register-described-map = { $found } on a map of the world, and the same as a list by country.
