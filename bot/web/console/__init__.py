"""The operators' console: pages from templates, with no script needed but for what refreshes by itself.

A new page: a file in `pages/`, its line in `pages/__init__.py`, its template.
"""

PATH = "/console"
"""Where it is under the address of the HTTP face."""
