"""What is asked: a question, its filters, names, offices and earlier questions, read into a query."""
