import { HubForm } from "./form";

for (const form of document.querySelectorAll<HTMLFormElement>("form.guidebook-hub")) {
  new HubForm(form).start();
}
