"""Money beyond wages: hours, deductions, leave, promised instalments."""
