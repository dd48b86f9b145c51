"""Loads and checks the data once for every build, before the first language."""

from bonguichet import mkdocs_glue as glue

_serving = False


def on_startup(command, dirty):
    global _serving
    _serving = command == "serve"


def on_config(config):
    if glue.is_first_language(config):
        glue.begin(_serving)
    config.theme.dirs = [config.theme.custom_dir]  # else Material's ten thousand icons are listed for each language
    config.theme.static_templates = {"404.html"}
    return config


def on_build_error(error):
    glue.explain(error)
