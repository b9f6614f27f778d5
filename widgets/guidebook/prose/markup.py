"""Takes MyST Markdown apart: what is prose, and where headings, links, pictures and sources are.

Only what this book uses is understood. Everything else than prose is overwritten with spaces, so
that a place in the prose is the same place in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Bodies that are no prose.
_VERBATIM = frozenset(
    {"bibliography", "code", "code-block", "code-cell", "eval-rst", "literalinclude", "math", "raw"}
)
# What follows the name is a file and no title.
_PICTURES = frozenset({"figure", "image"})
_FILES = frozenset({"include", "literalinclude"}) | _PICTURES
# What these roles show is their own text.
_SPOKEN = frozenset({"term", "doc", "ref", "abbr", "download"})

_FRONT = re.compile(r"\A---\n.*?\n---[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FENCE = re.compile(
    r"[ \t>]*(?P<mark>`{3,}|~{3,}|:{3,})[ \t]*(?:\{(?P<name>[^}\s]+)\})?(?P<rest>.*)"
)
_OPTION = re.compile(r"[ \t>]*:(?P<key>[\w-]+):[ \t]*(?P<value>.*)")
_HEADING = re.compile(r"(?P<marks>#{1,6})(?:[ \t]+(?P<words>.*?))?[ \t]*#*[ \t]*$")
_LABEL = re.compile(r"[ \t]*\((?P<name>[^()\s]+)\)=[ \t]*$")
_REFERENCE = re.compile(r"[ \t]*\[[^\]\n]+\]:[ \t]+(?P<target>\S+).*$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKER = re.compile(r"<!--\s*wording:\s*(?P<word>[^>]*?)\s*-->")
_ROLE = re.compile(r"\{(?P<name>[\w:.-]+)\}(?P<tick>`+)(?P<inside>[^`]*)(?P=tick)")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\s*\n))+?(?<!`)\1(?!`)")
_LINK = re.compile(r"\]\((?P<inside>[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)\)")
_TITLE = re.compile(r"\s+(\"[^\"]*\"|'[^']*')\s*$")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)$")
_BARE = re.compile(r"<?(?P<target>(?:https?|mailto|tel|sms):[^\s<>\"`|)\]]+)>?")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:[^<>\"]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"(?P<name>[\w-]+)=\"(?P<value>[^\"]*)\"")
_BRACES = re.compile(r"\{(?P<inside>[#.][^{}\n]*)\}")
_EDGE = re.compile(r"\*|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link or a picture leads, and where it says so; ``text`` is a picture's words."""

    target: str
    offset: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1 to 6, its words and its place."""

    level: int
    words: str
    offset: int


@dataclass(slots=True)
class Markup:
    """What a page is made of; ``prose`` is as long as the text and holds nothing but prose."""

    prose: str = ""
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: list[Link] = field(default_factory=list)
    labels: list[Link] = field(default_factory=list)
    citations: list[Link] = field(default_factory=list)
    markers: list[Link] = field(default_factory=list)
    key_prefix: str = ""  # what a bibliography of the page's own puts before keys


def read_markup(text: str) -> Markup:
    r"""Take a page apart.

    Parameters
    ----------
    text
        A page in MyST Markdown.

    Examples
    --------
    >>> markup = read_markup("# Title\n\nSee [this](a.md) and `code` {cite:p}`one,two`.\n")
    >>> markup.prose.split()
    ['Title', 'See', '[this]', 'and', '.']
    >>> [(link.target, link.offset) for link in markup.links], len(markup.citations)
    ([('a.md', 20)], 2)
    """
    return _Reader(text).read()


class _Reader:
    """Reads one page; what was understood is overwritten, so that it is read only once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Markup()

    def read(self) -> Markup:
        if front := _FRONT.match(self.text):
            self.blank(*front.span())
        self.lines()
        self.comments()
        for step in (self.roles, self.code, self.links, self.addresses, self.tags, self.braces):
            step()
        self.found.prose = _EDGE.sub(" ", self.text)
        for kind in (self.found.links, self.found.pictures, self.found.labels):
            kind.sort(key=lambda link: link.offset)
        return self.found

    def blank(self, start: int, end: int) -> None:
        kept = re.sub(r"[^\n]", " ", self.text[start:end])
        self.text = self.text[:start] + kept + self.text[end:]

    # ---- line by line: fences, directives, headings, labels

    def lines(self) -> None:
        fences: list[tuple[str, str]] = []  # the marks that opened, and the directive's name
        options = False
        offset = 0
        for line in self.text.splitlines(keepends=True):
            start, end = offset, offset + len(line)
            offset = end
            body = line.rstrip("\n")
            fence = _FENCE.fullmatch(body)
            verbatim = bool(fences) and fences[-1][1] in {"", *_VERBATIM}
            if fence and fences and self.closes(fence, fences[-1][0]):
                fences.pop()
                self.blank(start, end)
                options = False
            elif options and (option := _OPTION.fullmatch(body)):
                self.option(option, fences[-1][1], start)
            elif verbatim:
                self.blank(start, end)
                options = False
            elif fence:
                fences.append((fence["mark"], fence["name"] or ""))
                self.directive(fence, start)
                options = bool(fence["name"])
            else:
                options = False
                self.plain(body, start, inside=bool(fences))

    @staticmethod
    def closes(fence: re.Match[str], opened: str) -> bool:
        mark = fence["mark"]
        plain = not fence["name"] and not fence["rest"].strip()
        return plain and mark[0] == opened[0] and len(mark) >= len(opened)

    def directive(self, fence: re.Match[str], start: int) -> None:
        name, rest = fence["name"] or "", fence["rest"]
        at = start + fence.start("rest")
        if name in _PICTURES:
            target = rest.strip()
            self.found.pictures.append(Link(target, at + rest.index(target), ""))
        titled = bool(name) and name not in _FILES | _VERBATIM
        self.blank(start, at if titled else start + fence.end())

    def option(self, option: re.Match[str], directive: str, start: int) -> None:
        key, value = option["key"], option["value"].strip()
        at = start + option.start("value")
        if key == "alt" and directive in _PICTURES:
            last = self.found.pictures[-1]
            self.found.pictures[-1] = Link(last.target, last.offset, value)
            self.blank(start, at)  # what a picture says is prose
            return
        if key == "keyprefix":
            self.found.key_prefix = value
        elif key == "name":
            self.found.labels.append(Link(value, at))
        elif key in {"link", "target"} and "/" in value:
            self.found.links.append(Link(value, at))
        self.blank(start, start + option.end())

    def plain(self, body: str, start: int, *, inside: bool) -> None:
        end = start + len(body)
        if body.startswith("%"):
            self.blank(start, end)
        elif label := _LABEL.fullmatch(body):
            self.found.labels.append(Link(label["name"], start + label.start("name")))
            self.blank(start, end)
        elif reference := _REFERENCE.fullmatch(body):
            target = reference["target"].strip("<>")
            self.found.links.append(Link(target, start + reference.start("target")))
            self.blank(start, end)
        elif not inside and (heading := _HEADING.fullmatch(body)):
            words = heading["words"] or ""
            self.found.headings.append(Heading(len(heading["marks"]), words, start))
            self.blank(start, start + heading.end("marks"))

    # ---- within a paragraph

    def comments(self) -> None:
        for marker in _MARKER.finditer(self.text):
            self.found.markers.append(Link(marker["word"], marker.start()))
        for comment in _COMMENT.finditer(self.text):
            self.blank(*comment.span())

    def roles(self) -> None:
        for role in _ROLE.finditer(self.text):
            name, inside = role["name"], role["inside"]
            at = role.start("inside")
            if name.startswith("cite") or name == "footcite":
                for key in re.finditer(r"[^\s,]+", inside):
                    self.found.citations.append(Link(key.group(), at + key.start()))
            if name in _SPOKEN:
                words = len(inside.partition("<")[0])
                self.blank(role.start(), at)
                self.blank(at + words, role.end())
            else:
                self.blank(*role.span())

    def code(self) -> None:
        for code in _CODE.finditer(self.text):
            self.blank(*code.span())

    def links(self) -> None:
        for link in _LINK.finditer(self.text):
            inside = link["inside"]
            target = _TITLE.sub("", inside).strip()
            at = link.start("inside") + inside.find(target)
            before = self.text[max(0, link.start() - 2000) : link.start()]
            if image := _IMAGE.search(before):
                self.found.pictures.append(Link(target.strip("<>"), at, image["alt"].strip()))
            else:
                self.found.links.append(Link(target.strip("<>"), at))
            self.blank(link.start() + 1, link.end())

    def addresses(self) -> None:
        for tag in _TAG.finditer(self.text):
            for one in _ATTRIBUTE.finditer(tag["rest"]):
                at = tag.start("rest") + one.start("value")
                if one["name"] == "href":
                    self.found.links.append(Link(one["value"], at))
                elif one["name"] == "id":
                    self.found.labels.append(Link(one["value"], at))
            if tag["name"].lower() == "img":
                given = {one["name"]: one["value"] for one in _ATTRIBUTE.finditer(tag["rest"])}
                alt = given.get("alt")
                self.found.pictures.append(Link(given.get("src", ""), tag.start(), alt))

    def tags(self) -> None:
        for tag in _TAG.finditer(self.text):
            self.blank(*tag.span())
        for bare in _BARE.finditer(self.text):
            self.found.links.append(Link(bare["target"].rstrip(".,;:!?’”"), bare.start("target")))
            self.blank(*bare.span())

    def braces(self) -> None:
        for braces in _BRACES.finditer(self.text):
            for name in re.finditer(r"#([\w.-]+)", braces["inside"]):
                at = braces.start("inside") + name.start(1)
                self.found.labels.append(Link(name.group(1), at))
            self.blank(*braces.span())
