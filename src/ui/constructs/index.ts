export { Glyph } from './Glyph.tsx'
export { glyphOf } from './glyphOf.ts'
export type { GlyphName } from './glyphs.tsx'
export { kindColour } from './kindColour.ts'
