"""What a kernel gives is shown, and what came out of data stays data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from live.support.live_page import FIRST_LOOK

if TYPE_CHECKING:
    from live.support.jupyter_server import JupyterServer
    from live.support.live_page import LivePage, OpenLive


@pytest.fixture
def live(open_live: OpenLive, jupyter: JupyterServer) -> LivePage:
    page = open_live(FIRST_LOOK)
    page.start(jupyter)
    return page


def test_error_is_named_in_words_and_traced(live: LivePage) -> None:
    shown = live.run(1, "def half(n):\n    return n / 0\nhalf(1)", ends="Stopped with an error")
    error = shown.locator(".guidebook-live-error")
    expect(error.locator("p")).to_have_text("Error: ZeroDivisionError – division by zero")
    expect(error.get_by_role("group", name="Where it happened")).to_contain_text("half(1)")
    # Colours are drawn, their codes are not.
    assert "\x1b" not in error.inner_text()
    assert "[0;" not in error.inner_text()


def test_run_of_all_cells_stops_at_an_error_and_says_where(live: LivePage) -> None:
    live.code(3).fill("raise ValueError('third')")
    live.run_all()
    expect(live.status).to_have_text(
        "Cell 3 of 17 stopped with an error; the cells after it were not run."
    )
    expect(live.state(4)).to_have_text("")
    # What was built stands where nothing was run.
    expect(live.cell(4).locator(".cell_output").first).to_be_visible()


def test_pictures_are_pictures(live: LivePage) -> None:
    shown = live.run(
        1,
        "from IPython.display import SVG, display\n"
        'display(SVG(\'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
        '<rect width="40" height="20"/><script>parent.hacked = 1</script></svg>\'))\n'
        "import matplotlib.pyplot as plt\n"
        "%config InlineBackend.figure_formats = ['png']\n"
        "plt.plot([1, 2]); plt.show()",
    )
    expect(shown.locator("img")).to_have_count(2)
    for place in (0, 1):
        expect(shown.locator("img").nth(place)).to_have_js_property("complete", value=True)
        assert shown.locator("img").nth(place).evaluate("one => one.naturalWidth") > 0
    assert live.page.evaluate("globalThis.hacked") is None


def test_markup_from_data_neither_runs_nor_asks(live: LivePage) -> None:
    shown = live.run(
        1,
        "from IPython.display import HTML\n"
        'HTML(\'<p>Kept</p><img src=x onerror="hacked=1"><a href="javascript:hacked=1">link</a>\'\n'
        "     '<form action=\"https://example.org\"><input name=q></form>'\n"
        "     '<style>body { display: none }</style><iframe src=\"https://example.org\"></iframe>')",
    )
    expect(shown.get_by_text("Kept")).to_be_visible()
    expect(shown.locator("form, input, style, iframe, a[href^=javascript]")).to_have_count(0)
    assert live.page.evaluate("globalThis.hacked") is None
    assert [url for url in live.watch.foreign if "example.org" in url] == []


def test_map_draws_in_a_closed_frame_with_the_books_own_files(
    live: LivePage, jupyter: JupyterServer
) -> None:
    shown = live.run(
        1,
        "import guidebook\nfrom guidebook import maps\n"
        "maps.points(guidebook.load_directory().filter(countries=['CA']))",
    )
    frame = shown.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_be_visible()
    expect(frame.locator(".leaflet-interactive").first).to_be_attached()
    assert shown.locator("iframe").get_attribute("sandbox") == "allow-scripts"
    assert live.asked(jupyter) == []
    assert live.watch.errors == []


def test_map_that_asks_other_servers_waits_for_a_press(
    live: LivePage, jupyter: JupyterServer
) -> None:
    shown = live.run(1, "import folium\nfolium.Map((43.7, -79.4), zoom_start=10)")
    expect(shown.frame_locator("iframe").locator(".leaflet-container")).to_be_visible()
    question = shown.locator(".guidebook-live-asks")
    expect(question).to_contain_text("tile.openstreetmap.org")
    assert live.asked(jupyter) == []
    # Listening begins before the press: the request may fail at once.
    with live.page.expect_event(
        "requestfailed", predicate=lambda request: "tile.openstreetmap.org" in request.url
    ):
        question.get_by_role("button", name="Load from there").click()


def test_scripts_of_an_output_run_in_a_frame_and_see_nothing(live: LivePage) -> None:
    shown = live.run(
        1,
        "from IPython.display import HTML\n"
        "HTML('''<p id=said>before</p><script>\n"
        "let said = 'ran';\n"
        "try { parent.document.title; said = 'saw the page'; } catch (error) {}\n"
        "document.getElementById('said').textContent = said;\n"
        "</script>''')",
    )
    expect(shown.frame_locator("iframe").locator("#said")).to_have_text("ran")


def test_cell_that_asks_for_a_text_gets_it(live: LivePage) -> None:
    live.code(1).fill("name = input('Your name? ')\nprint('Hello', name)")
    live.cell(1).get_by_role("button", name="Run cell 1").click()
    live.outputs(1).get_by_label("Your name?").fill("Ida")
    live.outputs(1).get_by_role("button", name="Send to the cell").click()
    expect(live.outputs(1).locator("pre")).to_have_text("Hello Ida\n")


def test_progress_overwrites_itself(live: LivePage) -> None:
    shown = live.run(
        1,
        "from IPython.display import clear_output\n"
        "for part in range(3):\n    print(f'\\r{part} of 2', end='')\n"
        "print()\nclear_output(wait=True)\nprint('done')",
    )
    expect(shown.locator("pre")).to_have_text("done\n")
