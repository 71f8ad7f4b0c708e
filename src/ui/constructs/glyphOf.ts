import type { Construct } from '../../core/model/index.ts'
import type { GlyphName } from './glyphs.tsx'

/** The glyph of one construct: clients look like what they run as. */
export const glyphOf = (construct: Construct): GlyphName =>
  construct.kind === 'client' ? `client-${construct.runtime}` : construct.kind
