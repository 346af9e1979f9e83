# Dates and periods, as they stand in a row of facts.
vocabulary-date-by = by { $date }
vocabulary-date-about = about { $date }
vocabulary-period = { $start } – { $end }
vocabulary-period-from = from { $start }
vocabulary-period-from-ongoing = { $start } – ongoing
vocabulary-period-ongoing = ongoing
vocabulary-period-until = until { $end }
vocabulary-period-unknown = dates not stated

# Two things side by side; a value after what it is.
vocabulary-pair = { $a }, { $b }
vocabulary-labelled = { $label }: { $value }
