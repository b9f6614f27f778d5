"""A quick check in JupyterLab: it judges as the static page does, and tells the kernel nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from live.support.lab import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FILE = "book/principles/drug-set-and-setting.check.yaml"


def test_a_check_in_a_notebook(open_notebook: Open) -> None:
    notebook, watch = open_notebook("directory/make-a-filter.ipynb")
    notebook.run(f"import guidebook; check = guidebook.QuickCheck('{FILE}'); display(check)")
    cards = notebook.page.locator(".qc-card")
    questions = int(notebook.run("print(len(check.questions))"))
    expect(cards).to_have_count(questions)

    first = cards.first
    lists = first.get_by_role("combobox")
    for line in lists.all():
        line.select_option(index=1)
    first.get_by_role("button", name=re.compile("^Check")).click()
    # Python judges the same answer: the first entry of each list.
    notebook.run("answer = [check.questions[0].shown[0]] * len(check.questions[0].pairs)")
    right = notebook.run(
        "print(sum(check.judge(check.questions[0].id, answer).parts), len(answer))"
    ).split()
    expect(first.locator(".qc-verdict")).to_have_text(
        f"Not quite: {right[0]} of {right[1]} are right."
    )

    first.get_by_role("button", name=re.compile("^Show the answer")).click()
    # There is no page with references here: the keys stand for the sources.
    keys = notebook.run("print(', '.join(check.questions[0].sources))").strip()
    expect(first.locator(".qc-why")).to_contain_text(f"[{keys}]")
    # What was answered is nobody's but the reader's.
    traits = notebook.run("print(sorted(check.trait_names(sync=True)))")
    assert "answer" not in traits
    assert watch.foreign == []
