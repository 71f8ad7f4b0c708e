import { rareGlyphs } from './rareGlyphs.tsx'

/** The inside of the drawing of a kind that few designs have. */
export const RareGlyph = ({ kind }: { readonly kind: keyof typeof rareGlyphs }) => rareGlyphs[kind]
