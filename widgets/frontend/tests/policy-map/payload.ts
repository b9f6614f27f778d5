import shared from "../../../../tests/cases/laws.json";
import type { Payload } from "../../policy-map/laws";

/** The cases' invented states and counts, as Python would hand them over. */
export const payload: Payload = {
  ...(shared.payload as Omit<Payload, "laws" | "caution">),
  caution: "Not the cause.",
  laws: [
    {
      id: "naloxone",
      label: "Naloxone access",
      phrase: "a law on access to naloxone",
      definition: "Any law.",
    },
    {
      id: "good-samaritan",
      label: "Good Samaritan",
      phrase: "a Good Samaritan law",
      definition: "Some law.",
    },
    {
      id: "arrest-protection",
      label: "Protection from arrest",
      phrase: "a Good Samaritan law that protects from arrest",
      definition: "Another law.",
    },
  ],
};
