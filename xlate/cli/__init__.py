"""The command line: one thin module a command; ``app`` is the only place that catches, prints and exits."""
