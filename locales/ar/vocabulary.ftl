# Dates and periods, as they stand in a row of facts.
vocabulary-date-by = في موعد أقصاه { $date }
vocabulary-date-about = نحو { $date }
vocabulary-period = { $start } – { $end }
vocabulary-period-from = ابتداءً من { $start }
vocabulary-period-from-ongoing = { $start } – مستمر
vocabulary-period-ongoing = مستمر
vocabulary-period-until = حتى { $end }
vocabulary-period-unknown = لم تُذكر التواريخ

# Two things side by side; a value after what it is.
vocabulary-pair = { $a }، { $b }
vocabulary-labelled = { $label }: { $value }
