// Keeps the words of a search in the page: they go behind the # of the address, which a browser
// sends to nobody, and are stored nowhere.
(() => {
  function ask(event) {
    event.preventDefault();
    const form = event.currentTarget;
    const words = new FormData(form).get("q").trim();
    if (!words) return;
    form.closest("dialog")?.close();
    window.location.href = `${form.action.split(/[?#]/)[0]}#q=${encodeURIComponent(words)}`;
  }

  function answer() {
    const words = new URLSearchParams(window.location.hash.slice(1)).get("q");
    const results = document.getElementById("search-results");
    if (!words || !results || typeof Search === "undefined") return;
    for (const field of document.querySelectorAll('input[name="q"]')) field.value = words;
    results.replaceChildren();
    Search.performSearch(words);
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form.bd-search")) {
      form.addEventListener("submit", ask);
    }
    answer();
  });
  window.addEventListener("hashchange", answer);
})();
