import { mounted } from "../shared/mounted";
import { ResponsePractice } from "./ResponsePractice";
import type { PracticeState } from "./state";

export default mounted<PracticeState>((model) => <ResponsePractice model={model} />, "_payload");
