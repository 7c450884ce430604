"""No text goes to a widget but as `Content`: read from the code of the screens."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tui").rglob("*.py"))
# Widgets whose texts are markup in some place that cannot be turned off, or run what is in it.
MARKUP_ALWAYS = frozenset(
    (
        *("Checkbox", "Collapsible", "DataTable", "Label", "Link", "ListItem", "Markdown"),
        *("MarkdownViewer", "OptionList", "RadioButton", "RadioSet", "RichLog", "Select"),
        *("SelectionList", "Tab", "TabbedContent", "TabPane", "Tabs", "Tree", "DirectoryTree"),
    )
)
TITLES = frozenset({"border_title", "border_subtitle", "tooltip", "title", "sub_title"})
SAFE_HOME = ("tui/safe.py", "tui/wording.py")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def says_content(node: ast.expr | None) -> bool:
    return node is not None and ast.unparse(node).strip("'\"") == "Content"


def makers_of_content(trees: list[ast.Module]) -> set[str]:
    """Every function of ours that says it gives a `Content`."""
    return {
        node.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and says_content(node.returns)
    }


TREES = {named(path): ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
MAKERS = makers_of_content([*TREES.values()])


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)


class Function:
    """One function, and what its names stand for."""

    def __init__(self, tree: ast.AST) -> None:
        self.tree = tree

    def is_content(self, node: ast.expr | None, depth: int = 0) -> bool:
        """Whether an expression can only be `Content` or words of the program's own."""
        if node is None or isinstance(node, ast.Constant):
            return True
        if ast.unparse(node).rpartition(".")[2].isupper():  # a constant of the program
            return True
        if isinstance(node, ast.IfExp):
            return self.is_content(node.body, depth) and self.is_content(node.orelse, depth)
        if isinstance(node, ast.Call):
            return self.gives_content(node)
        if isinstance(node, ast.Name) and depth < 3:
            return self.stands_for_content(node.id, depth)
        return False

    def gives_content(self, node: ast.Call) -> bool:
        if called(node) == "Content":
            return all(self.is_content(part) for part in node.args)
        return called(node) in MAKERS or called(node) in ("assemble", "styled", "truncate")

    def stands_for_content(self, name: str, depth: int) -> bool:
        given = [
            node.annotation
            for node in ast.walk(self.tree)
            if isinstance(node, ast.arg) and node.arg == name
        ]
        assigned = [
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Assign)
            and any(isinstance(to, ast.Name) and to.id == name for to in node.targets)
        ]
        if given:
            return all(map(says_content, given))
        return bool(assigned) and all(self.is_content(value, depth + 1) for value in assigned)


def keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((each.value for each in node.keywords if each.arg == name), None)


def offences(tree: ast.AST, name: str) -> Iterator[str]:
    """Every place where a plain text could become markup, or a terminal's orders."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    seen: set[ast.AST] = set()
    for scope in [*reversed(functions), tree]:
        within = Function(scope)
        for node in ast.walk(scope):
            if node not in seen and offends(within, node):
                yield f"{name}:{getattr(node, 'lineno', 0)}: {ast.unparse(node)}"
            seen.add(node)


def offends(within: Function, node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return offending_call(within, node)
    if isinstance(node, ast.Assign):
        titles = [to for to in node.targets if isinstance(to, ast.Attribute) and to.attr in TITLES]
        return bool(titles) and not within.is_content(node.value)
    if isinstance(node, ast.ImportFrom):
        textual = (node.module or "").startswith("textual")
        return textual and any(alias.name in MARKUP_ALWAYS for alias in node.names)
    return False


def offending_call(within: Function, node: ast.Call) -> bool:
    name, first = called(node), node.args[0] if node.args else None
    if name == "Static":
        markup = keyword(node, "markup")
        literal = isinstance(markup, ast.Constant) and markup.value is False
        return not (literal and within.is_content(first))
    if name == "Button":
        return not within.is_content(first)
    if name == "update" and first is not None and "query_one" in ast.unparse(node.func):
        return not within.is_content(first)
    if name in ("from_markup", "from_rich_text", "render_markup", "escape"):
        return True
    markup, placeholder = keyword(node, "markup"), keyword(node, "placeholder")
    if isinstance(markup, ast.Constant) and markup.value is True:
        return True
    return not (placeholder is None or isinstance(placeholder, (ast.Constant, ast.Name)))


def test_no_plain_text_goes_to_a_widget(figure) -> None:
    found = [
        place for name, tree in TREES.items() if name not in SAFE_HOME
        for place in offences(tree, name)
    ]  # fmt: skip
    figure("S2", "0 exceptions", f"{len(found)} in {len(TREES)} files")
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(text, markup=False)",
        "Static(line_content(text))",
        "Static(f'{text}', markup=False)",
        "Button(text)",
        "from textual.widgets import DataTable",
        "self.border_title = text",
        "self.border_title = f'Change {text}'",
        "self.query_one('#a').update(text)",
        "self.notify(text, markup=True)",
        "Content.from_markup(text)",
        "def show(text: str) -> None:\n    words = text\n    Button(words)",
        "Static(Content(text), markup=False)",
    ],
)
def test_a_plain_text_would_be_noticed(code: str) -> None:
    assert list(offences(ast.parse(code), "offence"))


@pytest.mark.parametrize(
    "code",
    [
        "Static(line_content(text), markup=False)",
        "Static(Content('esc back'), markup=False)",
        "self.border_title = 'Clocks' if clocks else 'None'",
        "self.notify(text, markup=False)",
        "def show(words: Content) -> None:\n    Button(words)",
        "def show(text: str) -> None:\n    words = line_content(text)\n    Button(words)",
    ],
)
def test_the_rest_is_let_be(code: str) -> None:
    assert not list(offences(ast.parse(code), "no offence"))
