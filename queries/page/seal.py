"""What keeps hostile text harmless: the data island, the link check and the policy."""

import base64
import hashlib
import json
from collections.abc import Sequence
from urllib.parse import urlsplit

# Inside <script type="application/json"> nothing may close the element or open a comment; the
# line separators are legal JSON, yet end a line in old JavaScript.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def island(value: object) -> str:
    """JSON that is safe between script tags."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    text = text.translate(_ESCAPES)
    # A lone surrogate can't be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def web_address(url: str | None) -> str | None:
    """The address if it is plain http(s) with a host, else None: nothing else becomes a link."""
    url = (url or "").strip()
    if not url or any(ord(sign) <= 32 or ord(sign) == 127 or sign in "\\<>\"'`" for sign in url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """A Content-Security-Policy that lets these inline texts run and nothing else load."""
    return "; ".join(
        [
            "default-src 'none'",
            "script-src " + " ".join(map(_source, scripts)),
            "style-src " + " ".join(map(_source, styles)),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _source(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
