// Shows that an edition is overdue, by the reader's own calendar.
for (const age of document.querySelectorAll(".guidebook-edition-age")) {
  const [year, month, day] = age.dataset.due.split("-").map(Number);
  const notice = age.querySelector(".guidebook-overdue");
  // The day itself still counts, wherever the reader is.
  if (notice && new Date() >= new Date(year, month - 1, day + 1)) notice.hidden = false;
}
