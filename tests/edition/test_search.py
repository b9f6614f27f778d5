"""What the search looks through: every passage once, at the address that it can be found at."""

from __future__ import annotations

from guidebook.edition.search.passages import passages

PAGE = """<article class="bd-article"><section id="top"><h1>Naloxone<a class="headerlink">#</a></h1>
<p>It acts.</p><p>Quickly <span class="bibtex-citation">[12]</span>.</p>
<section id="carry"><h2>Carrying it</h2><ul><li>one</li><li>two</li></ul>
<section id="deep"><h3>In a car</h3><p>Not there.</p></section></section>
<dl class="glossary"><dt id="term-x">agonist</dt><dd><p>It does.</p></dd></dl>
<ol><li id="event-a"><p><time>1988</time></p><p><strong>A start</strong></p><p>It began.</p></li></ol>
<div data-widget="explorer"><p>Hidden rows</p></div><script>alert(1)</script>
</section></article><nav>Menu</nav>"""


def test_every_passage_once_at_its_address() -> None:
    found = {(one.kind, one.title): (one.text, one.address) for one in passages(PAGE, "n.html")}
    assert found == {
        ("page", "Naloxone"): ("It acts. Quickly.", "n.html"),
        ("section", "Carrying it"): ("one two", "n.html#carry"),
        ("section", "In a car"): ("Not there.", "n.html#deep"),
        ("term", "agonist"): ("It does.", "n.html#term-x"),
        ("event", "A start"): ("1988 It began.", "n.html#event-a"),
    }


def test_a_page_without_an_article_has_none() -> None:
    assert list(passages("<p>text</p>", "n.html")) == []
