"""The columns that a query promises, for an engine that names none when there is no row."""

from queries.tokens import Token, tokens

_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_END = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"})


def columns(cypher: str) -> list[str]:
    """Names of the columns of the last RETURN; empty where only the graph could tell (``*``)."""
    found = tokens(cypher)
    start = _last_return(found)
    if start is None:
        return []
    items = _items(found[start + 1 :])
    return [] if any(item[0].text == "*" for item in items) else [_name(i, cypher) for i in items]


def _last_return(found: list[Token]) -> int | None:
    """Its place, outside of subqueries."""
    depth, last = 0, None
    for place, token in enumerate(found):
        depth += _depth(token)
        if depth == 0 and token.keyword == "RETURN":
            last = place
    return last


def _depth(token: Token) -> int:
    if token.kind != "sign":
        return 0
    return (token.text in _OPEN) - (token.text in _CLOSE)


def _items(found: list[Token]) -> list[list[Token]]:
    items: list[list[Token]] = [[]]
    depth = 0
    for token in found:
        if depth == 0 and (token.keyword in _END or token.text == ";"):
            break
        depth += _depth(token)
        if depth == 0 and token.kind == "sign" and token.text == ",":
            items.append([])
        elif items[-1] or token.keyword != "DISTINCT":
            items[-1].append(token)
    return [item for item in items if item]


def _name(item: list[Token], cypher: str) -> str:
    """The alias, or the expression as written."""
    if len(item) > 2 and item[-2].keyword == "AS":
        return item[-1].text
    if len(item) == 1:
        return item[0].text
    return cypher[item[0].at : item[-1].end]
