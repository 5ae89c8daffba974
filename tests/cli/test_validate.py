from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Run


def test_what_the_tool_wrote_holds(run: Run, story: Path) -> None:
    files = [str(path) for path in story.rglob("*.json")]
    done = run("validate", *files)
    assert (done.code, done.out) == (0, "")
    assert len(files) == 4


def test_all_problems_are_shown_with_file_path_and_line(run: Run, here: Path) -> None:
    (here / "meta.json").write_text(
        '{\n  "headline": 7,\n  "url": "nowhere",\n  "language": "english language",\n  "wrong": true\n}\n',
        encoding="utf-8",
    )
    done = run("validate", "meta.json")
    assert done.code == 1
    lines = done.out.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["meta.json:2", "meta.json:3", "meta.json:4", "meta.json:5"]
    assert [line.split(": ")[1] for line in lines] == ["$.headline", "$.url", "$.language", "$.wrong"]


def test_an_archives_own_stricter_schema_holds_too(run: Run, story: Path) -> None:
    house = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "required": ["headline"],
        "properties": {"headline": {"maxLength": 20}},
    }
    (story / "schemas").mkdir(exist_ok=True)
    (story / "schemas" / "house.schema.json").write_text(json.dumps(house), encoding="utf-8")
    manifest = story / "archive.json"
    value = json.loads(manifest.read_bytes()) | {"revisionSchema": "schemas/house.schema.json"}
    manifest.write_text(json.dumps(value, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    record = str(next((story / "articles").rglob("*.json")))
    done = run("validate", record)
    assert done.code == 1
    assert "headline" in done.out
    refused = run("ingest", "text.txt", "--article", "new")
    assert (refused.code, "headline" in refused.err) == (1, True)
    assert run("ingest", "text.txt", "--article", "new", "--set", "headline=Short").code == 0
    assert run("ingest", "text.txt", "--article", "new", "--set", f"headline={'long' * 9}").code == 1


def test_a_house_schema_never_reaches_out(run: Run, story: Path) -> None:
    (story / "schemas").mkdir(exist_ok=True)
    (story / "schemas" / "house.schema.json").write_text('{"$ref": "http://192.0.2.1/schema.json"}', encoding="utf-8")
    manifest = story / "archive.json"
    value = json.loads(manifest.read_bytes()) | {"revisionSchema": "schemas/house.schema.json"}
    manifest.write_text(json.dumps(value, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    done = run("validate", str(next((story / "articles").rglob("*.json"))))
    assert done.code in {1, 3}
    assert "192.0.2.1" in done.out + done.err
