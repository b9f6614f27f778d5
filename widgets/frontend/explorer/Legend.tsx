/** What the looks of pins mean. */
export function Legend({ streets }: { streets: boolean }) {
  return (
    <div class="gb-legend">
      <ul>
        <li>
          <span class="gb-pin gb-pin-area gb-pin-seen" aria-hidden="true" /> confirmed or seen
        </li>
        <li>
          <span class="gb-pin gb-pin-area gb-pin-listed" aria-hidden="true" /> named or listed, not
          confirmed
        </li>
        <li>
          <span class="gb-pin gb-pin-area gb-pin-seen gb-pin-historical" aria-hidden="true" />{" "}
          historical
        </li>
        <li>
          <span class="gb-pin gb-pin-street gb-pin-seen" aria-hidden="true" /> street address; a
          round pin is only the middle of a town or area
        </li>
      </ul>
      <p>
        {streets ? (
          <>
            ©{" "}
            <a
              href="https://www.openstreetmap.org/copyright"
              target="_blank"
              rel="noopener noreferrer"
            >
              OpenStreetMap contributors
            </a>
          </>
        ) : (
          "Borders: Natural Earth and US Census Bureau. Towns: GeoNames."
        )}
      </p>
    </div>
  );
}
