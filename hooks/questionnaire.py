"""Says which pages there are: those of docs/ that were loaded, and those that questionnaire and rights make."""

from bonguichet import mkdocs_glue as glue
from mkdocs.plugins import event_priority


@event_priority(-200)  # after the language plugin, which cannot bear generated files
def on_files(files, config):
    return glue.publish(files, config)
