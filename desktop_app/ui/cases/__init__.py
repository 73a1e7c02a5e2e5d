"""The list of cases, a case, and a new one."""
