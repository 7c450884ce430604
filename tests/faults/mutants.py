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
    places = [node for node in ast.walk(tree) if not _is_annotation(node)]
    for number, node in enumerate(ast.walk(tree)):
        if node not in places:
            continue
        for change in range(_changes(node)):
            changed = copy.deepcopy(tree)
            twin = next(one for at, one in enumerate(ast.walk(changed)) if at == number)
            _change(twin, change)
            text = ast.unparse(ast.fix_missing_locations(changed))
            yield getattr(node, "lineno", 0), ast.unparse(twin)[:70], text


def _is_annotation(node: ast.AST) -> bool:
    """Types are looked at by nobody at run time."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _changes(node: ast.AST) -> int:
    """How many mutants a node has."""
    if isinstance(node, ast.Compare):
        return int(type(node.ops[0]) in _COMPARED)
    if isinstance(node, ast.BinOp):
        return int(type(node.op) in _RECKONED)
    if isinstance(node, ast.BoolOp | ast.IfExp | ast.If | ast.Return):
        return int(not (isinstance(node, ast.Return) and node.value is None))
    if isinstance(node, ast.UnaryOp):
        return int(isinstance(node.op, ast.Not))
    if isinstance(node, ast.Constant):
        return int(isinstance(node.value, int))
    return int(isinstance(node, ast.Raise))


def _change(node: ast.AST, _: int) -> None:
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
        node.value = not node.value if isinstance(node.value, bool) else int(node.value) + 1  # type: ignore[arg-type]
    elif isinstance(node, ast.Raise):
        node.exc, node.cause = ast.Name("SystemExit", ast.Load()), None
