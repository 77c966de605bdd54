"""What a database returns, as plain Python."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Lookup = Callable[[str], str | None]


def plain(value: object, code_of: Lookup) -> Any:
    """A value of numbers, texts, lists and dicts alone.

    A node becomes a dict of its properties and its ``labels``; a relationship one of its
    properties, its ``type`` and the codes of its ends, ``start_code`` and ``end_code``; a path the
    list of its nodes and relationships in turn; a date or time its ISO 8601 text.

    Args:
        value: as the driver gives it.
        code_of: the code of the node with that element id, for ends that the answer only names.
    """
    from neo4j.graph import Node, Path, Relationship

    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **_properties(value, code_of)}
    if isinstance(value, Relationship):
        ends = [n if n is None else n.get("code") or code_of(n.element_id) for n in value.nodes]
        both = {"start_code": ends[0], "end_code": ends[1]}
        return {"type": value.type, **both, **_properties(value, code_of)}
    if isinstance(value, Path):
        return [plain(part, code_of) for part in parts(value)]
    if written := getattr(value, "iso_format", None):  # before lists: a duration is a tuple
        return written()
    if isinstance(value, Mapping):
        return {str(key): plain(part, code_of) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [plain(part, code_of) for part in value]
    return str(value)


def parts(path: Any) -> list[Any]:
    """The nodes and relationships of a path, in turn."""
    walked = [path.nodes[0]]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        walked += [relationship, node]
    return walked


def nameless_ends(value: object) -> set[str]:
    """Element ids of the ends whose code the value itself does not tell."""
    from neo4j.graph import Path, Relationship

    if isinstance(value, Relationship):
        return {node.element_id for node in value.nodes if node is not None and "code" not in node}
    if isinstance(value, Path):
        return set()
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return {end for part in value for end in nameless_ends(part)}
    return set()


def _properties(entity: Any, code_of: Lookup) -> dict[str, Any]:
    return {key: plain(value, code_of) for key, value in sorted(entity.items())}
