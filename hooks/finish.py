"""Ends the build once, after the last language."""

from bonguichet import mkdocs_glue as glue
from mkdocs.plugins import event_priority


@event_priority(-200)  # the language plugin builds the other languages at -100
def on_post_build(config):
    if glue.is_first_language(config):
        glue.finish(config)
