"""Two raw runs of the same code, as kernels on two machines give them, become the same notebook."""

from __future__ import annotations

import copy
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest

from guidebook.notebooks import normalise
from guidebook.notebooks.places import places
from notebooks.support.made import notebook

VIEW = "application/vnd.jupyter.widget-view+json"
STATE = "application/vnd.jupyter.widget-state+json"


def shown(**data: object) -> dict[str, Any]:
    kinds = {kind.replace("_", "/"): value for kind, value in data.items()}
    return {"output_type": "display_data", "data": kinds, "metadata": {}}


def printed(text: str, name: str = "stdout") -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


def with_outputs(*outputs: dict[str, Any], source: str = "x") -> dict[str, Any]:
    made = notebook(source)
    made["cells"][0]["outputs"] = list(outputs)
    return made


def outputs(raw: dict[str, Any], folder: str = "/srv/book/practice") -> list[dict[str, Any]]:
    return normalise(raw, places(Path(folder)))["cells"][0]["outputs"]


TEMPORARY = tempfile.gettempdir()
FIRST, SECOND = "3f2b" * 8, "9ac1" * 8
FOLIUM = (
    '<iframe srcdoc="&lt;div id=&quot;map_{0}&quot;&gt;&lt;/div&gt;'
    '&lt;script&gt;var map_{0} = L.map(&quot;map_{0}&quot;)&lt;/script&gt;"></iframe>'
)
STYLED = '<style>#T_{0} th {{}} #T_{0}_row0_col0 {{}}</style><table id="T_{0}"></table>'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (printed("<f at 0x7f00aa12cd10>"), printed("<f at 0x7f99bb34ef20>")),
        (
            printed("CPU times: user 3 µs, total: 3 µs\nWall time: 6 µs\n"),
            printed("CPU times: user 9 µs, total: 9 µs\nWall time: 8.1 µs\n"),
        ),
        (
            printed("12.5 ns ± 0.25 ns per loop (mean ± std. dev. of 7 runs, 10,000 loops each)\n"),
            printed("13.1 ns ± 0.2 ns per loop (mean ± std. dev. of 7 runs, 10,000 loops each)\n"),
        ),
        (
            printed("\r 50%|█ | 1/2 [00:01<00:01, 1.0it/s]\r100%|██| 2/2 [00:02<00:00, 1.1it/s]\n"),
            printed("\r100%|██| 2/2 [00:09<00:00, 4.5s/it]\n"),
        ),
        (
            printed(f"{TEMPORARY}/ipykernel_77/12345.py:3: UserWarning: old\n", "stderr"),
            printed("/var/folders/x/T/ipykernel_8/99.py:3: UserWarning: old\n", "stderr"),
        ),
        (shown(text_html=FOLIUM.format(FIRST)), shown(text_html=FOLIUM.format(SECOND))),
        (shown(text_html=STYLED.format("a1b2c")), shown(text_html=STYLED.format("0f9e8"))),
        (
            shown(**{"image_svg+xml": "<svg><dc:date>2026-11-22T10:00:00</dc:date></svg>"}),
            shown(**{"image_svg+xml": "<svg><dc:date>2027-01-01T09:30:00</dc:date></svg>"}),
        ),
    ],
)
def test_what_differs_from_run_to_run_is_gone(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert one != other
    assert outputs(with_outputs(one)) == outputs(with_outputs(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (printed("at 12"), printed("at 13")),
        (printed("0x7f00aa12cd10"), printed("0x7f99bb34ef20")),
        (printed("lasted 3 s"), printed("lasted 4 s")),
        (printed("10:30:00"), printed("10:31:00")),
        (printed("a\nb\n"), printed("b\na\n")),
        (shown(text_html=f"<td>{FIRST}</td>"), shown(text_html=f"<td>{SECOND}</td>")),
        (shown(text_plain=FIRST), shown(text_plain=SECOND)),
        (shown(image_png="iVBO"), shown(image_png="iVBP")),
        (
            shown(**{"image_svg+xml": "<svg><path d='M 0 0'/></svg>"}),
            shown(**{"image_svg+xml": "<svg><path d='M 0 1'/></svg>"}),
        ),
    ],
)
def test_what_says_something_stays(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert outputs(with_outputs(one)) != outputs(with_outputs(other))


def test_folders_of_this_machine_are_named_by_what_they_are() -> None:
    home = Path.home()
    lines = [
        f"{home}/own/notes.csv",
        "/srv/book/practice/table.csv",
        f"{Path(json.__file__)}",
        str(Path(TEMPORARY, "tmpab12cd34", "kim.json")),
        f"see https://example.org{home}/page and ./tmp/x",
    ]
    (output,) = outputs(with_outputs(printed("\n".join(lines))))
    said = output["text"].splitlines()
    assert said[0] == "~/own/notes.csv"
    assert said[1] == "table.csv"
    assert said[2] == "python/json/__init__.py"
    assert said[3] == "temporary/kim.json"
    assert said[4] == lines[4]


def test_a_checksum_in_the_code_stays_as_its_author_wrote_it() -> None:
    source = f'known = "{FIRST}"'
    view = shown(**{VIEW: {"model_id": FIRST, "version_major": 2, "version_minor": 0}})
    clean = normalise(with_outputs(view, source=source))
    assert clean["cells"][0]["source"] == source
    assert clean["cells"][0]["outputs"][0]["data"][VIEW]["model_id"] == "0" * 32


def test_pieces_of_a_stream_are_joined_and_warnings_stand_after_them() -> None:
    one = with_outputs(printed("a"), printed("careful", "stderr"), printed("b\n"))
    other = with_outputs(printed("ab"), printed("\n"), printed("careful", "stderr"))
    assert outputs(one) == outputs(other) == [printed("ab\n"), printed("careful", "stderr")]


def test_a_stream_does_not_move_past_a_result() -> None:
    made = [printed("before"), shown(text_plain="1"), printed("after")]
    assert outputs(with_outputs(*made)) == made


def widgets(box: str, slider: str, *, made_first: str) -> dict[str, Any]:
    """A box with a slider, saved by a kernel that made the one or the other first."""
    raw = with_outputs(shown(**{VIEW: {"model_id": box}}))
    core = {"model_module": "@jupyter-widgets/controls", "model_name": "BoxModel"}
    models = {
        box: {**core, "state": {"children": [f"IPY_MODEL_{slider}"]}},
        slider: {**core, "state": {"value": 3}},
    }
    order = [box, slider] if made_first == "box" else [slider, box]
    state = {name: models[name] for name in order}
    raw["metadata"]["widgets"] = {STATE: {"state": state}}
    return raw


def test_ids_of_widgets_come_from_their_place_on_the_page() -> None:
    one = normalise(widgets(FIRST, SECOND, made_first="box"))
    other = normalise(widgets(SECOND, FIRST, made_first="slider"))
    assert one == other
    assert FIRST not in json.dumps(one)


def test_a_normalised_notebook_normalises_to_itself() -> None:
    once = normalise(widgets(SECOND, FIRST, made_first="slider"))
    assert normalise(copy.deepcopy(once)) == once
    stored = json.loads(json.dumps(once, sort_keys=True))
    assert normalise(stored) == once


def test_what_a_widget_captured_is_normalised_too() -> None:
    raw = widgets(FIRST, SECOND, made_first="box")
    models = raw["metadata"]["widgets"][STATE]["state"]
    models[SECOND]["state"] = {"outputs": [printed("<f at 0x7f00aa12cd10>")]}
    assert "0x7f" not in json.dumps(normalise(raw))


def test_notes_of_programs_are_dropped_and_those_of_authors_kept() -> None:
    raw = notebook("x", authors=[{"name": "Ana"}], vscode={"interpreter": {"hash": "1a"}})
    raw["metadata"]["kernelspec"] = {"name": ".venv", "display_name": ".venv (3.12.1)"}
    raw["cells"][0]["metadata"] = {
        "tags": ["hide-input"],
        "execution": {"iopub.execute_input": "2026-11-22T10:00:00Z"},
        "vscode": {"languageId": "python"},
    }
    clean = normalise(raw)
    assert clean["cells"][0]["metadata"] == {"tags": ["hide-input"]}
    assert clean["metadata"]["authors"] == [{"name": "Ana"}]
    assert clean["metadata"]["kernelspec"]["display_name"] == "Python 3"
    assert "vscode" not in clean["metadata"]
    assert not re.search(r"2026|3\.12", json.dumps(clean))
