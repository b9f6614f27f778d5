import { TextList } from "../fields/TextList";
import type { View } from "../view";

/** Step 4: what speaks for drinking, and what against. */
export function Likes({ payload, checkup, change }: View) {
  return (
    <>
      <TextList
        legend={LIKES}
        suggestions={payload.likes}
        value={checkup.likes}
        payload={payload}
        onChange={(likes) => change({ likes })}
      />
      <TextList
        legend={DISLIKES}
        suggestions={payload.dislikes}
        value={checkup.dislikes}
        payload={payload}
        onChange={(dislikes) => change({ dislikes })}
      />
    </>
  );
}

export const LIKES = "What I like about drinking";
export const DISLIKES = "What I don’t like about it";
