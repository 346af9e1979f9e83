# Dates and periods, as they stand in a row of facts.
vocabulary-date-by = au plus tard : { $date }
vocabulary-date-about = vers { $date }
vocabulary-period = { $start } – { $end }
vocabulary-period-from = début : { $start }
vocabulary-period-from-ongoing = { $start } – en cours
vocabulary-period-ongoing = en cours
vocabulary-period-until = fin : { $end }
vocabulary-period-unknown = dates non indiquées

# Two things side by side; a value after what it is.
vocabulary-pair = { $a }, { $b }
vocabulary-labelled = { $label } : { $value }
