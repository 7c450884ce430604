"""Small changes to a module's source that its tests must notice: one change, one mutant."""

import ast
import copy
from collections.abc import Iterator

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
_JOINED: dict[type[ast.boolop], type[ast.boolop]] = {ast.And: ast.Or, ast.Or: ast.And}


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Every mutant of a source: the line that differs, that line's new words, the new source."""
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        if not _can_change(node):
            continue
        changed = copy.deepcopy(tree)
        twin = next(one for at, one in enumerate(ast.walk(changed)) if at == number)
        _change(twin)
        text = ast.unparse(ast.fix_missing_locations(changed))
        yield getattr(node, "lineno", 0), ast.unparse(twin)[:70], text


def _can_change(node: ast.AST) -> bool:
    """Whether a node has a mutant."""
    if isinstance(node, ast.Compare):
        return type(node.ops[0]) in _COMPARED
    if isinstance(node, ast.BinOp):
        return type(node.op) in _RECKONED
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int)
    if isinstance(node, ast.Return):
        return not _is_nothing(node.value)
    return isinstance(node, ast.BoolOp | ast.IfExp | ast.If | ast.Raise)


def _is_nothing(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value is None)


def _change(node: ast.AST) -> None:
    """Change a node into its mutant."""
    if isinstance(node, ast.Compare):
        node.ops[0] = _COMPARED[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp):
        node.op = _RECKONED[type(node.op)]()
    elif isinstance(node, ast.BoolOp):
        node.op = _JOINED[type(node.op)]()
    elif isinstance(node, ast.If | ast.IfExp):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Return):
        node.value = ast.Constant(None)
    elif isinstance(node, ast.UnaryOp):
        node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant):
        node.value = not node.value if isinstance(node.value, bool) else node.value + 1
    elif isinstance(node, ast.Raise):
        node.exc, node.cause = ast.Name("SystemExit", ast.Load()), None
