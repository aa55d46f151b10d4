"""The JSON Schema of a report, drawn from the dataclasses of the contract and the strings under their fields."""
import ast
import inspect
import types
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .. import report
from ..report import SCHEMA, Report

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", types.NoneType: "null"}
OPTIONAL = {"why", "rule"}  # written with --explain
SHOWN_ON_DEMAND = {(Report, "text")}  # written with --include-text


def schema() -> dict[str, Any]:
    """The whole schema: a report, and under `$defs` what it is made of."""
    described = _descriptions()
    defs = {name: _object(thing, described) for name, thing in vars(report).items() if is_dataclass(thing) and isinstance(thing, type)}
    whole = defs.pop("Report")
    whole["properties"]["schema"] = {"const": SCHEMA}
    return {"$schema": DIALECT, "$id": f"urn:{SCHEMA.replace('/', ':')}", "title": "A report of conflictparse", **whole, "$defs": defs}


def _object(thing: type, described: dict[tuple[str, str], str]) -> dict[str, Any]:
    """A dataclass: every field is there in every report, except those that are written on demand."""
    hints, properties = get_type_hints(thing), {}
    for field in fields(thing):
        properties[field.name] = _type(hints[field.name])
        if words := described.get((thing.__name__, field.name)):
            properties[field.name]["description"] = words
    if "why" in properties:
        properties["rule"] = {"type": ["string", "null"], "description": "The name of the rule that found it"}
    required = [name for name in properties if name not in OPTIONAL and (thing, name) not in SHOWN_ON_DEMAND]
    return {"type": "object", "description": (thing.__doc__ or "").strip(), "properties": properties, "required": required, "additionalProperties": False}


def _type(hint: Any) -> dict[str, Any]:
    """The schema of a field's type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _type(inner[0])}
    if origin in (Union, types.UnionType):
        return _choice([_type(choice) for choice in inner])
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return {"type": SIMPLE[hint]}


def _choice(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """One of several types, as short as it can be said."""
    if all(set(choice) == {"type"} for choice in choices):
        return {"type": [choice["type"] for choice in choices]}
    if all(set(choice) <= {"enum"} or choice == {"type": "null"} for choice in choices):
        return {"enum": [value for choice in choices for value in choice.get("enum", [None])]}
    return {"anyOf": choices}


def _descriptions() -> dict[tuple[str, str], str]:
    """The strings under the fields, by class and field, read from the contract's source."""
    found = {}
    for node in ast.parse(inspect.getsource(report)).body:
        if isinstance(node, ast.ClassDef):
            for field, after in zip(node.body, node.body[1:]):
                if isinstance(field, ast.AnnAssign) and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
                    found[node.name, field.target.id] = after.value.value
    return found
