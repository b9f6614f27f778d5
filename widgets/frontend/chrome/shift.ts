/**
 * When Shift, tapped three times, means "leave".
 *
 * Whoever uses a keyboard aid presses Shift for other reasons, so that only a tap by itself counts:
 * pressed and let go with no other key, no press of the mouse and no move of the focus since the tap
 * before. Windows' Sticky Keys hold Shift down from one tap to the next, which is one tap here.
 */

const TIMES = 3;
const WITHIN_MS = 1500;

/** How long after the last letter somebody still counts as typing. */
const TYPING_MS = 2000;

/** What the keyboard tells; times are milliseconds of one clock. */
export class ShiftTaps {
  private taps: number[] = [];
  private isAlone = false;
  private typed = Number.NEGATIVE_INFINITY;

  press(): void {
    this.isAlone = true;
  }

  /** Whether this is the end of the third tap. */
  release(now: number): boolean {
    if (!this.isAlone) return false;
    this.isAlone = false;
    if (now - this.typed < TYPING_MS) return false;
    this.taps = [...this.taps.filter((tap) => now - tap <= WITHIN_MS), now];
    if (this.taps.length < TIMES) return false;
    this.interrupt();
    return true;
  }

  /** Whatever is not Shift: what was counted is forgotten. */
  interrupt(): void {
    this.taps = [];
    this.isAlone = false;
  }

  /** A key in a field; Shift there makes a capital, or changes the language of an input method. */
  type(now: number): void {
    this.interrupt();
    this.typed = now;
  }
}
