/** A text to try the helper on, invented for that. */
export const SAMPLE = `Minutes of the Tuesday team meeting

Three addicts relapsed this week. One of them is a heroin user who had been in recovery for a year. She tested dirty on Monday and was non-compliant with group.

An alcoholic came in with his sister. “I’m a drunk,” he said, “and I want to get clean.” The drug users’ union will call him tomorrow.

Please remember: dirty needles go into the yellow box.`;
