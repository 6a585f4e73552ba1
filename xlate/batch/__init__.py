"""Many documents: planned, translated in windows, written, and remembered, so that a run can stop anywhere and go on.

    plan       inputs -> items, one after another, whatever the corpus weighs
    state      what is done, by content hash and signature, in SQLite beside the output
    signing    what a translation depends on, told without loading a model
    apart      the models in a process of their own, replaced once in a while and whenever it dies
    windows    neighbouring documents decoded together; reading, decoding and writing side by side
    outputs    results as mirrored files or as lines of one JSONL, in place before the state says "done"
    run        all of it
    summary    what came of a run: table, worst documents, manifest, exit code

Importing this package loads nothing heavy: a run that finds nothing new never loads the pipeline.
"""

from xlate.batch.job import Job, Observer
from xlate.batch.plan import Inputs
from xlate.batch.run import Batch
from xlate.batch.summary import Summary

__all__ = ["Batch", "Inputs", "Job", "Observer", "Summary"]
