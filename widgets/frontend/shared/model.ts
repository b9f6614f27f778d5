/**
 * The part of anywidget's front-end interface that a widget may use.
 *
 * The same five methods exist in Jupyter (a Backbone model) and in the static page
 * (`hosts/page.ts`), so a widget that keeps to them runs in both.
 */
export interface Model<State extends object = Record<string, unknown>> {
  get<Name extends keyof State & string>(name: Name): State[Name];
  /** Change a trait here; `change:NAME` fires at once, `save_changes` tells Python. */
  set<Name extends keyof State & string>(name: Name, value: State[Name]): void;
  on(event: string, callback: Callback): void;
  off(event?: string | null, callback?: Callback | null): void;
  save_changes(): void;
  /** A message to the host; answers arrive as `msg:custom`. */
  send(content: unknown): void;
}

/** `change:NAME` passes the model and the value; `msg:custom` the content and its buffers. */
// biome-ignore lint/suspicious/noExplicitAny: Backbone's callbacks differ in arguments by event
export type Callback = (...details: any[]) => void;

export interface Rendering<State extends object = Record<string, unknown>> {
  model: Model<State>;
  el: HTMLElement;
}

/** What a widget's module exports as its default. */
export interface Widget<State extends object = Record<string, unknown>> {
  // biome-ignore lint/suspicious/noConfusingVoidType: render may return a clean-up or nothing
  render(rendering: Rendering<State>): Cleanup | void | Promise<Cleanup | void>;
}

export type Cleanup = () => void;
