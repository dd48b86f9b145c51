"""Bon Guichet: from YAML facts to the right desk.

Arrows point one way: the front doors (`cli`, `mkdocs_glue`) call `checks`, which calls the
capabilities, which call the rules, which read the model. `tests/unit/test_architecture.py`
holds the table.
"""
