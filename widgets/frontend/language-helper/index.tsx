import { mounted } from "../shared/mounted";
import { LanguageHelper } from "./LanguageHelper";
import { Reviewer } from "./review";
import type { HelperState } from "./state";
import { termsOf } from "./terms";

export default mounted<HelperState>(
  (model) => <LanguageHelper model={model} reviewer={new Reviewer(termsOf(model.get("_terms")))} />,
  "_terms",
);
