import { useUnique } from "../shared/controls/useUnique";
import { type Call, dialled, LOCAL, type Payload } from "./response";

export interface RealProps {
  content: Payload;
  call: Call;
  /** The page with the steps for an emergency; "" where there is none. */
  help: string;
  onCountry: (code: string) => void;
}

/** What to do if this is no practice: in sight all the time, with the number of the country. */
export function Real({ content, call, help, onCountry }: RealProps) {
  const id = useUnique();
  return (
    <>
      <div class="gb-response-real">
        <p>
          <strong>If this is real: call now.</strong> <CallNumber call={call} begins />
          {call.number && ` (${call.country})`}. Then{" "}
          {help ? <a href={help}>Help now</a> : "open the book’s page Help now"}.
        </p>
      </div>
      <div class="gb-response-country gb-response-screen">
        <label for={id}>Emergency number for</label>{" "}
        <select
          id={id}
          class="gb-select"
          value={call.code}
          autocomplete="off"
          onChange={(event) => onCountry(event.currentTarget.value)}
        >
          <option value="">no country chosen</option>
          {content.calls.map(({ code, country, number }) => (
            <option key={code} value={code}>
              {number ? country : `${country} (no well-sourced number)`}
            </option>
          ))}
        </select>
      </div>
      <p class="gb-response-remark" role="status">
        {call.remark}
      </p>
    </>
  );
}

/** A number that a phone can call, or the words where none is known. */
export function CallNumber({ call, begins = false }: { call: Call; begins?: boolean }) {
  const digits = dialled(call);
  if (digits && call.number) return <a href={`tel:${digits}`}>{call.number}</a>;
  return <>{begins ? LOCAL.replace("y", "Y") : LOCAL}</>;
}
