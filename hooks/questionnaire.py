"""Publishes the questionnaire: its modules, and the rules and places of every language."""

from bonguichet import mkdocs_glue as glue
from mkdocs.plugins import event_priority


@event_priority(-200)  # after the language plugin, which cannot bear generated files
def on_files(files, config):
    return glue.publish(files, config)
