import { type ConstructKind, definitions } from '../../core/model/index.ts'

/** The colour of a kind in both themes, as a CSS value; never the only thing that tells kinds apart. */
export const kindColour = (kind: ConstructKind): string => `var(--${definitions[kind].colour})`
