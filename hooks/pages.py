"""Fills the macros of a page, tells its template what it may know, and what the finished page may do."""

from bonguichet import mkdocs_glue as glue
from jinja2 import FileSystemBytecodeCache


def on_env(env, config, files):
    env.bytecode_cache = FileSystemBytecodeCache()  # every language fills the same templates
    return env


def on_page_markdown(markdown, page, config, files):
    return glue.fill(page, config)


def on_page_content(html, page, config, files):
    return glue.whole(html, page, config)


def on_page_context(context, page, config, nav):
    context["site"] = glue.site(page, config, nav)
    return context


def on_post_page(html, page, config):
    return glue.finished(html, page, config)


def on_template_context(context, template_name, config):
    if template_name == "404.html":
        context |= glue.not_found(context["base_url"])
    return context


def on_post_template(html, template_name, config):
    return glue.secured(html)
