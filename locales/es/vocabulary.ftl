# Dates and periods, as they stand in a row of facts.
vocabulary-date-by = a más tardar: { $date }
vocabulary-date-about = hacia { $date }
vocabulary-period = { $start } – { $end }
vocabulary-period-from = inicio: { $start }
vocabulary-period-from-ongoing = { $start } – en curso
vocabulary-period-ongoing = en curso
vocabulary-period-until = fin: { $end }
vocabulary-period-unknown = fechas no indicadas

# Two things side by side; a value after what it is.
vocabulary-pair = { $a }, { $b }
vocabulary-labelled = { $label }: { $value }
