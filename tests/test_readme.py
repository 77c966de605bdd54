"""The README does not go stale: what it shows is what the program prints."""

from tests.readme import README, blocks, played, stage


def test_the_readme_shows_what_the_program_prints() -> None:
    shown = blocks(README.read_text(encoding="utf-8"))
    assert len(shown) >= 5
    with stage() as folder:
        for block in shown:
            assert played(block, folder) == block
