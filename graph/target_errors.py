"""What a Cypher database says when it can't be used, in one clear line."""

from ontology.errors import TargetError


def explained(error: Exception, where: str) -> TargetError:
    """The driver's error as ours.

    Args:
        error: what the driver raised.
        where: the address, without a password.
    """
    from neo4j import exceptions as e

    code = str(getattr(error, "code", "") or "")
    if "AuthenticationRateLimit" in code:
        return TargetError(f"{where}: too many wrong passwords; wait a few seconds, then try again")
    if isinstance(error, e.AuthError) or "Security.Unauthorized" in code:
        return TargetError(
            f"{where}: user name or password refused; set NEO4J_USERNAME and NEO4J_PASSWORD"
        )
    if "DatabaseNotFound" in code:
        return TargetError(f"{where}: {first_line(error)} Choose another with --database.")
    if isinstance(error, e.Forbidden) or "Security.Forbidden" in code:
        return TargetError(f"{where}: the user has no right to do this ({first_line(error)})")
    if isinstance(error, e.ServiceUnavailable | e.SessionExpired):
        return TargetError(
            f"{where}: no Neo4j answers there; is it running, and are the address, port and "
            f"encryption (bolt:// or bolt+s://) right? ({first_line(error)})"
        )
    return TargetError(f"{where}: {first_line(error)}")


def first_line(error: BaseException) -> str:
    """The first line of what an error says, without the driver's codes."""
    text = str(getattr(error, "message", None) or error).strip()
    return text.splitlines()[0] if text else type(error).__name__
