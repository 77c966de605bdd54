"""The page's script and style as single texts: our modules joined, vis-network from pyvis."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_FOLDER = Path(__file__).parent
_VIS = "lib/vis-9.1.2/vis-network.min.js"
_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"\./([\w-]+\.js)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:function|const|class) (\w+))", re.MULTILINE)


@cache
def script() -> str:
    """Our modules in the order of their imports, each in a function of its own.

    Only what they are written in is understood: ``import { a, b } from "./file.js";`` and
    ``export`` before a function, const or class.

    Raises:
        ValueError: modules import each other in a circle.
    """
    order: list[str] = []
    _visit("main.js", order, ())
    body = "".join(map(_module, order))
    return _inline(f'(function () {{\n"use strict";\nconst modules = {{}};\n{body}}})();\n')


def _module(name: str) -> str:
    text = _read(name)
    exports = ", ".join(found[1] for found in _EXPORT.findall(text))
    text = _IMPORT.sub(r'const \1 = modules["\2"];\n', text)
    text = _EXPORT.sub(r"\1", text)
    return f'modules["{name}"] = (function () {{\n{text}return {{ {exports} }};\n}})();\n'


@cache
def style() -> str:
    """The style sheet."""
    return _read("style.css")


@cache
def library() -> str:
    """vis-network as pyvis ships it, licence comment kept.

    Its style sheet is for its toolbar and tooltips, which this page does not use.

    Raises:
        FileNotFoundError: another pyvis is installed than the one in ``setup.cfg``.
    """
    # find_spec does not run pyvis, whose import costs a second.
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("pyvis is not installed; install bilateral again")
    text = (Path(spec.origin).parent / _VIS).read_text(encoding="utf-8")
    return _inline(re.sub(r"^//# sourceMappingURL=.*$", "", text, flags=re.MULTILINE))


def _visit(name: str, order: list[str], path: tuple[str, ...]) -> None:
    if name in path:
        raise ValueError(f"modules import each other in a circle: {' -> '.join((*path, name))}")
    if name in order:
        return
    for _, needed in _IMPORT.findall(_read(name)):
        _visit(needed, order, (*path, name))
    order.append(name)


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _inline(text: str) -> str:
    # HTML turns \r into \n before hashing, and a closing tag would end the element.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"</script|<!--", text, re.IGNORECASE):
        raise ValueError("a script of the page holds a tag that HTML would act on")
    return text
