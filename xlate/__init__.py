"""xlate: offline translation and comparison of news.

    from pathlib import Path
    from xlate.documents import read_document, write_document
    from xlate.pipeline import Translator

    translator = Translator()
    article = translator.prepare(read_document(Path("article.html")))
    [result] = translator.translate([article], "be")
    write_document(result, Path("article.be.html"))

Importing this package loads nothing; models load when they first translate.
"""

__version__ = "0.1.0"
