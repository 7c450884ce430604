"""What on a web page is not its content: navigation, scripts, cookie text, sharing."""

import re

VOID = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr",
    ]
)  # fmt: skip
_NEVER_CONTENT = frozenset(
    [
        "script", "style", "nav", "noscript", "template", "svg", "iframe", "button", "select",
        "option", "textarea", "label", "head", "title", "aside", "dialog", "canvas", "object",
    ]
)  # fmt: skip
_ONLY_AROUND_CONTENT = frozenset(["header", "footer"])
_FURNITURE_ROLES = frozenset(
    ["navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "complementary"]
)
_FURNITURE_NAMES = re.compile(
    r"(?:cookies?|ccc|consent|gdpr|breadcrumbs?|nav|navbar|navigation|menu|sidebar|shar(?:e|ing)"
    r"|social|site-footer|site-header|footer|masthead|skip(?:-?link)?|pagination|pager|related"
    r"|feedback|newsletter|screen-reader-text|visually-hidden|sr-only|toc|table-of-contents)"
    r"(?:[-_].*)?",
    re.IGNORECASE,
)
_NEVER_NAMED = frozenset(["html", "body", "main", "article"])

Attributes = dict[str, str | None]


def is_main(tag: str, attributes: Attributes) -> bool:
    """True for the element that a page says holds its content."""
    return tag == "main" or attributes.get("role") == "main"


def is_furniture(tag: str, attributes: Attributes, *, inside_content: bool) -> bool:
    """True for an element whose words are the site's and not the document's."""
    if tag in _NEVER_CONTENT or (tag in _ONLY_AROUND_CONTENT and not inside_content):
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") in _FURNITURE_ROLES:
        return True
    if re.search(r"display\s*:\s*none", attributes.get("style") or "", re.IGNORECASE):
        return True
    if tag in _NEVER_NAMED:
        return False
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    return any(_FURNITURE_NAMES.fullmatch(name) for name in names)
