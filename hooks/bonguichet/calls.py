"""How a macro is written in Markdown: {{ name(arguments) }}, and a source in brackets.

Knows the marks only. Must not know which macros exist or what they give.
"""

import re

CALL = re.compile(r"\{\{\s*(?P<call>(?P<name>\w*)(?P<arguments>.*?))\s*\}\}", re.DOTALL)
"""A call, its name, and what follows the name."""
SOURCE = re.compile(r"\{\{\s*source\(")
CITED = re.compile(r"\s*\(((?:[\s,]*\{\{\s*source\([^{}]*\)\s*\}\})+)\)")
"""Brackets with sources and nothing else: a page shows numbers in their place, and nobody reads them aloud."""
