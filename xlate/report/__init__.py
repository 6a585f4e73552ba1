"""Results for readers and programs: side-by-side HTML and JSON.  Nothing is decided here, only shown."""
