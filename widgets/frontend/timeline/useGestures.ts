import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Gestures {
  /** Along which way time runs. */
  vertical: boolean;
  /** So many pixels along the scale were dragged since the last call. */
  onDrag: (pixels: number) => void;
  /** Two fingers came closer or went apart, about a point of the scale. */
  onPinch: (factor: number, offset: number) => void;
  /** The fingers or the mouse button are up again. */
  onRest: () => void;
  /** The wheel with Ctrl, or a pinch on a trackpad. */
  onWheelZoom: (closer: boolean, offset: number) => void;
  /** The wheel sideways, as a part of what is in view. */
  onWheelPan: (part: number) => void;
}

/** From so many pixels on a press is a drag. */
const DRAG = 6;

/**
 * Dragging, pinching and the wheel over an element.
 *
 * The plain wheel and a finger along the page scroll the page, as everywhere. In an upright scale
 * a finger drags by what is marked `data-grip`, because elsewhere it must be able to scroll.
 */
export function useGestures(element: RefObject<HTMLElement>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const pointers = new Map<number, [x: number, y: number]>();
    let dragging = false;
    let begun = 0;
    let wheel = 0;

    const along = (event: MouseEvent): number =>
      latest.current.vertical ? event.clientY : event.clientX;
    const offset = (at: number): number => {
      const box = target.getBoundingClientRect();
      return at - (latest.current.vertical ? box.top : box.left);
    };
    const spread = (): [apart: number, middle: number] => {
      const [[x1, y1], [x2, y2]] = [...pointers.values()] as [[number, number], [number, number]];
      const middle = latest.current.vertical ? (y1 + y2) / 2 : (x1 + x2) / 2;
      return [Math.max(1, Math.hypot(x1 - x2, y1 - y2)), middle];
    };
    const mayDrag = (event: PointerEvent): boolean =>
      event.pointerType === "mouse" ||
      !latest.current.vertical ||
      (event.target as Element).closest("[data-grip]") !== null;

    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === "mouse" && event.button !== 0) return;
      if (pointers.size === 0 && !mayDrag(event)) begun = Number.NaN;
      else if (pointers.size === 0) begun = along(event);
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
    };
    const onMove = (event: PointerEvent): void => {
      if (!pointers.has(event.pointerId)) return;
      if (event.pointerType === "mouse" && event.buttons === 0) {
        onUp(event);
        return;
      }
      if (pointers.size === 2) {
        const [before, middle] = spread();
        pointers.set(event.pointerId, [event.clientX, event.clientY]);
        const [after, now] = spread();
        dragging = true;
        latest.current.onPinch(before / after, offset(now));
        latest.current.onDrag(now - middle);
        return;
      }
      pointers.set(event.pointerId, [event.clientX, event.clientY]);
      if (pointers.size !== 1 || Number.isNaN(begun)) return;
      const moved = along(event) - begun;
      if (!dragging && Math.abs(moved) < DRAG) return;
      if (!dragging) target.setPointerCapture?.(event.pointerId);
      dragging = true;
      begun = along(event);
      latest.current.onDrag(moved);
    };
    const onUp = (event: PointerEvent): void => {
      if (!pointers.delete(event.pointerId)) return;
      // The finger that stays goes on from where it is.
      const [left] = pointers.values();
      if (left) begun = latest.current.vertical ? left[1] : left[0];
      if (pointers.size > 0 || !dragging) return;
      latest.current.onRest();
      // After the click that ends a drag, which must choose nothing.
      setTimeout(() => {
        dragging = false;
      });
    };
    const onClick = (event: MouseEvent): void => {
      if (!dragging) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onTouch = (event: TouchEvent): void => {
      // Two fingers and a drag are for this scale: the page neither zooms nor rolls on after it.
      if ((event.touches.length > 1 || dragging) && event.cancelable) event.preventDefault();
    };
    const onWheel = (event: WheelEvent): void => {
      const { ctrlKey, metaKey, shiftKey, deltaX, deltaY } = event;
      const sideways = Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : shiftKey ? deltaY : 0;
      if (ctrlKey || metaKey) {
        event.preventDefault();
        latest.current.onWheelZoom(deltaY < 0, offset(along(event)));
      } else if (sideways !== 0) {
        event.preventDefault();
        // A trackpad sends many small steps.
        wheel += sideways;
        if (Math.abs(wheel) < 40) return;
        latest.current.onWheelPan(wheel > 0 ? 0.1 : -0.1);
        wheel = 0;
      }
    };
    target.addEventListener("pointerdown", onDown);
    target.addEventListener("pointermove", onMove);
    target.addEventListener("pointerup", onUp);
    target.addEventListener("pointercancel", onUp);
    target.addEventListener("pointerleave", onUp);
    target.addEventListener("click", onClick, true);
    target.addEventListener("touchstart", onTouch, { passive: false });
    target.addEventListener("touchmove", onTouch, { passive: false });
    target.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      target.removeEventListener("pointerdown", onDown);
      target.removeEventListener("pointermove", onMove);
      target.removeEventListener("pointerup", onUp);
      target.removeEventListener("pointercancel", onUp);
      target.removeEventListener("pointerleave", onUp);
      target.removeEventListener("click", onClick, true);
      target.removeEventListener("touchstart", onTouch);
      target.removeEventListener("touchmove", onTouch);
      target.removeEventListener("wheel", onWheel);
    };
  }, [element]);
}
