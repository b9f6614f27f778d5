"""A page in WebKit: what the tests press and read, each waiting until it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver import WebKitGTK
    from selenium.webdriver.remote.webelement import WebElement

PATIENCE = 15


@dataclass(frozen=True)
class View:
    """One window, and the address of the site."""

    driver: WebKitGTK
    server: str

    def open(self, path: str) -> None:
        self.driver.get(f"{self.server}/{path}")

    def run(self, script: str) -> Any:  # noqa: ANN401 (whatever the script returns)
        return self.driver.execute_script(f"return {script}")

    def until(self, what: Callable[[], Any], patience: float = PATIENCE) -> Any:  # noqa: ANN401
        """Wait until something is true, and give it."""
        waiting = WebDriverWait(
            self.driver, patience, poll_frequency=0.1, ignored_exceptions=[WebDriverException]
        )
        return waiting.until(lambda _: what())

    def all(self, selector: str) -> list[WebElement]:
        """The elements that are seen."""
        found = self.driver.find_elements(By.CSS_SELECTOR, selector)
        return [one for one in found if one.is_displayed()]

    def one(self, selector: str, words: str = "") -> WebElement:
        """The first element that is seen and has the words."""
        return self.until(
            lambda: next((one for one in self.all(selector) if words in one.text), None)
        )

    def fill(self, selector: str, words: str) -> WebElement:
        box = self.one(selector)
        box.clear()
        box.send_keys(words)
        return box
