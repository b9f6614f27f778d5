/** A date as data has it (2025, 2025-12 or 2025-12-03), in words: "3 December 2025". */
export function dateWords(date: string): string {
  const [year, month, day] = date.split("-");
  const name = MONTHS[Number(month) - 1];
  return [day && name ? String(Number(day)) : "", name ?? "", year ?? ""].filter(Boolean).join(" ");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
