"""The command line, from an article to a graph that one can ask, open and add to."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from bilateral.cli import COMMANDS, cli
from tests.bilateral.conftest import Run

ARTICLE = """# source: Example Wire | date: 2024-05-10
France imposed sanctions on Russia in 2022. Germany and Poland signed a defence agreement in Berlin.
The weather was fine.
"""
SANCTIONS = "MATCH (a:State)-[r:SANCTIONS]->(b:State {code:'RUS'}) RETURN a.name, r.year, r.quote"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_an_article_becomes_a_graph_that_answers_with_its_words(run: Run, article: Path) -> None:
    loaded = run("load", str(article))
    assert loaded.code == 0
    assert "claims between 4 actors" in loaded.out
    answer = run("query", SANCTIONS, "--format", "jsonl")
    row = json.loads(answer.out)
    assert (row["a.name"], row["r.year"]) == ("France", 2022)
    assert row["r.quote"] in ARTICLE
    assert "sanctions on Russia" in row["r.quote"]


def test_loading_twice_changes_nothing(run: Run, article: Path, tmp_path: Path) -> None:
    run("load", str(article))
    file = tmp_path / "relations" / "article.trig"
    before = file.read_bytes(), file.stat().st_mtime_ns
    again = run("load", str(article))
    assert "nothing changed" in again.out
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_dry_run_prints_the_difference_and_writes_nothing(
    run: Run, article: Path, tmp_path: Path
) -> None:
    dry = run("load", str(article), "--dry-run")
    assert "+ FRA sanctions RUS" in dry.out
    assert not (tmp_path / "relations").exists()
    run("load", str(article))
    article.write_text(ARTICLE.replace("Poland", "Italy"))
    changed = run("load", str(article), "--dry-run")
    assert "- DEU agreesWith POL" in changed.out
    assert "+ DEU agreesWith ITA" in changed.out
    assert "Italy" not in (tmp_path / "relations" / "article.trig").read_text()


def test_a_changed_document_withdraws_what_it_no_longer_says(run: Run, article: Path) -> None:
    run("load", str(article))
    article.write_text(ARTICLE.replace("Poland", "Italy"))
    run("load", str(article))
    told = run("read", str(article), "--format", "jsonl").out.splitlines()
    assert (
        len(
            json.loads(
                run("query", "MATCH ()-[r]->() RETURN count(r) AS n", "--format", "json").out
            )
        )
        == 1
    )
    rows = run("query", "MATCH (a)-[r]->(b) RETURN a.code, b.code", "--format", "csv").out
    assert "POL" not in rows
    assert rows.count("\n") == len(told) + 1
    assert "retracted" in run("status").out


def test_standard_input_folders_and_globs_are_read(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("load", "-", stdin=ARTICLE).code == 0
    other = tmp_path / "more"
    other.mkdir()
    shutil.copy(article, other / "one.txt")
    (other / "two.txt").write_text("Japan condemned the decision of North Korea.")
    assert "2 documents" in run("load", str(other)).out
    assert "2 documents" in run("load", str(other / "*.txt")).out


def test_the_same_text_under_another_name_is_one_document(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("load", str(article))
    shutil.copy(article, tmp_path / "copy.txt")
    again = run("load", str(tmp_path / "copy.txt"))
    assert "the same text as" in again.err
    assert "nothing changed" in again.out
    assert "nothing changed" in run("load", str(article)).out
    assert "documents:   1\n" in run("status").out


def test_a_bad_source_does_not_lose_the_good_one(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    both = run("load", str(article), str(tmp_path / "bad.txt"))
    assert both.code == 1
    assert "looks binary" in both.err
    assert (tmp_path / "relations" / "article.trig").exists()


def test_strict_writes_nothing_if_one_is_bad(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    strict = run("load", "--strict", str(article), str(tmp_path / "bad.txt"))
    assert strict.code == 1
    assert "nothing was written" in strict.line
    assert not list((tmp_path / "relations").glob("*.trig"))


def test_read_prints_the_contract_of_a_claim(run: Run, article: Path) -> None:
    lines = run("read", str(article), "--format", "jsonl").out.splitlines()
    claims = [json.loads(line) for line in lines]
    for claim in claims:
        assert claim["doc"] == "article"
        assert ARTICLE[claim["start"] : claim["end"]] == claim["quote"]
        assert set(claim) >= {
            "subject",
            "relation",
            "object",
            "modality",
            "since",
            "until",
            "speaker",
            "confidence",
        }
    assert ("FRA", "sanctions", "RUS", "2022") in [
        (c["subject"], c["relation"], c["object"], c["since"]) for c in claims
    ]


@pytest.mark.parametrize("form", ["table", "csv", "trig"])
def test_read_prints_other_formats(run: Run, article: Path, form: str) -> None:
    assert "sanctions" in run("read", str(article), "--format", form).out


def test_a_claim_by_hand_is_stored_and_found(run: Run) -> None:
    added = run(
        *("add", "Burma", "SANCTIONS", "India", "--since", "2024-05"),
        *("--quote", "words", "--source", "https://example.org/a"),
    )
    assert added.code == 0
    assert "MMR sanctions IND (2024-05)" in added.out
    again = run(
        *("add", "MMR", "sanctions", "IND", "--since", "2024-05"),
        *("--quote", "words", "--source", "https://example.org/a"),
    )
    assert "already there" in again.out
    ident = added.out.split()[1]
    shown = run("show", ident[:6])
    assert "https://example.org/a" in shown.out
    assert run("check").out.endswith("sound\n")


def test_a_claim_without_quote_or_source_is_kept_with_a_warning(run: Run) -> None:
    added = run("add", "PAK", "sanctions", "IND")
    assert added.code == 0
    assert "cites nothing" in added.line


def test_the_quote_of_a_claim_by_hand_must_be_in_its_source(run: Run, article: Path) -> None:
    run("load", str(article))
    for source in (str(article), "article"):
        wrong = run("add", "FRA", "criticizes", "RUS", "--quote", "no words", "--source", source)
        assert wrong.code == 1
        assert "not in the text" in wrong.line
    right = run(
        *("add", "FRA", "criticizes", "RUS", "--quote", "imposed sanctions on Russia"),
        *("--source", "article"),
    )
    assert right.code == 0
    assert run("load", str(article)).out.count("nothing changed") == 1


def test_a_retracted_claim_leaves_the_copies_and_stays_on_record(run: Run, article: Path) -> None:
    run("load", str(article))
    rows = run(
        "query", SANCTIONS.replace("a.name, r.year, r.quote", "r.id AS id"), "--format", "json"
    )
    ident = json.loads(rows.out)[0]["id"]
    gone = run("retract", ident[:8], "--why", "the paper corrected it")
    assert gone.code == 0
    assert run("query", SANCTIONS).out == ""
    assert "the paper corrected it" in run("show", ident).out
    run("load", str(article))
    assert run("query", SANCTIONS).out == "", "a reload does not bring it back"


def test_an_empty_answer_says_why(run: Run, article: Path) -> None:
    run("load", str(article))
    answer = run("query", "MATCH (a)-[r:INVESTS_IN]->(b) RETURN a.name")
    assert answer.code == 0
    assert "no INVESTS_IN in this graph; it has" in answer.line


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_an_answer_comes_in_each_format(run: Run, article: Path, form: str) -> None:
    run("load", str(article))
    out = run("query", SANCTIONS, "--format", form).out
    assert "France" in out and "2022" in out
    if form == "csv":
        assert next(csv.DictReader(io.StringIO(out)))["r.year"] == "2022"


def test_saved_queries_are_listed_and_run(run: Run, article: Path) -> None:
    run("load", str(article))
    assert "sanctions" in run("queries").out
    assert "France" in run("query", "sanctions", "-p", "code=RUS").out
    assert "did you mean sanctions" in run("query", "sanction").line


@pytest.mark.parametrize(
    "name",
    ["g.html", "g.ttl", "g.trig", "g.nq", "g.jsonld", "g.csv", "g.jsonl", "g.graphml", "g.rdf"],
)
def test_the_graph_is_written_by_the_ending_and_alike_each_time(
    run: Run, article: Path, name: str, tmp_path: Path
) -> None:
    run("load", str(article))
    assert run("export", name).code == 0
    first = (tmp_path / name).read_bytes()
    assert b"sanctions on Russia" in first
    run("export", name)
    assert (tmp_path / name).read_bytes() == first


def test_an_export_can_be_narrowed(run: Run, article: Path, tmp_path: Path) -> None:
    run("load", str(article))
    run("export", "a.csv", "--state", "the Kremlin")
    assert "RUS" in (tmp_path / "a.csv").read_text()
    assert "POL" not in (tmp_path / "a.csv").read_text()
    run("export", "b.csv", "--query", "MATCH (:State)-[r:SANCTIONS]->({code:'RUS'}) RETURN r")
    assert (tmp_path / "b.csv").read_text().count("\n") == 2
    assert run("export", "c.csv", "--until", "2000").out == "wrote c.csv: 0 claims\n"


def test_show_tells_of_an_actor_and_a_document(run: Run, article: Path) -> None:
    run("load", str(article))
    shown = run("show", "the Kremlin").out
    assert shown.startswith("Russia (RUS)")
    assert "France (FRA)" in shown
    assert "Example Wire" in run("show", "article").out
    assert "Moscow" in run("show", "RUS").out
    turkey = dict(line.strip().split(":", 1) for line in run("show", "Turkey").out.splitlines()[1:])
    assert "NATO" in turkey["member of"]
    assert "EU" in turkey["candidate of"] and "EU" not in turkey["member of"].split(", ")


BAD = [
    (("load", "missing.txt"), "no such file"),
    (("load", "."), "holds no document"),
    (("load", "article.txt", "--date", "2024-13"), "no month 13"),
    (("read", "-"), "empty"),
    (("add", "PAK", "sanction", "IND"), "did you mean sanctions"),
    (("add", "PAX", "sanctions", "IND"), "PAX"),
    (("add", "PAK", "sanctions", "Pakistan"), "itself"),
    (("add", "PAK", "sanctions", "IND", "--since", "2024-13"), "no month 13"),
    (("add", "PAK", "memberOf", "IND"), "must be an organization"),
    (("add", "SUN", "sanctions", "IND", "--since", "2024"), "not in 2024; did you mean"),
    (("add", "Türkei\udcff", "sanctions", "IND"), "no UTF-8"),
    (("load", "x" * 300), "name too long"),
    (("--graph", "", "status"), "empty name"),
    (("evaluate", "nowhere"), "no annotated documents"),
    (("add", "PAK", "sanctions", "IND", "--quote", "x", "--source", "nowhere.txt"), "no such file"),
    (("retract", "abcd", "--why", "x"), "no graph here yet"),
    (("query", "MATCH (n) RETURN n"), "no graph here yet"),
    (("export", "x.html"), "no graph here yet"),
    (("show", "Atlantis"), "Atlantis"),
    (("sync", "http://localhost:7474"), "bolt://"),
    (("sync",), "which server"),
]


@pytest.mark.parametrize(("words", "told"), BAD, ids=[" ".join(words) for words, _ in BAD])
def test_bad_input_gets_one_clear_line_and_exit_code_1(
    run: Run, words: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    if "article.txt" in words:
        (tmp_path / "article.txt").write_text(ARTICLE)
    result = run(*words)
    assert result.code == 1
    assert told in result.line
    assert result.line.startswith("bilateral: ")


def test_bad_input_beside_a_graph_gets_one_clear_line(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("load", str(article))
    for words, told in [
        (("retract", "abcdef12", "--why", "x"), "abcdef12"),
        (("retract", "article", "--why", " "), "reason"),
        (("query", "MATCH (n) DELETE n"), "only read"),
        (("query", "MATCH (n RETURN n"), ""),
        (("query", "MATCH (n) RETURN n", "-p", "x"), "write -p"),
        (("query", "pair", "-p", "a=PAK"), "needs -p b="),
        (("export", "x.docx"), "can't write .docx"),
        (("export", "no/such/folder/x.html"), "no such file"),
        (("export", "x.html", "--state", "Atlantis"), "Atlantis"),
    ]:
        result = run(*words)
        assert result.code == 1, words
        assert told in result.line


def test_an_export_never_overwrites_the_record(run: Run, article: Path, tmp_path: Path) -> None:
    run("load", str(article))
    before = (tmp_path / "relations" / "article.trig").read_bytes()
    assert "no place for exports" in run("export", "relations/article.trig").line
    assert (tmp_path / "relations" / "article.trig").read_bytes() == before


def test_a_broken_record_stops_neither_the_other_sources_nor_check(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("load", str(article))
    (tmp_path / "relations" / "article.trig").write_text("garbage")
    (tmp_path / "relations" / "a b.trig").write_text("garbage")
    (tmp_path / "other.txt").write_text("Japan condemned the decision of North Korea.")
    both = run("load", str(article), str(tmp_path / "other.txt"))
    assert both.code == 1
    assert "other: 1 claim" in both.out
    checked = run("check")
    assert "a b.trig" in checked.out and "article.trig" in checked.out
    assert "not in the answer" in run("query", "MATCH (a)-[r]->(b) RETURN a.code").err


def test_wrong_usage_exits_with_2(run: Run) -> None:
    assert run("load").code == 2
    assert run("nonsense").code == 2
    assert run("query", "x", "--format", "xml").code == 2
    assert run("query", "x", "--timeout", "nan").code == 2
    assert run("load", "x", "--min-confidence", "nan").code == 2


def test_a_torn_file_is_reported_and_the_rest_keeps_working(
    run: Run, article: Path, tmp_path: Path
) -> None:
    run("load", str(article))
    torn = tmp_path / "relations" / "torn.trig"
    torn.write_bytes((tmp_path / "relations" / "article.trig").read_bytes()[:700])
    checked = run("check")
    assert checked.code == 1
    assert "torn.trig, line" in checked.out
    answer = run("query", SANCTIONS)
    assert "France" in answer.out
    assert "torn.trig" in run("status").err


def test_each_command_has_help_with_an_example(run: Run) -> None:
    assert run("--help").code == 0
    assert [c.name for c in COMMANDS] == cli.list_commands(None)  # type: ignore[arg-type]
    for command in COMMANDS:
        text = run(command.name or "", "--help").out
        assert "bilateral " in text.partition("Example:")[2] or "Example:" in text
