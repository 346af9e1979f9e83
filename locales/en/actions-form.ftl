# The form of an action beyond the eight answers: numbers, impact, pictures and so on, and how they are shown.

actions-form-more-title = What you can add
actions-form-more-lead = None of this is needed to send. Each topic says what it opens; you can also add it later, with a revision.
actions-form-another = Save and add another

actions-form-topic-numbers = Numbers of people
actions-form-topic-impact = Impact
actions-form-topic-participation = How migrants and refugees took part
actions-form-topic-lessons = Lessons and difficulties
actions-form-topic-replication = What others need to repeat it
actions-form-topic-funding = Funding
actions-form-topic-principles = Guiding principles
actions-form-topic-peers = What you need from peers and offer them
actions-form-topic-links = Links
actions-form-topic-pictures = Pictures
actions-form-topic-attachment = Attachment
actions-form-topic-portals = International platforms

actions-form-opens-numbers = Shows how many people the action is for.
actions-form-opens-impact = Lets assessors see what changes, and others compare.
actions-form-opens-participation = Counts towards an action that is people-centred.
actions-form-opens-lessons = What peers read first.
actions-form-opens-replication = Opens the way to cities that want to do the same.
actions-form-opens-funding = Asked by two of the international platforms.
actions-form-opens-principles = Asked by the platform of the Global Compact for Migration.
actions-form-opens-peers = Lets us bring you together with other cities.
actions-form-opens-links = Leads readers to your own pages.
actions-form-opens-pictures = Makes the action seen, here and in the publication.
actions-form-opens-attachment = For the desk, or for everyone, as you choose.
actions-form-opens-portals = Without your consent we carry the action to no platform.

actions-form-ask-numbers = How many people is it for?
actions-form-ask-numbers-lead = Write whole numbers, and leave empty what you do not know. What was counted and what was estimated are kept apart.
actions-form-numbers-few = A number below ten is shown in public as “fewer than ten”. Only the desk sees it.
actions-form-planned = To be reached, as planned
actions-form-counted = Reached, counted
actions-form-estimated = Reached, estimated
actions-form-number-planned = { $n ->
    [one] { $n_text } person to be reached
   *[other] { $n_text } people to be reached
}
actions-form-number-counted = { $n ->
    [one] { $n_text } person reached, counted
   *[other] { $n_text } people reached, counted
}
actions-form-number-estimated = { $n ->
    [one] about { $n_text } person reached, estimated
   *[other] about { $n_text } people reached, estimated
}
actions-form-few-planned = fewer than ten people to be reached
actions-form-few-counted = fewer than ten people reached, counted
actions-form-few-estimated = fewer than ten people reached, estimated

actions-form-ask-impact = What does it change?
actions-form-ask-impact-lead = Say what you expect and what you have seen already. Add a few figures if you have them.
actions-form-expected = Expected impact
actions-form-achieved = Impact so far
actions-form-figure = Figure { $n_text }
actions-form-figure-value = Value
actions-form-figure-value-hint = For example 1,250 or 12.5 %.
actions-form-figure-unit = Of what
actions-form-figure-unit-hint = For example: places in early education. Give no figure by which a person can be recognised.
actions-form-figure-date = As of when

actions-form-ask-participation = How did migrants and refugees take part?
actions-form-ask-participation-lead = In planning, deciding, carrying out and judging it.
actions-form-participation = How they took part
actions-form-ask-lessons = What did you learn?
actions-form-ask-lessons-lead = What did not work is as useful to others as what did.
actions-form-lessons = Lessons
actions-form-difficulties = Difficulties
actions-form-ask-replication = What do others need to repeat it?
actions-form-ask-replication-lead = People, money, laws, partners, time: what must be there.
actions-form-replication = What others need

actions-form-ask-funding = How is it paid for?
actions-form-ask-funding-lead = In words, and with an amount if it may be public.
actions-form-funding = Funding
actions-form-amount = Amount
actions-form-amount-hint = A whole number, for example 250,000.
actions-form-currency = Currency
actions-form-currency-hint = Its code of three letters: KES, EUR, USD …
actions-form-funders = From whom

actions-form-ask-principles = Which guiding principles does it follow?
actions-form-ask-principles-lead = Choose those that shape the action, not those that are only not broken.
actions-form-principles = Guiding principles

actions-form-ask-peers = What do you need from other cities, and what can you offer?
actions-form-ask-peers-lead = Everyone can read this; it is how cities find each other.
actions-form-needs = What we look for
actions-form-offers = What we offer

actions-form-ask-links = Where can one read more?
actions-form-ask-links-lead = Up to six pages. Only addresses that begin with https:// are taken.
actions-form-link = Link { $n_text }
actions-form-link-address = Address
actions-form-link-address-hint = For example https://www.city.example/welcome
actions-form-link-label = What it is called

actions-form-ask-pictures = Do you have pictures?
actions-form-ask-pictures-lead = Up to six. Each needs words for people who do not see it, the name of who made it, and its rights.
actions-form-pictures-rule = Send only pictures on which every person has agreed, for children a guardian, and from which nobody can find a shelter or a person. Where and with what a photo was made is removed from the file.
actions-form-picture = Picture { $n_text }
actions-form-picture-yours = The picture you have sent
actions-form-picture-file = Picture file
actions-form-picture-file-hint = JPEG or PNG, at most 25 MB. A phone gives JPEG when it is asked for.
actions-form-picture-another = Save and show the picture
actions-form-alt = What is seen on it
actions-form-alt-hint = For people who do not see it: “Two women read with a child at a low table.”
actions-form-credit = Who made it
actions-form-credit-hint = The name that must stand beside it.
actions-form-rights = Rights
actions-form-rights-licence = Others may use it under the licence of this site
actions-form-rights-reserved = all rights reserved, shown with permission
actions-form-picture-remove = Remove
actions-form-picture-remove-yes = Take this picture away

actions-form-ask-attachment = Is there a document to add?
actions-form-ask-attachment-lead = One PDF: a plan, a report, a decision.
actions-form-attachment-kept = { $name } was kept ({ $n_text } kB).
actions-form-attachment-file = Document
actions-form-attachment-file-hint = One PDF, at most 25 MB.
actions-form-attachment-label = What it is
actions-form-attachment-open = Who may have it
actions-form-attachment-open-yes = Everyone may download it
actions-form-attachment-open-hint = Otherwise only the desk and those who act for your government.
actions-form-attachment-private = for the desk only
actions-form-attachment-remove = Remove
actions-form-attachment-remove-yes = Take this document away

actions-form-ask-portals = To which platforms may we carry it?
actions-form-ask-portals-lead = Once it is published, the secretariat can bring it to the platforms of the United Nations and of the Forum. We do so only where you agree.
actions-form-portals = We agree that the action is carried to
actions-form-portals-hint = You can change this with a revision.

actions-form-coarse = Protect places
actions-form-coarse-yes = Show the district only
actions-form-coarse-hint = Towns are shown; places that you wrote yourself stay with the desk. Choose this for shelters, and for places where people hide or wait.
actions-form-district = The district, as it may be shown

actions-form-error-number = Enter a whole number, such as 320, without words
actions-form-error-amount = Enter the amount as a whole number
actions-form-error-currency = Enter the currency by its three letters, such as KES
actions-form-error-value = Enter the value of this figure with its number
actions-form-error-unit = Enter what this figure counts
actions-form-error-link = Enter an address that begins with https://
actions-form-error-alt = Describe what is seen on the picture
actions-form-error-credit = Enter who made the picture
actions-form-error-rights = Choose on what terms others may use the picture
actions-form-error-picture = This file is no picture that we take. Send a JPEG or a PNG
actions-form-error-document = This file is no PDF. Send the document as a PDF

actions-form-peers = What peers can give and get
actions-form-credit-line = { $credit }{ "\u00A0" }· { $rights }
actions-form-read-more = Read more
actions-form-document-size = (PDF, { $n_text } kB)
actions-form-redacted-picture = The secretariat has removed a picture.
actions-form-error-pictures-many = Six pictures are the most. Take one away first
actions-form-pictures-hidden = Nobody but you and the desk sees the pictures now.
actions-form-hide-all = Hide the pictures at once
actions-form-hide = Hide
actions-form-show = Show again
actions-form-remove = Remove for good
actions-form-desk-pictures-lead = Hidden pictures are gone from every page at once and can be shown again. Removed ones go from every version, and their file is deleted.
actions-form-done-hidden = Hidden. Nobody sees the picture any more.
actions-form-done-shown = Shown. Everyone sees the picture again.
actions-form-protect-persons = Every person who is shown or described has agreed; for children a guardian has agreed.
actions-form-protect-places = Nobody can find a shelter, or a person, by what is said or shown.
actions-form-discard-title = Discard this draft
actions-form-discard-lead = The draft was never sent. Its answers, its contact and its files are removed and cannot be brought back.
actions-form-discard-button = Discard the draft
actions-form-discarded = The draft was discarded.
actions-form-refused-discard = This action was sent, so it cannot be discarded. Once it is public you can withdraw it.

actions-form-unkept-title = Nothing of this was kept
actions-form-unkept-copy = Copy it and hand it to your colleague who acts for { $government }.
actions-form-unkept-later = Copy it now; once the action can be changed again, it can be pasted there.
actions-form-unkept-on = To “My governments”
