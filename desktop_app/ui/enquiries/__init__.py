"""Enquiries: questions and answers without a case."""
