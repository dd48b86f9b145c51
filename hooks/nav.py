"""Names the sections of the menu in each language."""

from bonguichet import mkdocs_glue as glue


def on_nav(nav, config, files):
    return glue.title_sections(nav, config)
