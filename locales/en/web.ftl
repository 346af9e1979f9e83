# The kit: problems, forms, dates, files.

web-site = Local Action
web-title-with-errors = Error: { $title }

# Forms
web-errors-title = There is a problem
web-error-prefix = Error:
web-optional = (optional)
web-error-too-long = Shorten the text to { $max_text } characters; it has { $n_text } too many
web-error-too-short = Write at least { $min_text } characters; { $n_text } more are needed
web-counter-left = { $n ->
    [one] { $n_text } character left
   *[other] { $n_text } characters left
}
web-counter-over = { $n ->
    [one] { $n_text } character too many
   *[other] { $n_text } characters too many
}

# Dates in three fields
web-date-day = Day
web-date-month = Month
web-date-year = Year
web-date-precision = How exact
web-date-exact = exact
web-date-by = by this date
web-date-about = about
web-date-year-missing = Enter the year of the date; day and month may stay empty
web-date-year-unreadable = Enter the year with four digits, such as 2026
web-date-month-unreadable = Enter the month as a number from 1 to 12, or leave it empty
web-date-month-missing = Enter the month too, or leave the day empty
web-date-day-unreadable = Enter the day as a number from 1 to 31, or leave it empty
web-date-no-such-day = This month has no such day; look at the day, the month and the year

# Files
web-file-hint = PDF, JPEG or PNG, up to 25 MB. Pictures are kept without their hidden data, such as where a photo was taken.
web-file-empty = The file “{ $name }” is empty; choose a PDF, JPEG or PNG file
web-file-too-large = The file “{ $name }” is larger than { $size }; choose a smaller one
web-file-not-taken = The file “{ $name }” is not a PDF, JPEG or PNG file, whatever its name says; save it as one of these and choose it again
web-file-heic = The photo “{ $name }” is in the HEIC format, which not every computer can read. Choose it in this form on the phone itself, which then sends a JPEG; or save it as JPEG and choose it again
web-file-broken = The file did not arrive whole: the line broke. Everything else you wrote is here; choose the file again
web-file-unreadable = The file “{ $name }” cannot be read; it may be damaged or cut short. Open it, save it anew and choose it again
web-file-too-many-pixels = The picture “{ $name }” has more than 50 million pixels; make it smaller and choose it again

# Problems
web-problem-home = Go to the home page
web-problem-near = Perhaps you look for one of these
web-problem-contact = Write to the secretariat
web-problem-mark = If you write to us about this, give this mark: { $mark }
web-problem-unreadable-title = The request could not be read
web-problem-unreadable-text = Go back, load the page again and send the form once more. What you typed is usually still there when you go back.
web-problem-unknown-title = Something in this address is not known
web-problem-unknown-text = So nothing is given, rather than more than was asked for. Take away or correct what is named, or choose in the list and download from there.
web-problem-forbidden-title = You may not do this
web-problem-forbidden-text = If you think that you should be able to, write to the secretariat: it can tell what is missing.
web-problem-unsafe-title = The form was not accepted, for your safety
web-problem-unsafe-other-page = Your browser says that the form was sent from another site, or does not say where it was sent from.
web-problem-unsafe-no-cookie = Your browser did not send the cookie that belongs to the form. Allow cookies for this site; it uses no others.
web-problem-unsafe-old-form = The form belongs to an earlier visit: you may have logged in or out in another window since.
web-problem-unsafe-text = Nothing was changed. Go back, load the page again and send the form once more; copy longer texts first.
web-problem-insecure-title = This needs a safe connection
web-problem-insecure-text = Logging in and sending forms need a cookie, and a cookie is not safe over plain http. Open this site with https, or on the machine itself as http://localhost. Public pages work here all the same.
web-problem-not-found-title = There is no such page
web-problem-not-found-text = The address may be mistyped, or the page may have moved. This site speaks English, French, Spanish and Arabic: addresses begin with /en, /fr, /es or /ar.
web-problem-not-allowed-title = This address does not take that
web-problem-not-allowed-text = The address exists, and it cannot be used in this way. Go back and use the buttons of the page.
web-problem-gone-title = This was taken back
web-problem-gone-since = It was taken back on { $date }.
web-problem-gone-text = The address is kept so that nobody mistakes it for something else.
web-problem-gone-history = Where to read what was public of it, and when
web-problem-too-large-title = This is too much at once
web-problem-too-large-text = At most { $size } can be sent here. Shorten the text, or choose a smaller file.
web-problem-address-too-long-title = The address is too long
web-problem-address-too-long-text = Take away some of the filters and try again.
web-problem-wrong-kind-title = This kind of content is not taken here
web-problem-wrong-kind-text = Go back and send it with the form of the page.
web-problem-refused-title = This cannot be done now
web-problem-refused-text = Nothing was changed. Go back and look at the present state of the page.
web-problem-too-many-title = Too many tries
web-problem-too-many-text = { $n ->
    [one] Wait a minute, then try again. Nothing is lost, and nobody is locked out.
   *[other] Wait { $n_text } minutes, then try again. Nothing is lost, and nobody is locked out.
}
web-problem-broken-title = Something broke on our side
web-problem-broken-text = It is not your fault, and it has been noted. Try again in a moment; what you saved before is kept.
web-problem-unavailable-title = The site is not available just now
web-problem-unavailable-text =
    { $n ->
        [one] It cannot answer just now. Wait { $n_text } second and load the page again; what you saved before is kept.
       *[other] It cannot answer just now. Wait { $n_text } seconds and load the page again; what you saved before is kept.
    }
web-problem-full-title = There is no room left to keep anything
web-problem-full-text = Nothing of what you sent was kept. Go back: your words are still in the form. It has been noted; try again later.
