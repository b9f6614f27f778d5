import { Component, type ComponentChild, type FunctionComponent, h } from "preact";

/** A component that draws again only when one of its properties changed. */
export function memo<Props extends object>(
  inner: FunctionComponent<Props>,
): new () => Component<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = this.props as Record<string, unknown>;
      const after = next as Record<string, unknown>;
      const names = new Set([...Object.keys(before), ...Object.keys(after)]);
      return [...names].some((name) => !Object.is(before[name], after[name]));
    }

    override render(): ComponentChild {
      return h(inner, this.props as never);
    }
  };
}
